package org.vxlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.Sandbox;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Step;
import org.vxlab.plan.Wanted;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the script that builds a whole lab on this machine.
@Tag("kernel")
class NamespaceScriptKernelTest {
    @TempDir private Path folder;

    private record Said(int code, String out, String err) {}

    @Test
    void buildsTheWholeLabAsDrawnAndLeavesNothing() throws Exception {
        // A name of its own, so that other runs on this machine are not met.
        ResolvedLab lab =
                ResolvedLab.of(
                        ExportedLabs.hard().toLab().withName("t" + ProcessHandle.current().pid()));
        Path script = folder.resolve("netns.sh");
        Files.writeString(
                script,
                ExportedLabs.file(ExportedLabs.export(ExportFormat.NETNS, lab), "netns.sh"));
        Said up = run(script, "up");
        Assumptions.assumeFalse(
                up.err().contains("could not be built"), "no namespaces here: " + up.err());
        try {
            assertThat(up.code()).as(up.toString()).isZero();
            for (ResolvedHost host : lab.hosts()) {
                assertThat(missing(script, lab, host)).isEmpty();
            }
            assertThat(run(script, "up").out()).contains("nothing to do").doesNotContain("made");
            assertThat(run(script, "status").code()).isZero();
            // The two spokes do not reach each other, as the lab is drawn.
            assertThat(run(script, "ping"))
                    .satisfies(said -> assertThat(said.code()).isEqualTo(1))
                    .satisfies(said -> assertThat(said.out()).contains("36 of 44 pairs answer."));
        } finally {
            assertThat(run(script, "down").code()).isZero();
        }
        assertThat(run(script, "status").err()).contains("is not running here");
        assertThat(run(script, "down").code()).isZero();
    }

    @Test
    void namesTheHostsThereAre() throws Exception {
        Path script = folder.resolve("netns.sh");
        Files.writeString(
                script,
                ExportedLabs.file(
                        ExportedLabs.export(ExportFormat.NETNS, ExportedLabs.hard()), "netns.sh"));
        assertThat(run(script, "shell", "nobody").err()).contains("lab h-2 H-3 six1 six2");
        assertThat(run(script).code()).isEqualTo(2);
    }

    /// The commands that would still have to run on a host.
    private List<String> missing(Path script, ResolvedLab lab, ResolvedHost host) throws Exception {
        List<StateReading.Output> outputs = new ArrayList<>();
        for (Command command : StateReading.commands()) {
            List<String> words = new ArrayList<>(List.of("shell", host.name()));
            words.addAll(Sandbox.asProcess(command));
            Said said = read(script, command.input(), words.toArray(String[]::new));
            outputs.add(new StateReading.Output(said.code(), said.out(), said.err()));
        }
        HostState state = StateReading.parse(outputs).state();
        HostPlan plan =
                Planner.plan(
                        Wanted.of(lab, host.name(), host.device().orElseThrow()),
                        state,
                        new Ownership(lab.name(), host.name()));
        return plan.steps().stream().map(Step::text).toList();
    }

    private Said run(Path script, String... words) throws IOException, InterruptedException {
        return read(script, "", words);
    }

    private Said read(Path script, String input, String... words)
            throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("sh", script.toString()));
        argv.addAll(List.of(words));
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(argv)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(out), Files.readString(err));
    }
}
