package org.vxlab.remote;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The contract over OpenSSH's server.
@Tag("kernel")
class OpenSshHostTest extends RemoteHostContract {
    @TempDir static Path serverFolder;
    private OpenSshServer server;
    private final SshConnector connector = new SshConnector();

    @Override
    RemoteHost open() throws Exception {
        if (server == null) {
            server = OpenSshServer.start(serverFolder);
        }
        return connector.connect(server.route(), Questions.NONE, false);
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }
}
