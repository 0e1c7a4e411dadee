package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;

class LabControlTest {
    @TempDir private Path folder;

    @Test
    void answersWithItsProcessNumber() throws Exception {
        Path socket = folder.resolve("control");
        try (LabControl _ = LabControl.listen(socket)) {
            assertThat(LabControl.ask(socket, LabControl.STATUS, Duration.ofMinutes(1)))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void doesNotWaitForEverForALabThatSaysNothing() throws Exception {
        Path socket = folder.resolve("silent");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(
                            () -> LabControl.ask(socket, LabControl.STATUS, Duration.ofMillis(50)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void tellsASilentLabFromOneThatIsGone() {
        assertThatThrownBy(
                        () ->
                                LabControl.ask(
                                        folder.resolve("gone"),
                                        LabControl.STATUS,
                                        Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
