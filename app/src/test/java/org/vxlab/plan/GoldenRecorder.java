package org.vxlab.plan;

import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.HostState;
import org.vxlab.locallab.LocalLab;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.Questions;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.remote.SshConnector;
import org.vxlab.remote.SshRoute;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.ResolvedLab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes down what real hosts answer in each golden case: starts the built-in lab, pushes the lab
/// before, does what was done by hand, and reads. Run by a person when a case is added; without
/// cases all:
///
/// ```
/// mvn -q -pl app test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///     -Dexec.args="-classpath %classpath org.vxlab.plan.GoldenRecorder CASE..."
/// ```
final class GoldenRecorder {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private GoldenRecorder() {}

    public static void main(String[] names) throws Exception {
        for (GoldenCase golden : GoldenCase.all()) {
            if (names.length == 0 || List.of(names).contains(golden.toString())) {
                record(golden);
            }
        }
    }

    private static void record(GoldenCase golden) throws Exception {
        ResolvedLab lab = golden.lab();
        SshConnector connector = new SshConnector();
        Map<String, RemoteHost> hosts = new HashMap<>();
        try (LocalLab namespaces = LocalLab.start(lab)) {
            for (Map.Entry<String, SshRoute> route : namespaces.routes().entrySet()) {
                hosts.put(
                        route.getKey(), connector.connect(route.getValue(), Questions.NONE, false));
            }
            if (Files.exists(golden.folder().resolve("before.vxlab.yaml"))) {
                push(golden.read("before.vxlab.yaml"), hosts);
            }
            Path byHand = golden.folder().resolve("by-hand.txt");
            for (String line :
                    Files.exists(byHand) ? Files.readAllLines(byHand) : List.<String>of()) {
                byHand(lab, line, hosts);
            }
            for (Map.Entry<String, RemoteHost> host : hosts.entrySet()) {
                for (Map.Entry<String, Command> question : GoldenCase.questions().entrySet()) {
                    golden.write(
                            host.getKey(),
                            question.getKey(),
                            mustRun(host.getValue(), List.of(question.getValue()))
                                    .getFirst()
                                    .stdout());
                }
            }
        } finally {
            hosts.values().forEach(RemoteHost::close);
        }
    }

    private static void push(ResolvedLab lab, Map<String, RemoteHost> hosts) throws Exception {
        for (Map.Entry<String, RemoteHost> host : hosts.entrySet()) {
            HostState read =
                    StateReading.parse(
                                    mustRun(host.getValue(), StateReading.commands()).stream()
                                            .map(
                                                    outcome ->
                                                            new StateReading.Output(
                                                                    0, outcome.stdout(), ""))
                                            .toList())
                            .state();
            List<Command> commands =
                    Planner.plan(
                                    Wanted.of(lab, host.getKey(), "eth0"),
                                    read,
                                    new Ownership(lab.name(), host.getKey()))
                            .steps()
                            .stream()
                            .map(Step::command)
                            .toList();
            mustRun(host.getValue(), Batch.group(commands, 64).stream().map(Batch::run).toList());
        }
    }

    /// `HOST COMMAND...`, where `@DEVICE@` stands for the MAC derived for a device of that host.
    private static void byHand(ResolvedLab lab, String line, Map<String, RemoteHost> hosts)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        String host = words.removeFirst();
        words.replaceAll(
                word ->
                        word.startsWith("@")
                                ? DerivedMac.of(lab.name(), host, word.replace("@", "")).toString()
                                : word);
        mustRun(hosts.get(host), List.of(new Command(words, "")));
    }

    private static List<Outcome> mustRun(RemoteHost host, List<Command> commands) throws Exception {
        List<Outcome> outcomes = host.run(commands, OnFailure.STOP, _ -> {}, LIMIT);
        for (Outcome outcome : outcomes) {
            if (!outcome.succeeded()) {
                throw new IllegalStateException(outcome.toString());
            }
        }
        return outcomes;
    }
}
