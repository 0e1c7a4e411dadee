package org.vxlab.ui;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An SSH server on this machine that wants a password, for tests of what a person is asked.
final class AskingServer implements AutoCloseable {
    static final String PASSWORD = "right";

    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final KeyPair hostKey;
    private final SshServer server;

    private AskingServer(KeyPair hostKey, SshServer server) {
        this.hostKey = hostKey;
        this.server = server;
    }

    /// Has no shells yet, only commands.
    static AskingServer start() throws IOException, GeneralSecurityException {
        KeyPair hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        SshServer server = SshServer.setUpDefaultServer();
        AskingServer asking = new AskingServer(hostKey, server);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (_, password, _) -> {
                    asking.passwords.add(password);
                    return password.equals(PASSWORD);
                });
        server.setCommandFactory(
                (channel, command) ->
                        new ProcessShellFactory(command, "/bin/sh", "-c", command)
                                .createShell(channel));
        server.start();
        return asking;
    }

    void acceptKeys() {
        server.setPublickeyAuthenticator((_, _, _) -> true);
    }

    /// From now on it opens shells on request.
    void offerShells() {
        server.setShellFactory(new ProcessShellFactory("cat", "/bin/cat"));
    }

    int port() {
        return server.getPort();
    }

    KeyPair hostKey() {
        return hostKey;
    }

    /// The passwords it was given, right and wrong, once for each connection.
    List<String> passwords() {
        return passwords;
    }

    /// A lab whose one host `a` is reached through this server.
    Path lab(Path folder) throws IOException {
        Path file = folder.resolve("ssh.vxlab.yaml");
        Files.writeString(
                file,
                """
                vxlab: 1
                name: by-ssh
                underlay:
                  networks:
                    - { name: lan, subnet: 192.168.56.0/24 }
                hosts:
                  - name: a
                    ssh: { address: 127.0.0.1, port: %d, user: tester }
                    underlay: { network: lan, device: eth9, address: 192.168.56.11/24 }
                """
                        .formatted(port()));
        return file;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
