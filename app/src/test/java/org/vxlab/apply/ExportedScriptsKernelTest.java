package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportedLabs;
import org.vxlab.iproute.Command;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.plan.HostPlan;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteHost;
import org.vxlab.session.ExportFolder;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs exported scripts on real kernels and lets the program's own reader judge what they made.
@Tag("kernel")
class ExportedScriptsKernelTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    static Stream<Path> labs() throws IOException {
        return ExportedLabs.files();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void hostScriptsMakeWhatApplyMakesAndTakeItAway(Path file) throws Exception {
        ResolvedLab lab = ExportedLabs.read(file);
        Export export = ExportedLabs.export(ExportFormat.SH, lab);
        try (LabOnKernel kernel = LabOnKernel.start(lab)) {
            Map<String, HostState> before = states(kernel);
            for (String host : kernel.hosts.keySet()) {
                String script = ExportedLabs.file(export, "hosts/" + host + ".sh");
                assertThat(run(kernel, host, script, "status").exitCode()).isEqualTo(1);
                succeeds(run(kernel, host, script, "up"));
                succeeds(run(kernel, host, script, "status"));
            }
            assertThat(kernel.plans(lab, Surveyor.Goal.LAB)).allMatch(HostPlan::isEmpty);

            Map<String, HostState> made = states(kernel);
            for (String host : kernel.hosts.keySet()) {
                String script = ExportedLabs.file(export, "hosts/" + host + ".sh");
                assertThat(succeeds(run(kernel, host, script, "up"))).contains("nothing to do");
            }
            assertThat(lasting(states(kernel))).isEqualTo(lasting(made));

            for (String host : kernel.hosts.keySet()) {
                String script = ExportedLabs.file(export, "hosts/" + host + ".sh");
                succeeds(run(kernel, host, script, "down"));
                assertThat(kernel.owned(lab, host)).isEqualTo(HostState.EMPTY);
                succeeds(run(kernel, host, script, "down"));
            }
            assertThat(lasting(states(kernel))).isEqualTo(lasting(before));
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void batchesMakeWhatApplyMakesAndTakeItAway(Path file) throws Exception {
        ResolvedLab lab = ExportedLabs.read(file);
        new ExportFolder(folder).write(ExportedLabs.export(ExportFormat.IPROUTE2, lab).files());
        try (LabOnKernel kernel = LabOnKernel.start(lab)) {
            Map<String, HostState> before = states(kernel);
            for (String host : kernel.hosts.keySet()) {
                succeeds(runFile(kernel, host, "up.sh"));
            }
            assertThat(kernel.plans(lab, Surveyor.Goal.LAB)).allMatch(HostPlan::isEmpty);
            for (String host : kernel.hosts.keySet()) {
                succeeds(runFile(kernel, host, "down.sh"));
                assertThat(kernel.owned(lab, host)).isEqualTo(HostState.EMPTY);
            }
            assertThat(lasting(states(kernel))).isEqualTo(lasting(before));
        }
    }

    @Test
    void aScriptTakesAwayAndFinishesWhatWasCutShort() throws Exception {
        ResolvedLab lab = ExportedLabs.hard();
        Export export = ExportedLabs.export(ExportFormat.SH, lab);
        String script = ExportedLabs.file(export, "hosts/lab.sh");
        long commands = script.lines().filter(ExportedScriptsKernelTest::isStep).count();
        try (LabOnKernel kernel = LabOnKernel.start(lab)) {
            for (int cut = 1; cut < commands; cut += 6) {
                Outcome broken = run(kernel, "lab", failingAfter(script, cut), "up");
                assertThat(broken.exitCode()).isEqualTo(1);
                assertThat(broken.stderr()).contains("this command failed: false the test");
                if (cut % 4 == 1) {
                    succeeds(run(kernel, "lab", script, "up"));
                }
                succeeds(run(kernel, "lab", script, "down"));
                assertThat(kernel.owned(lab, "lab")).isEqualTo(HostState.EMPTY);
            }
        }
    }

    @Test
    void aForeignDeviceOfAWantedNameIsRefusedBeforeAnythingIsChanged() throws Exception {
        ResolvedLab lab = ExportedLabs.hard();
        Export export = ExportedLabs.export(ExportFormat.SH, lab);
        String script = ExportedLabs.file(export, "hosts/lab.sh");
        try (LabOnKernel kernel = LabOnKernel.start(lab)) {
            kernel.run(
                    "lab",
                    List.of(Command.of("ip", "link", "add", "name", "vxlan40", "type", "bridge")));
            Map<String, HostState> before = states(kernel);
            for (String verb : List.of("up", "down", "status")) {
                run(kernel, "lab", script, verb);
                assertThat(lasting(states(kernel))).isEqualTo(lasting(before));
            }
            Outcome refused = run(kernel, "lab", script, "up");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.stderr()).contains("do not belong to this lab: vxlan40.");
        }
    }

    private static boolean isStep(String line) {
        return line.matches(" {4}(run|make \\S+ \\d+) (ip|bridge) [^$]*");
    }

    private static String failingAfter(String script, int commands) {
        StringBuilder cut = new StringBuilder();
        int seen = 0;
        for (String line : script.lines().toList()) {
            if (isStep(line) && seen++ == commands) {
                cut.append("    run false the test\n");
            }
            cut.append(line).append('\n');
        }
        return cut.toString();
    }

    private Outcome runFile(LabOnKernel kernel, String host, String name) throws Exception {
        String path = folder.resolve(host).resolve(name).toString();
        return kernel.run(host, List.of(Command.of("sh", path))).getFirst();
    }

    private static Outcome run(LabOnKernel kernel, String host, String script, String verb)
            throws Exception {
        return kernel.hosts
                .get(host)
                .open()
                .run(
                        List.of(new Command(List.of("sh", "-s", verb), script)),
                        RemoteHost.OnFailure.STOP,
                        _ -> {},
                        LIMIT)
                .getFirst();
    }

    private static String succeeds(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.stdout() + outcome.stderr()).isZero();
        return outcome.stdout();
    }

    private static Map<String, HostState> states(LabOnKernel kernel) throws Exception {
        Map<String, HostState> states = new LinkedHashMap<>();
        for (Map.Entry<String, HostAccess> host : kernel.hosts.entrySet()) {
            states.put(host.getKey(), HostReader.state(host.getValue().open()));
        }
        return states;
    }

    /// What does not change by itself, as an operational state does.
    private static Map<String, Object> lasting(Map<String, HostState> states) {
        Map<String, Object> lasting = new LinkedHashMap<>();
        states.forEach(
                (host, state) -> {
                    lasting.put(host + " namespaces", state.namespaces().keySet());
                    for (Link link : state.links().values()) {
                        lasting.put(
                                host + " " + link.name(),
                                List.of(
                                        link.kind(),
                                        link.mac(),
                                        link.mtu(),
                                        link.up(),
                                        link.addresses()));
                    }
                });
        return lasting;
    }
}
