package org.vxlab.remote;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The contract over Apache MINA's server, in this process.
class MinaHostTest extends RemoteHostContract {
    @TempDir static Path serverFolder;
    private SshServer server;
    private final SshConnector connector = new SshConnector(Optional.empty());

    @Override
    RemoteHost open() throws Exception {
        if (server == null) {
            OpenSshServer.keygen(
                    "-t", "ed25519", "-N", "", "-f", serverFolder.resolve("id").toString());
            server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(
                    new SimpleGeneratorHostKeyProvider(serverFolder.resolve("host")));
            server.setPublickeyAuthenticator((_, _, _) -> true);
            server.setCommandFactory(
                    (channel, command) ->
                            new ProcessShellFactory(command, "/bin/sh", "-c", command)
                                    .createShell(channel));
            server.start();
        }
        SshRoute route =
                new SshRoute(
                        "h1",
                        "127.0.0.1",
                        server.getPort(),
                        OpenSshServer.user(),
                        List.of(serverFolder.resolve("id")),
                        false,
                        List.of(serverFolder.resolve("known_hosts")),
                        Optional.of(false),
                        Optional.empty());
        return connector.connect(route, Questions.NONE, true);
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.stop(true);
        }
    }
}
