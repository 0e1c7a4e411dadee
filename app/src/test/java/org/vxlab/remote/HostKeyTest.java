package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.remote.RemoteException.Kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Which servers are trusted, against a real one.
@Tag("kernel")
@Timeout(60)
class HostKeyTest {
    @TempDir static Path serverFolder;
    @TempDir Path folder;
    private static OpenSshServer server;
    private static String name;
    private final SshConnector connector = new SshConnector(Optional.empty());

    @BeforeAll
    static void start() throws Exception {
        server = OpenSshServer.start(serverFolder);
        name = "[127.0.0.1]:" + server.port();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void refusesAnUnknownHostWhereNobodyCanBeAsked() throws Exception {
        Path file = folder.resolve("known_hosts");
        RemoteException refused = refused(Questions.NONE, false, false, file);
        assertThat(refused.kind()).isEqualTo(Kind.HOST_KEY);
        assertThat(refused.text().key()).isEqualTo("remote.hostKey.unknown");
        assertThat(refused.text().arguments())
                .containsExactly("h1", name, "ssh-ed25519", fingerprint(), file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void asksOnceWithTheFingerprintAndRemembers() throws Exception {
        Path file = folder.resolve("new/known_hosts");
        Answers answers = new Answers(true);
        connect(answers, false, file);
        assertThat(answers.asked)
                .containsExactly(
                        "trust 127.0.0.1 " + server.port() + " ssh-ed25519 " + fingerprint());
        connect(Questions.NONE, false, file);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        String key = Files.readString(server.file("host_ed25519.pub"));
        assertThat(Files.readString(file))
                .isEqualTo(name + " " + key.substring(0, key.lastIndexOf(' ')) + "\n");
    }

    @Test
    void acceptsNewHostsWithoutAskingWhereToldTo() throws Exception {
        Path file = Files.writeString(folder.resolve("known_hosts"), "# no line end");
        connect(Questions.NONE, true, file);
        assertThat(Files.readAllLines(file)).hasSize(2).element(1).asString().startsWith(name);
        assertThat(refused(new Answers(true), true, true, folder.resolve("other")).text().key())
                .isEqualTo("remote.hostKey.unknown");
    }

    @Test
    void refusesAChangedKeyAndSaysWhereTheOtherStands() throws Exception {
        OpenSshServer.keygen("-t", "ed25519", "-N", "", "-f", folder.resolve("other").toString());
        Path file =
                Files.writeString(
                        folder.resolve("known_hosts"),
                        "# comment\n" + name + " " + Files.readString(folder.resolve("other.pub")));
        Answers answers = new Answers(true);
        RemoteException refused = refused(answers, true, false, file);
        assertThat(refused.kind()).isEqualTo(Kind.HOST_KEY);
        assertThat(refused.text().key()).isEqualTo("remote.hostKey.changed");
        assertThat(refused.text().arguments())
                .containsExactly("h1", name, "ssh-ed25519", fingerprint(), file + ":2");
        assertThat(answers.asked).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void refusesARevokedKey() throws Exception {
        String key = Files.readString(server.file("host_ed25519.pub"));
        Path file =
                Files.writeString(
                        folder.resolve("known_hosts"), name + " " + key + "@revoked * " + key);
        RemoteException refused = refused(new Answers(true), true, false, file);
        assertThat(refused.text().key()).isEqualTo("remote.hostKey.revoked");
        assertThat(refused.text().arguments()).last().isEqualTo(file + ":2");
    }

    @Test
    void readsHashedNamesAndSeveralFiles() throws Exception {
        Path hashed =
                Files.writeString(
                        folder.resolve("hashed"),
                        name + " " + Files.readString(server.file("host_ed25519.pub")));
        OpenSshServer.keygen("-H", "-f", hashed.toString());
        assertThat(Files.readString(hashed)).startsWith("|1|");
        connect(Questions.NONE, false, folder.resolve("absent"), hashed);
    }

    @Test
    void asksTheServerForTheTypeOfKeyThatIsKnown() throws Exception {
        String key = Files.readString(server.file("host_rsa.pub"));
        connect(
                Questions.NONE,
                false,
                Files.writeString(folder.resolve("rsa"), "[127.0.0.*]:* " + key));
    }

    private static String fingerprint() throws Exception {
        Process process =
                new ProcessBuilder("ssh-keygen", "-lf", server.file("host_ed25519.pub").toString())
                        .start();
        return new String(process.getInputStream().readAllBytes()).split(" ")[1];
    }

    private void connect(Questions questions, boolean acceptNew, Path... files) throws Exception {
        try (RemoteHost host = connector.connect(route(false, files), questions, acceptNew)) {
            assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
        }
    }

    private RemoteException refused(
            Questions questions, boolean acceptNew, boolean strict, Path file) {
        return catchThrowableOfType(
                RemoteException.class,
                () -> connector.connect(route(strict, file), questions, acceptNew));
    }

    private SshRoute route(boolean strict, Path... files) throws Exception {
        SshRoute route = server.route();
        return new SshRoute(
                route.host(),
                route.address(),
                route.port(),
                route.user(),
                route.identities(),
                false,
                List.of(files),
                route.sudo(),
                Optional.empty(),
                strict,
                SshRoute.CONNECT_LIMIT);
    }
}
