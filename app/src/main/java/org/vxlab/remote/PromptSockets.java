package org.vxlab.remote;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Optional;

import javax.net.SocketFactory;

/// Sockets on which neither end waits for the other without need.
///
/// We send at once what is written. OpenSSH's server does not for a connection without a terminal:
/// its second small packet waits for our acknowledgement of the first (Nagle's algorithm), which
/// Linux delays by 40 ms unless told before each read (tcp(7), TCP_QUICKACK). Opening a channel
/// takes 1 ms instead of 45 so.
final class PromptSockets extends SocketFactory {
    private static final int BUFFER = 64 * 1024;

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new PromptSocket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static final class PromptSocket extends Socket {
        private InputStream in;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (in == null) {
                in = new BufferedInputStream(promptly(super.getInputStream()), BUFFER);
            }
            return in;
        }

        private InputStream promptly(InputStream socketStream) {
            Optional<SocketOption<Boolean>> quickAck = quickAck();
            if (quickAck.isEmpty()) {
                return socketStream;
            }
            return new FilterInputStream(socketStream) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    setOption(quickAck.get(), true);
                    return super.read(bytes, offset, length);
                }
            };
        }

        /// Found by its name, because only some systems' JDK has it, in a module of its own.
        @SuppressWarnings("unchecked")
        private Optional<SocketOption<Boolean>> quickAck() {
            return supportedOptions().stream()
                    .filter(option -> option.name().equals("TCP_QUICKACK"))
                    .filter(option -> option.type() == Boolean.class)
                    .map(option -> (SocketOption<Boolean>) option)
                    .findAny();
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw unused();
    }

    private static RuntimeException unused() {
        return new UnsupportedOperationException("connections are made with a time limit");
    }
}
