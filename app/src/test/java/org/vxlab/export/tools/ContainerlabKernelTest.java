package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedLabs;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.Sandbox;
import org.vxlab.iproute.StateReading;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the topology says, done as containerlab does it (namespaces, cables, commands), is what
/// `apply` makes. containerlab itself needs Docker.
@Tag("kernel")
class ContainerlabKernelTest {

    @ParameterizedTest
    @ValueSource(strings = {"everything", "head-end-across-a-router"})
    void itsCommandsMakeTheWholeLab(String name) throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "only root may mount in namespaces");
        ExportSource source =
                name.equals("everything") ? ToolLabs.everything() : ToolLabs.template(name);
        Export export = ExportFormat.CONTAINERLAB.of(source);
        Map<?, ?> topology = topology(ExportedLabs.file(export, name + ".clab.yml"));
        try (Sandbox machine = Sandbox.open()) {
            machine.mustRun("mkdir", "/run/pids");
            machine.mustRun("mount", "-t", "proc", "proc", "/proc");
            Map<?, ?> nodes = (Map<?, ?>) topology.get("nodes");
            for (Object node : nodes.keySet()) {
                start(machine, node.toString());
            }
            for (Object link : (List<?>) topology.get("links")) {
                plug(machine, (List<?>) ((Map<?, ?>) link).get("endpoints"));
            }
            for (Map.Entry<?, ?> node : nodes.entrySet()) {
                for (Object line : (List<?>) ((Map<?, ?>) node.getValue()).get("exec")) {
                    machine.mustRun(inside(node.getKey().toString(), "sh", "-c", line.toString()));
                }
            }
            for (Blueprint host : Machines.namingDevices(source).hosts()) {
                assertThat(remaining(machine, source, host)).as(host.host().name()).isEmpty();
            }
            machine.mustRun(inside("h1", "ping", "-c1", "-w10", "10.10.0.3"));
        }
    }

    private static Map<?, ?> topology(String yaml) {
        Load load = new Load(LoadSettings.builder().build());
        return (Map<?, ?>) ((Map<?, ?>) load.loadFromString(yaml)).get("topology");
    }

    /// A namespace with a `/run` of its own, held by a process whose id stands in a file.
    private static void start(Sandbox machine, String node) throws Exception {
        machine.mustRun("ip", "netns", "add", node);
        machine.mustRun(
                "sh",
                "-c",
                "ip netns exec \"$1\" unshare --mount --propagation private sh -c"
                        + " 'echo $$ >/run/pids/$0; exec sleep 600' \"$1\" >/dev/null 2>&1 &"
                        + " until test -s /run/pids/$1; do sleep 0.05; done",
                "start",
                node);
        machine.mustRun(inside(node, "mount", "-t", "tmpfs", "tmpfs", "/run"));
    }

    private static Command inside(String node, String... argv) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                "pid=$(cat /run/pids/$1); shift; exec nsenter -t $pid -n -m \"$@\"",
                                "inside",
                                node));
        words.addAll(List.of(argv));
        return new Command(words, "");
    }

    private static void plug(Sandbox machine, List<?> endpoints) throws Exception {
        String[] one = endpoints.get(0).toString().split(":", 2);
        String[] other = endpoints.get(1).toString().split(":", 2);
        machine.mustRun(
                "ip", "link", "add", "name", one[1], "netns", one[0], "type", "veth", "peer",
                "name", other[1], "netns", other[0]);
    }

    private static List<String> remaining(Sandbox machine, ExportSource source, Blueprint host)
            throws Exception {
        List<Output> outputs = new ArrayList<>();
        for (Command command : StateReading.commands()) {
            Command inside =
                    inside(host.host().name(), Sandbox.asProcess(command).toArray(String[]::new));
            outputs.add(machine.run(new Command(inside.argv(), command.input())));
        }
        Ownership owner = new Ownership(source.lab().name(), host.host().name());
        return Planner.plan(host.wanted(), StateReading.parse(outputs).state(), owner)
                .steps()
                .stream()
                .map(Step::text)
                .toList();
    }
}
