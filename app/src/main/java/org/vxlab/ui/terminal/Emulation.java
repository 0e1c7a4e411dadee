package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalOutputStream;
import com.techsenger.jeditermfx.core.TtyBasedArrayDataStream;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.session.HostTerminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// A terminal between a host and a screen: what the host sends becomes rows of styled text, what is
/// typed is sent.
///
/// Reading is done on a thread of its own, sending on another, so that a slow host holds up nobody.
final class Emulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);

    /// Lines kept above the screen.
    private static final int HISTORY = 5_000;

    private final HostTerminal host;
    private final StyleState style = new StyleState();
    private final TerminalTextBuffer buffer;
    private final JediTerminal terminal;
    private final EmulationState state;
    private final ExecutorService sending;

    /// @param changed told, from the reading thread, that something is to be painted anew
    /// @param ended told, from the reading thread, that the shell has ended
    Emulation(HostTerminal host, int columns, int rows, Runnable changed, Runnable ended) {
        this.host = host;
        buffer = new TerminalTextBuffer(columns, rows, style, HISTORY, null);
        state = new EmulationState(changed);
        terminal = new JediTerminal(state, buffer, style);
        buffer.addModelListener(changed::run);
        sending =
                Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("terminal " + host.host() + " typing").factory());
        terminal.setTerminalOutput(new Typed());
        Thread.ofVirtual()
                .name("terminal " + host.host())
                .start(
                        () -> {
                            read();
                            ended.run();
                        });
    }

    TerminalTextBuffer buffer() {
        return buffer;
    }

    EmulationState state() {
        return state;
    }

    /// What a key that is no character sends; null where it sends nothing.
    byte[] codeOf(int key, int modifiers) {
        return terminal.getCodeForKey(key, modifiers);
    }

    private void read() {
        HostTty tty = new HostTty(host);
        JediEmulator emulator = new JediEmulator(new TtyBasedArrayDataStream(tty), terminal);
        try {
            while (emulator.hasNext()) {
                emulator.next();
            }
        } catch (IOException over) {
            LOG.debug("terminal of {}: {}", host.host(), over.getMessage());
        }
    }

    void send(byte[] bytes) {
        later(
                () -> {
                    host.input().write(bytes);
                    host.input().flush();
                });
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends what was copied somewhere, so that programs that care can tell it from typing.
    void paste(String text) {
        String lines = text.replace("\r\n", "\r").replace('\n', '\r');
        send(state.isPasteBracketed() ? "\u001b[200~" + lines + "\u001b[201~" : lines);
    }

    void resize(int columns, int rows) {
        terminal.resize(new TermSize(columns, rows), RequestOrigin.User);
        later(() -> host.resize(columns, rows));
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void later(Sending work) {
        try {
            sending.execute(
                    () -> {
                        try {
                            work.run();
                        } catch (IOException over) {
                            LOG.debug("terminal of {}: {}", host.host(), over.getMessage());
                        }
                    });
        } catch (RejectedExecutionException closed) {
            LOG.debug("terminal of {} is closed", host.host());
        }
    }

    /// Hangs up; returns at once.
    @Override
    public void close() {
        sending.shutdown();
        Thread.ofVirtual().name("terminal " + host.host() + " end").start(host::close);
    }

    /// What the emulation itself answers to the host.
    private final class Typed implements TerminalOutputStream {
        @Override
        public void sendBytes(byte[] bytes, boolean userInput) {
            send(bytes);
        }

        @Override
        public void sendString(String text, boolean userInput) {
            send(text);
        }
    }
}
