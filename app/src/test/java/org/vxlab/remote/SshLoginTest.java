package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost.OnFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every way to log in, against real servers.
@Tag("kernel")
@Timeout(60)
class SshLoginTest {
    private static final String PASSPHRASE = "correct horse ü";

    @TempDir static Path serverFolder;
    @TempDir Path folder;
    private static OpenSshServer server;
    private final SshConnector connector = new SshConnector(Optional.empty());

    @BeforeAll
    static void start() throws Exception {
        server = OpenSshServer.start(serverFolder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, OPENSSH, ''",
        "ed25519, OPENSSH, 256",
        "rsa, OPENSSH, 2048",
        "rsa, PEM, 2048",
        "rsa, PKCS8, 2048",
        "ecdsa, OPENSSH, 256",
        "ecdsa, PEM, 384",
        "ecdsa, PKCS8, 521"
    })
    void takesKeysOfEveryTypeAndEncoding(String type, String encoding, String bits)
            throws Exception {
        for (String passphrase : List.of("", PASSPHRASE)) {
            Path key = key(type, encoding, bits, passphrase);
            server.authorize(Path.of(key + ".pub"));
            Files.delete(Path.of(key + ".pub"));
            Answers answers = new Answers(false, passphrase);
            try (RemoteHost host = connector.connect(server.route(key), answers, false)) {
                assertThat(echo(host)).isEqualTo("in\n");
            }
            assertThat(answers.asked)
                    .isEqualTo(passphrase.isEmpty() ? List.of() : List.of("passphrase " + key));
            assertThat(answers.given).allMatch(secret -> new String(secret).matches("\0*"));
        }
    }

    @Test
    void asksAgainForAWrongPassphrase() throws Exception {
        Path key = key("ed25519", "OPENSSH", "", PASSPHRASE);
        server.authorize(Path.of(key + ".pub"));
        Answers answers = new Answers(false, "wrong", "also wrong", PASSPHRASE);
        try (RemoteHost host = connector.connect(server.route(key), answers, false)) {
            assertThat(echo(host)).isEqualTo("in\n");
        }
        assertThat(answers.asked)
                .containsExactly(
                        "passphrase " + key,
                        "passphrase " + key + " again",
                        "passphrase " + key + " again");
        RemoteException refused =
                refused(server.route(key), new Answers(false, "no", "no", "no", PASSPHRASE));
        assertThat(refused.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(refused.toString())
                .contains(key.toString())
                .doesNotContain("[no")
                .doesNotContain("horse");
    }

    @Test
    void namesWhatItTried() throws Exception {
        Path stranger = key("ed25519", "OPENSSH", "", "");
        Path broken = Files.writeString(folder.resolve("broken"), "no key");
        RemoteException refused =
                refused(server.route(folder.resolve("absent"), broken, stranger), Questions.NONE);
        assertThat(refused.text().key()).isEqualTo("remote.login.refused");
        assertThat(refused.text().arguments().get(2).toString())
                .contains(broken.toString())
                .contains(stranger.toString())
                .doesNotContain("absent");
        assertThat(refused.text().arguments().get(3)).isEqualTo("publickey");
        assertThat(refused(server.route(), Questions.NONE, "nobody-of-that-name").kind())
                .isEqualTo(Kind.AUTHENTICATION);
        assertThat(refused(server.route(folder.resolve("absent")), Questions.NONE).text().key())
                .isEqualTo("remote.login.nothing");
    }

    @ParameterizedTest
    @CsvSource({"ed25519, ''", "rsa, 2048", "ecdsa, 256"})
    void takesKeysOfTheAgent(String type, String bits) throws Exception {
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            Await.until(() -> Files.exists(socket));
            Path key = key(type, "OPENSSH", bits, "");
            server.authorize(Path.of(key + ".pub"));
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(add.start().waitFor()).isZero();
            Files.delete(key);
            SshConnector withAgent = new SshConnector(Optional.of(socket));
            SshRoute route = server.route(key);
            assertThat(refused(withAgent, route).kind()).isEqualTo(Kind.AUTHENTICATION);
            try (RemoteHost host = withAgent.connect(agentRoute(route), Questions.NONE, false)) {
                assertThat(echo(host)).isEqualTo("in\n");
            }
        } finally {
            agent.destroy();
            agent.waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"password", "keyboard-interactive"})
    void takesPasswords(String method) throws Exception {
        SshServer mina = SshServer.setUpDefaultServer();
        mina.setHost("127.0.0.1");
        mina.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host")));
        mina.setPasswordAuthenticator((_, password, _) -> password.equals(PASSPHRASE));
        mina.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
        mina.setUserAuthFactories(
                List.of(
                        method.equals("password")
                                ? UserAuthPasswordFactory.INSTANCE
                                : UserAuthKeyboardInteractiveFactory.INSTANCE));
        mina.setCommandFactory(
                (channel, command) ->
                        new ProcessShellFactory(command, "/bin/sh", "-c", command)
                                .createShell(channel));
        mina.start();
        try {
            SshRoute route =
                    new SshRoute(
                            "h1",
                            "127.0.0.1",
                            mina.getPort(),
                            "lab",
                            List.of(),
                            false,
                            List.of(folder.resolve("known_hosts")),
                            Optional.of(false),
                            Optional.empty());
            Answers answers = new Answers(true, "wrong", PASSPHRASE);
            try (RemoteHost host = connector.connect(route, answers, false)) {
                assertThat(echo(host)).isEqualTo("in\n");
            }
            assertThat(answers.asked)
                    .endsWith("password lab@127.0.0.1", "password lab@127.0.0.1 again");
            assertThat(answers.given).allMatch(secret -> new String(secret).matches("\0*"));
            RemoteException refused = refused(route, new Answers(true, "x", "y", "z", PASSPHRASE));
            assertThat(refused.text().arguments().get(2)).isEqualTo("password, password, password");
        } finally {
            mina.stop(true);
        }
    }

    private Path key(String type, String encoding, String bits, String passphrase)
            throws Exception {
        Path file = folder.resolve("key-" + System.nanoTime());
        List<String> arguments =
                new ArrayList<>(List.of("-t", type, "-N", passphrase, "-f", file.toString()));
        if (!bits.isEmpty() && !type.equals("ed25519")) {
            arguments.addAll(List.of("-b", bits));
        }
        if (!encoding.equals("OPENSSH")) {
            arguments.addAll(List.of("-m", encoding));
        }
        OpenSshServer.keygen(arguments.toArray(String[]::new));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private RemoteException refused(SshRoute route, Questions questions) {
        return catchThrowableOfType(
                RemoteException.class, () -> connector.connect(route, questions, false));
    }

    private RemoteException refused(SshRoute route, Questions questions, String user) {
        return refused(
                new SshRoute(
                        route.host(),
                        route.address(),
                        route.port(),
                        user,
                        route.identities(),
                        route.agent(),
                        route.knownHosts(),
                        route.sudo(),
                        route.jump()),
                questions);
    }

    private static RemoteException refused(SshConnector connector, SshRoute route) {
        return catchThrowableOfType(
                RemoteException.class, () -> connector.connect(route, Questions.NONE, false));
    }

    private static SshRoute agentRoute(SshRoute route) {
        return new SshRoute(
                route.host(),
                route.address(),
                route.port(),
                route.user(),
                route.identities(),
                true,
                route.knownHosts(),
                route.sudo(),
                route.jump());
    }

    static String echo(RemoteHost host) throws Exception {
        return host.run(
                        Arrays.asList(Command.of("echo", "in")),
                        OnFailure.STOP,
                        _ -> {},
                        RemoteHostContract.LIMIT)
                .getFirst()
                .stdout();
    }
}
