package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What is said of hosts that no connection comes about to, and how soon.
@Tag("kernel")
@Timeout(60)
class SshUnreachableTest {
    @TempDir Path folder;
    private final SshConnector connector = new SshConnector(Optional.empty());

    @Test
    void saysWhyAHostIsNotReached() throws Exception {
        SshRoute route =
                new SshRoute(
                        "h1",
                        "127.0.0.1",
                        OpenSshServer.freePort(),
                        "lab",
                        List.of(),
                        false,
                        List.of(folder.resolve("known_hosts")),
                        Optional.empty(),
                        Optional.empty());
        assertThat(refused(route).text().key()).isEqualTo("remote.connect.refused");
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SshRoute slow =
                    new SshRoute(
                            "h1",
                            "127.0.0.1",
                            silent.getLocalPort(),
                            "lab",
                            List.of(),
                            false,
                            List.of(folder.resolve("known_hosts")),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            Duration.ofMillis(300));
            assertThat(refused(slow).text().key()).isEqualTo("remote.connect.timeout");
        }
    }

    @Test
    void endsAtOnceWhenInterruptedWhileConnecting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SshRoute route =
                    new SshRoute(
                            "h1",
                            "127.0.0.1",
                            silent.getLocalPort(),
                            "lab",
                            List.of(),
                            false,
                            List.of(folder.resolve("known_hosts")),
                            Optional.empty(),
                            Optional.empty());
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread connecting =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (RemoteHost host = connect(route)) {
                                            assertThat(host.isOpen()).isFalse();
                                        } catch (RemoteException | InterruptedException failure) {
                                            thrown.set(failure);
                                        }
                                    });
            silent.accept();
            connecting.interrupt();
            connecting.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private RemoteHost connect(SshRoute route) throws RemoteException, InterruptedException {
        return connector.connect(route, Questions.NONE, false);
    }

    private RemoteException refused(SshRoute route) {
        return catchThrowableOfType(RemoteException.class, () -> connect(route));
    }
}
