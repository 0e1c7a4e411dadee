package org.vxlab.remote;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// OpenSSH's own server on a free loopback port, as the user the tests run as, with all its files
/// in one folder.
final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final long START_LIMIT_MILLIS = 10_000;

    private final Path folder;
    private final int port;
    private final Process process;

    private OpenSshServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// @param folder empty; the key `id` that lets one in is made there
    /// @param options further lines of sshd_config
    static OpenSshServer start(Path folder, String... options) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(SSHD), "no " + SSHD + " on this system");
        if (user().equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        keygen("-t", "ed25519", "-N", "", "-f", folder.resolve("host_ed25519").toString());
        keygen("-t", "rsa", "-b", "2048", "-N", "", "-f", folder.resolve("host_rsa").toString());
        keygen("-t", "ed25519", "-N", "", "-f", folder.resolve("id").toString());
        Files.copy(folder.resolve("id.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        List<String> config = new ArrayList<>(Arrays.asList(options));
        config.addAll(
                List.of(
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + folder.resolve("host_ed25519"),
                        "HostKey " + folder.resolve("host_rsa"),
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "PidFile none",
                        "UsePAM no",
                        "StrictModes no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "PermitRootLogin yes",
                        "PermitUserEnvironment yes",
                        "LogLevel VERBOSE"));
        Files.write(folder.resolve("sshd_config"), config);
        Process process =
                new ProcessBuilder(
                                SSHD.toString(),
                                "-D",
                                "-e",
                                "-f",
                                folder.resolve("sshd_config").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        OpenSshServer server = new OpenSshServer(folder, port, process);
        server.awaitListening();
        return server;
    }

    int port() {
        return port;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String log() throws IOException {
        return Files.readString(file("log"));
    }

    /// A further key that lets one in.
    void authorize(Path publicKey) throws IOException {
        Files.writeString(
                file("authorized_keys"),
                Files.readString(file("authorized_keys")) + Files.readString(publicKey));
    }

    /// A known_hosts file in which this server stands.
    Path knownHosts() throws IOException {
        Path file = file("known_hosts");
        if (!Files.exists(file)) {
            Files.writeString(
                    file, "[127.0.0.1]:" + port + " " + Files.readString(file("host_ed25519.pub")));
        }
        return file;
    }

    /// The way in with the key made at the start, without sudo.
    SshRoute route() throws IOException {
        return route(file("id"));
    }

    SshRoute route(Path... identities) throws IOException {
        return new SshRoute(
                "h1",
                "127.0.0.1",
                port,
                user(),
                List.of(identities),
                false,
                List.of(knownHosts()),
                Optional.of(false),
                Optional.empty());
    }

    static String user() {
        return System.getProperty("user.name");
    }

    static void keygen(String... arguments) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("ssh-keygen", "-q"));
        argv.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(argv + ": " + said);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Kills the processes that hold connections, not those that run on them.
    void killConnections() {
        process.descendants()
                .filter(child -> child.info().command().orElse("").contains("sshd"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitListening() throws Exception {
        long deadline = System.currentTimeMillis() + START_LIMIT_MILLIS;
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                if (socket.getInputStream().read() == 'S') {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive() || System.currentTimeMillis() > deadline) {
                    throw new IOException("sshd does not start: " + log(), notYet);
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        children.forEach(ProcessHandle::destroy);
    }
}
