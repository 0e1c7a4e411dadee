package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost.Following;
import org.vxlab.remote.RemoteHost.OnFailure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/// How connections are made, shared and lost, against a real server.
@Tag("kernel")
@Timeout(60)
class SshConnectionsTest {
    @TempDir Path folder;
    private final SshConnector connector = new SshConnector(Optional.empty());

    @Test
    void goesThroughAJumpHostAndChecksBothKeys() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder)) {
            try (RemoteHost host = connect(through(server.route(), server.route()))) {
                assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
            }
            assertThat(server.log().lines().filter(line -> line.contains("Accepted publickey")))
                    .hasSize(2);
            SshRoute unknown = withKnownHosts(server.route(), folder.resolve("empty"));
            assertThat(refused(through(unknown, server.route())).kind()).isEqualTo(Kind.HOST_KEY);
            assertThat(refused(through(server.route(), unknown)).kind()).isEqualTo(Kind.HOST_KEY);
            SshRoute closedPort = withPort(server.route(), OpenSshServer.freePort());
            RemoteException refused = refused(through(closedPort, server.route()));
            assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(refused.text().key()).isEqualTo("remote.connect.jumpRefused");
        }
    }

    @Test
    void opensFurtherConnectionsWhereChannelsAreFew() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder, "MaxSessions 2");
                RemoteHost host = connect(server.route())) {
            List<Following> followings = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                CollectedLines lines = new CollectedLines();
                followings.add(
                        host.follow(RemoteHostContract.shell("echo up; exec sleep 30"), lines));
                Await.until(() -> lines.out().equals(List.of("up")));
            }
            assertThat(server.log().lines().filter(line -> line.contains("Accepted publickey")))
                    .hasSize(3);
            followings.forEach(Following::close);
            assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
        }
    }

    @Test
    void isNotLedAstrayByWhatLoginFilesPrint() throws Exception {
        try (OpenSshServer server =
                        OpenSshServer.start(
                                folder,
                                "ForceCommand printf 'welcome'; printf '\\036 x' >&2;"
                                        + " eval \"$SSH_ORIGINAL_COMMAND\"");
                RemoteHost host = connect(server.route())) {
            assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
            CollectedLines lines = new CollectedLines();
            try (Following following = host.follow(Command.of("echo", "only"), lines)) {
                assertThat(following.awaitEnd()).isZero();
            }
            assertThat(lines.out()).containsExactly("only");
            assertThat(lines.err()).isEmpty();
        }
    }

    @Test
    void saysWhatAServerSaysThatGivesNoShell() throws Exception {
        try (OpenSshServer server =
                OpenSshServer.start(folder, "ForceCommand echo not here >&2; exit 1")) {
            RemoteException refused = refused(server.route());
            assertThat(refused.kind()).isEqualTo(Kind.CLOSED);
            assertThat(refused.text().key()).isEqualTo("remote.shell.ended");
            assertThat(refused.text().arguments().get(1)).isEqualTo("not here");
        }
    }

    @Test
    void finishesOnTheHostWhenTheServersProcessIsKilled() throws Exception {
        Path begun = folder.resolve("begun");
        Path done = folder.resolve("done");
        try (OpenSshServer server = OpenSshServer.start(folder);
                RemoteHost host = connect(server.route())) {
            AtomicReference<RemoteException> thrown = new AtomicReference<>();
            Thread running =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            thrown.set(
                                                    catchThrowableOfType(
                                                            RemoteException.class,
                                                            () -> runSlowly(host, begun, done))));
            Await.until(() -> Files.exists(begun));
            server.killConnections();
            running.join();
            assertThat(thrown.get().kind()).isEqualTo(Kind.CLOSED);
            assertThat(host.isOpen()).isFalse();
            Await.until(() -> Files.exists(done));
            assertThat(
                            catchThrowableOfType(
                                            RemoteException.class, () -> SshLoginTest.echo(host))
                                    .kind())
                    .isEqualTo(Kind.CLOSED);
        }
    }

    private static void runSlowly(RemoteHost host, Path begun, Path done) throws Exception {
        host.run(
                List.of(
                        Command.of("touch", begun.toString()),
                        Command.of("sleep", "1"),
                        Command.of("touch", done.toString())),
                OnFailure.STOP,
                _ -> {},
                RemoteHostContract.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciphers chacha20-poly1305@openssh.com",
                "Ciphers aes256-ctr\nMACs hmac-sha2-512",
                "KexAlgorithms ecdh-sha2-nistp384",
                "KexAlgorithms diffie-hellman-group16-sha512",
                "HostKeyAlgorithms rsa-sha2-256"
            })
    void agreesWithServersOfFewAlgorithms(String options) throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder, options);
                RemoteHost host =
                        connector.connect(
                                withKnownHosts(server.route(), folder.resolve("new")),
                                Questions.NONE,
                                true)) {
            assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciphers aes128-ctr\nMACs hmac-sha1",
                "Ciphers 3des-cbc",
                "KexAlgorithms diffie-hellman-group14-sha1",
                "HostKeyAlgorithms ssh-rsa"
            })
    void refusesServersOfWeakAlgorithms(String options) throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder, options)) {
            RemoteException refused = refused(server.route());
            assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(refused.text().key()).isEqualTo("remote.connect.failed");
        }
    }

    @Test
    void triesAgainWhenTheServerIsBusy() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder);
                ServerSocket busy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> dropOnceThenForward(busy, server.port()));
            SshRoute route =
                    withKnownHosts(withPort(server.route(), busy.getLocalPort()), anyPort(server));
            try (RemoteHost host = connect(route)) {
                assertThat(SshLoginTest.echo(host)).isEqualTo("in\n");
            }
        }
    }

    @Test
    void getsInBesideManyOthersWhereTheServerDropsMostOfThem() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder, "MaxStartups 6:100:6")) {
            List<Thread> threads = new ArrayList<>();
            Queue<String> answers = new ConcurrentLinkedQueue<>();
            Queue<Exception> failures = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 12; i++) {
                threads.add(
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            try (RemoteHost host = connect(server.route())) {
                                                answers.add(SshLoginTest.echo(host));
                                            } catch (Exception failure) {
                                                failures.add(failure);
                                            }
                                        }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(answers).hasSize(12).containsOnly("in\n");
        }
    }

    /// Somebody who loses the connection over typing a password.
    private record Cutting(OpenSshServer server) implements Questions {
        @Override
        public Optional<char[]> password(String host, String user, String address, boolean again) {
            server.killConnections();
            return Optional.of(new char[] {'x'});
        }

        @Override
        public Optional<char[]> passphrase(String host, String keyFile, boolean again) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> sudoPassword(String host, String user, boolean again) {
            return Optional.empty();
        }

        @Override
        public boolean trustNewHostKey(
                String host, String address, int port, String keyType, String fingerprint) {
            return false;
        }
    }

    @Test
    void tellsABrokenLoginFromARefusedOne() throws Exception {
        try (OpenSshServer server = OpenSshServer.start(folder, "PasswordAuthentication yes")) {
            RemoteException broken =
                    catchThrowableOfType(
                            RemoteException.class,
                            () ->
                                    connector.connect(
                                            server.route(folder.resolve("none")),
                                            new Cutting(server),
                                            false));
            assertThat(broken.kind()).isEqualTo(Kind.CLOSED);
            assertThat(broken.text().key()).isEqualTo("remote.login.lost");
        }
    }

    @Test
    void takesTooManyKeysForARefusal(@TempDir Path other) throws Exception {
        OpenSshServer.keygen("-t", "ed25519", "-N", "", "-f", other.resolve("a").toString());
        OpenSshServer.keygen("-t", "ed25519", "-N", "", "-f", other.resolve("b").toString());
        try (OpenSshServer server = OpenSshServer.start(folder, "MaxAuthTries 1")) {
            RemoteException refused = refused(server.route(other.resolve("a"), other.resolve("b")));
            assertThat(refused.kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(refused.text().key()).isEqualTo("remote.login.lost");
        }
    }

    private static void dropOnceThenForward(ServerSocket from, int to) {
        try {
            from.accept().close();
            try (Socket client = from.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), to)) {
                Thread up = Thread.ofVirtual().start(() -> copy(client, server));
                copy(server, client);
                up.join();
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            assertThat(from.isClosed() || to.isClosed()).isNotNull();
        }
    }

    private RemoteHost connect(SshRoute route) throws RemoteException, InterruptedException {
        return connector.connect(route, Questions.NONE, false);
    }

    private RemoteException refused(SshRoute route) {
        return catchThrowableOfType(RemoteException.class, () -> connect(route));
    }

    private Path anyPort(OpenSshServer server) throws IOException {
        return Files.writeString(
                folder.resolve("any-port"),
                "[127.0.0.1]:* " + Files.readString(server.file("host_ed25519.pub")));
    }

    private static SshRoute through(SshRoute route, SshRoute jump) {
        return new SshRoute(
                route.host(),
                route.address(),
                route.port(),
                route.user(),
                route.identities(),
                false,
                route.knownHosts(),
                route.sudo(),
                Optional.of(jump));
    }

    private static SshRoute withKnownHosts(SshRoute route, Path knownHosts) {
        return new SshRoute(
                route.host(),
                route.address(),
                route.port(),
                route.user(),
                route.identities(),
                false,
                List.of(knownHosts),
                route.sudo(),
                Optional.empty());
    }

    private static SshRoute withPort(SshRoute route, int port) {
        return new SshRoute(
                route.host(),
                route.address(),
                port,
                route.user(),
                route.identities(),
                false,
                route.knownHosts(),
                route.sudo(),
                Optional.empty());
    }
}
