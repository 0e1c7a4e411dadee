package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vxlab.remote.RemoteException.Kind;

import java.io.IOException;
import java.util.List;

/// What is told of a host whose login shell ends before anything can be sent to it.
@Timeout(60)
class ShellEntryTest {
    @Test
    void saysWhatTheHostSaidThoughNothingCouldBeSentToIt() throws Exception {
        RemoteException refused = refused("echo 'This account is not available.' >&2; exit 1");

        assertThat(refused.kind()).isEqualTo(Kind.CLOSED);
        assertThat(refused.text().key()).isEqualTo("remote.shell.ended");
        assertThat(refused.text().arguments())
                .containsExactly("h1", "This account is not available.");
    }

    @Test
    void saysThatTheHostSaidNothing() throws Exception {
        RemoteException refused = refused("exit 1");

        assertThat(refused.kind()).isEqualTo(Kind.CLOSED);
        assertThat(refused.text().key()).isEqualTo("remote.shell.silent");
    }

    private static RemoteException refused(String login) throws Exception {
        Process ended = ended(login);
        return catchThrowableOfType(
                RemoteException.class,
                () ->
                        RootShell.enter(
                                new LocalChannel(ended),
                                Privilege.none("h1"),
                                new Nonce(),
                                nonce -> "echo " + nonce,
                                (_, _) -> {}));
    }

    private static Process ended(String login) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("/bin/sh", "-c", login)).start();
        process.waitFor();
        return process;
    }
}
