package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;

import org.vxlab.session.HostTerminal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// A host's terminal as the emulation reads it; writing goes another way.
final class HostTty implements TtyConnector {
    private final HostTerminal host;
    private final Reader reader;
    private volatile boolean over;

    HostTty(HostTerminal host) {
        this.host = host;
        this.reader = new InputStreamReader(host.output(), StandardCharsets.UTF_8);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = reader.read(into, offset, length);
        over |= read < 0;
        return read;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        host.input().write(bytes);
        host.input().flush();
    }

    @Override
    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isConnected() {
        return !over;
    }

    @Override
    public int waitFor() {
        return 0;
    }

    @Override
    public boolean ready() throws IOException {
        return reader.ready();
    }

    @Override
    public String getName() {
        return host.host();
    }

    @Override
    public void close() {
        host.close();
    }
}
