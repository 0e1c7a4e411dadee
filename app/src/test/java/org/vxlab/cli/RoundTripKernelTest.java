package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.discover.DrawnHosts;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A lab is pushed, imported, exported, taken down, rebuilt by the exported scripts alone, and
/// imported again; it stays the same lab all along.
@Tag("kernel")
class RoundTripKernelTest {
    private static final Path LABS = Path.of("src/test/resources/cli/round-trip");
    private static final Pattern SSH_CONFIG = Pattern.compile("ssh -F (\\S+)");

    private static final String FABRIC =
            """
            vxlab: 1
            name: fabric
            underlay:
              networks: [{ name: lan, subnet: 192.168.56.0/24 }]
            hosts:
              - { name: h1, underlay: { network: lan, address: 192.168.56.11/24 } }
              - { name: h2, underlay: { network: lan, address: 192.168.56.12/24 } }
            """;

    /// What somebody typed on one host of the fabric: its number, the other's, the way there.
    private static final String BY_HAND =
            """
            set -e
            ip addr add 198.51.100.%1$d/32 dev lo
            ip route add 198.51.100.%2$d via 192.168.56.%3$d
            ip link add vx type vxlan id 5 local 198.51.100.%1$d remote 198.51.100.%2$d dstport 4789
            ip link set dev vx mtu 1450 up
            ip addr add 10.5.0.%1$d/24 dev vx
            """;

    @TempDir private Path folder;
    @RegisterExtension final OwnLab lab = new OwnLab();

    @ParameterizedTest
    @ValueSource(strings = {"hub", "six"})
    void staysTheSameByImportExportAndImport(String name) throws Exception {
        String text = Files.readString(LABS.resolve(name + ".vxlab.yaml"));
        Path file = lab.file(name, text, folder);
        String ssh = startsHosts(file);

        succeeds(TestTerminal.run("apply", file.toString()));
        Path imported = imports("imported");
        assertThat(DrawnHosts.withoutNames(read(imported)))
                .isEqualTo(DrawnHosts.withoutNames(read(file)));

        Path scripts = folder.resolve("scripts");
        succeeds(
                TestTerminal.run(
                        "export", imported.toString(), "--to", "sh", "--out", scripts.toString()));
        succeeds(TestTerminal.run("down", imported.toString()));
        runs(scripts, ssh, "up");
        assertThat(imports("again")).hasSameTextualContentAs(imported);
        succeeds(TestTerminal.run("plan", "--expect-empty", file.toString()));
        runs(scripts, ssh, "down");
    }

    /// In a routed fabric the VTEP addresses are on loopbacks, and a device bound to one is silent.
    @Test
    void carriesTunnelsBetweenLoopbackAddresses() throws Exception {
        String ssh = startsHosts(lab.file("fabric", FABRIC, folder));
        says("ssh", "-F", ssh, "h1", BY_HAND.formatted(1, 2, 12));
        says("ssh", "-F", ssh, "h2", BY_HAND.formatted(2, 1, 11));

        String imported = importsOverSsh("imported", ssh);
        for (String host : List.of("h1", "h2")) {
            says("ssh", "-F", ssh, host, "ip link del dev vx");
        }
        succeeds(TestTerminal.runAt(folder, "apply", imported));
        assertThat(importsOverSsh("again", ssh)).satisfies(again -> sameText(again, imported));
        succeeds(TestTerminal.runAt(folder, "ping", imported));
        succeeds(TestTerminal.runAt(folder, "down", imported));

        Path scripts = folder.resolve("scripts");
        succeeds(TestTerminal.run("export", imported, "--to", "sh", "--out", scripts.toString()));
        runs(scripts, ssh, "up");
        runs(scripts, ssh, "ping");
        succeeds(TestTerminal.runAt(folder, "plan", "--expect-empty", imported));
        runs(scripts, ssh, "down");
    }

    /// The configuration by which OpenSSH reaches them.
    private static String startsHosts(Path file) {
        Matcher config =
                SSH_CONFIG.matcher(succeeds(TestTerminal.run("lab", "up", file.toString())));
        assertThat(config.find()).isTrue();
        return config.group(1);
    }

    private String importsOverSsh(String name, String ssh) {
        String file = folder.resolve(name + ".vxlab.yaml").toString();
        succeeds(
                TestTerminal.runAt(
                        folder,
                        "import",
                        "--accept-new-host-keys",
                        "--ssh-config",
                        ssh,
                        "--name",
                        lab.name(),
                        "-o",
                        file,
                        "h1",
                        "h2"));
        return file;
    }

    private static void sameText(String file, String other) {
        assertThat(Path.of(file)).hasSameTextualContentAs(Path.of(other));
    }

    private Path imports(String name) {
        Path file = folder.resolve(name + ".vxlab.yaml");
        succeeds(TestTerminal.run("import", "--lab", lab.name(), "-o", file.toString()));
        return file;
    }

    private static ResolvedLab read(Path file) throws IOException {
        return ResolvedLab.of(LabFile.read(file).lab().orElseThrow());
    }

    private static String succeeds(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    /// Runs the exported script with nothing of the program but the way to its hosts.
    private void runs(Path scripts, String sshConfig, String verb) throws Exception {
        says("env", "VXLAB_SSH_CONFIG=" + sshConfig, "sh", scripts + "/lab.sh", verb);
    }

    private void says(String... command) throws Exception {
        Path said = folder.resolve("said");
        int code =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
    }
}
