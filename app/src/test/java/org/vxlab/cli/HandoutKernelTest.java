package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a handout says of a lab is what its kernels say.
@Tag("kernel")
class HandoutKernelTest {
    private static final String BROKEN = "bridge-and-vxlan-broken";

    /// A command on a host, and the lines it is said to print.
    private static final Pattern TRIAL =
            Pattern.compile("```sh\\n(h\\d)# (.*)\\n((?:[^`].*\\n)*)```");

    @TempDir private Path folder;
    @RegisterExtension final OwnLab lab = new OwnLab();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-hosts-point-to-point",
                "bridge-and-vxlan",
                BROKEN,
                "multicast-group",
                "head-end-across-a-router",
                "static-fdb-no-learning",
            })
    void whatItSaysIsPrintedIsPrinted(String template) throws Exception {
        String file = lab.template(template, folder);
        assertThat(TestTerminal.run("apply", file).code()).isZero();
        Said exported =
                TestTerminal.run("export", file, "--to", "handout", "--out", folder.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        String handout = Files.readString(folder.resolve(lab.name() + "-handout.md"));

        int trials = 0;
        for (MatchResult trial : TRIAL.matcher(handout).results().toList()) {
            trials++;
            String command = trial.group(2);
            // That one waits for packets that nobody sends meanwhile.
            if (command.startsWith("tcpdump ")) {
                continue;
            }
            String printed = lab.onHost(trial.group(1), command).text();
            List<String> said =
                    Stream.concat(
                                    Stream.of(meant(command, template.equals(BROKEN))),
                                    trial.group(3).lines())
                            .toList();
            assertThat(printed).as(command).contains(said);
        }
        assertThat(trials).isGreaterThan(3);
    }

    /// What a sentence of the handout says of the output.
    private static String meant(String command, boolean broken) {
        if (command.contains("ping ")) {
            return command.contains("-M do")
                    ? "essage too long, mtu"
                    : broken ? " 0 received" : "3 received";
        }
        return command.startsWith("ip route get") ? " via " : "";
    }
}
