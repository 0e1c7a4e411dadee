package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.remote.SshRoute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@Tag("kernel")
class EndpointTest {
    private static LocalLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = Labs.start(Labs.flat(2), UserNamespace.ALWAYS);
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void keepsOutputErrorsAndExitCodeApart() throws Exception {
        assertThat(Labs.ssh(lab, "h1", "echo out; echo err >&2; exit 7"))
                .isEqualTo(new Labs.Said(7, "out\n", "err\n"));
        assertThat(Labs.ssh(lab, "h1", "no-such-command").exitCode()).isEqualTo(127);
    }

    @Test
    void passesInputAndItsEnd() throws Exception {
        String much = "0123456789\n".repeat(100_000);
        assertThat(Labs.run(much, client("h1", "cat")).out()).isEqualTo(much);
        assertThat(Labs.run(much, client("h1", "wc -c")).out()).isEqualTo("1100000\n");
    }

    @Test
    void aShellReadsCommandsFromItsInput() throws Exception {
        assertThat(Labs.run("hostname\nexit 4\n", client("h2", "-T")))
                .isEqualTo(new Labs.Said(4, "h2\n", ""));
    }

    @Test
    void hasACleanEnvironment() throws Exception {
        assertThat(Labs.ssh(lab, "h1", "env | sed 's/=.*//' | sort | tr '\\n' ' '").out())
                .isEqualTo("HOME LANG LOGNAME PATH PWD SHELL USER ");
    }

    @Test
    void signalsReachTheCommandAndWhatItStarted() throws Exception {
        try (SSHClient client = connect("h1");
                Session session = client.startSession()) {
            Session.Command ping = session.exec("exec ping -i 0.1 10.99.0.2");
            BufferedReader out = reader(ping);
            out.readLine();
            assertThat(out.readLine()).contains("bytes from 10.99.0.2");
            ping.signal(Signal.INT);
            assertThat(out.lines().toList()).anyMatch(line -> line.contains("packets transmitted"));
            ping.join(5, TimeUnit.SECONDS);
            assertThat(ping.getExitStatus()).isZero();
        }
    }

    @Test
    void aCommandEndedByASignalExitsAsInAShell() throws Exception {
        assertThat(Labs.ssh(lab, "h1", "kill -TERM $$").exitCode()).isEqualTo(143);
    }

    @Test
    void eachLineComesAtOnce() throws Exception {
        try (SSHClient client = connect("h1");
                Session session = client.startSession()) {
            Session.Command command = session.exec("echo first; read line; echo $line");
            BufferedReader out = reader(command);
            assertThat(out.readLine()).isEqualTo("first");
            command.getOutputStream().write("second\n".getBytes(StandardCharsets.UTF_8));
            command.getOutputStream().flush();
            assertThat(out.readLine()).isEqualTo("second");
        }
    }

    @Test
    void oneConnectionCarriesManyCommandsAtOnce() throws Exception {
        try (SSHClient client = connect("h1")) {
            Session.Command[] commands = new Session.Command[12];
            for (int i = 0; i < commands.length; i++) {
                commands[i] = client.startSession().exec("read line; echo " + i + " $line");
            }
            for (int i = commands.length - 1; i >= 0; i--) {
                commands[i].getOutputStream().write("x\n".getBytes(StandardCharsets.UTF_8));
                commands[i].getOutputStream().flush();
                assertThat(reader(commands[i]).readLine()).isEqualTo(i + " x");
            }
        }
    }

    @Test
    void aTerminalHasTheSizeAskedFor() throws Exception {
        try (SSHClient client = connect("h1");
                Session session = client.startSession()) {
            session.allocatePTY("vt100", 101, 33, 0, 0, Map.of());
            Session.Command command =
                    session.exec(
                            "stty size; while [ \"$(stty size)\" = '33 101' ]; do sleep 0.02; done;"
                                    + " stty size; exit 5");
            BufferedReader out = reader(command);
            assertThat(out.readLine()).isEqualTo("33 101");
            ((Session.Shell) command).changeWindowDimensions(90, 20, 0, 0);
            assertThat(out.readLine()).isEqualTo("20 90");
            command.join(5, TimeUnit.SECONDS);
            assertThat(command.getExitStatus()).isEqualTo(5);
        }
    }

    @RepeatedTest(5)
    void aTerminalThatIsResizedWhileItIsMadeHasTheLaterSize() throws Exception {
        try (SSHClient client = connect("h1");
                Session session = client.startSession()) {
            session.allocatePTY("vt100", 101, 5, 0, 0, Map.of());
            Session.Command command =
                    session.exec(
                            "n=0; while [ \"$(stty size)\" != '20 90' ] && [ $n -lt 100 ];"
                                    + " do n=$((n+1)); sleep 0.02; done; stty size");
            ((Session.Shell) command).changeWindowDimensions(90, 20, 0, 0);
            assertThat(reader(command).readLine()).isEqualTo("20 90");
        }
    }

    @Test
    void nobodyGetsInWithAnotherKey() throws Exception {
        Path folder = Files.createTempDirectory("key");
        Path key = folder.resolve("key");
        try {
            Labs.run("", List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "" + key));
            SshRoute route = lab.routes().get("h1");
            List<String> argv =
                    List.of(
                            "ssh",
                            "-F",
                            "none",
                            "-o",
                            "UserKnownHostsFile=" + route.knownHosts().get(0),
                            "-o",
                            "IdentitiesOnly=yes",
                            "-i",
                            "" + key,
                            "-p",
                            "" + route.port(),
                            "root@127.0.0.1",
                            "true");
            Labs.Said said = Labs.run("", argv);
            assertThat(said.exitCode()).isEqualTo(255);
            assertThat(said.err()).contains("Permission denied (publickey)");
        } finally {
            Files.deleteIfExists(key);
            Files.deleteIfExists(folder.resolve("key.pub"));
            Files.deleteIfExists(folder);
        }
    }

    @Test
    void theKeyIsForItsOwnerOnly() throws Exception {
        Path key = lab.routes().get("h1").identities().get(0);
        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(key.getParent())).hasSize(3);
    }

    @Test
    void orphansAreCollected() throws Exception {
        Labs.ssh(lab, "h1", "for i in 1 2 3; do (sleep 0.01 &) ; done; sleep 0.2");
        assertThat(Labs.ssh(lab, "h1", "ps -eo stat=,comm= | grep -c '^Z'").out()).isEqualTo("0\n");
    }

    private static List<String> client(String host, String... words) {
        String config = lab.access().files().resolve("ssh_config").toString();
        List<String> argv = new ArrayList<>(List.of("ssh", "-F", config, host));
        argv.addAll(List.of(words));
        return argv;
    }

    private static SSHClient connect(String host) throws IOException {
        SshRoute route = lab.routes().get(host);
        SSHClient client = new SSHClient();
        client.loadKnownHosts(route.knownHosts().get(0).toFile());
        client.connect(route.address(), route.port());
        client.authPublickey(route.user(), route.identities().get(0).toString());
        return client;
    }

    private static BufferedReader reader(Session.Command command) {
        return new BufferedReader(
                new InputStreamReader(command.getInputStream(), StandardCharsets.UTF_8));
    }
}
