package org.vxlab.remote;

import net.schmizz.sshj.common.Buffer;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The running ssh-agent, which signs with keys it never shows (draft-miller-ssh-agent).
record SshAgent(Path socket) {
    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;

    /// Sign an RSA key's request with SHA-512 instead of SHA-1.
    private static final int FLAG_RSA_SHA2_512 = 4;

    /// As in OpenSSH's agent.
    private static final int LONGEST_MESSAGE = 256 * 1024;

    /// A key the agent holds.
    ///
    /// @param blob the public key as SSH sends it (RFC 4253, 6.6)
    record Key(byte[] blob, String type, String comment) {
        /// The signature algorithm to name in a login (RFC 8332 for RSA).
        String algorithm() {
            return isRsa() ? "rsa-sha2-512" : type;
        }

        private boolean isRsa() {
            return type.equals("ssh-rsa");
        }
    }

    List<Key> keys() throws IOException {
        Buffer.PlainBuffer answer =
                ask(new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES), IDENTITIES_ANSWER);
        List<Key> keys = new ArrayList<>();
        for (long left = answer.readUInt32(); left > 0; left--) {
            byte[] blob = answer.readBytes();
            String type = new Buffer.PlainBuffer(blob).readString();
            keys.add(new Key(blob, type, answer.readString()));
        }
        return keys;
    }

    /// @return the signature as SSH sends it, with its algorithm's name
    byte[] sign(Key key, byte[] data) throws IOException {
        return ask(
                        new Buffer.PlainBuffer()
                                .putByte(SIGN_REQUEST)
                                .putBytes(key.blob())
                                .putBytes(data)
                                .putUInt32(key.isRsa() ? FLAG_RSA_SHA2_512 : 0),
                        SIGN_RESPONSE)
                .readBytes();
    }

    private Buffer.PlainBuffer ask(Buffer.PlainBuffer request, byte expected) throws IOException {
        byte[] message =
                new Buffer.PlainBuffer().putBytes(request.getCompactData()).getCompactData();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            for (ByteBuffer out = ByteBuffer.wrap(message); out.hasRemaining(); ) {
                channel.write(out);
            }
            int length = read(channel, Integer.BYTES).getInt();
            if (length < 1 || length > LONGEST_MESSAGE) {
                throw new IOException("ssh-agent: answer of " + length + " bytes");
            }
            Buffer.PlainBuffer answer = new Buffer.PlainBuffer(read(channel, length).array());
            byte kind = answer.readByte();
            if (kind != expected) {
                throw new IOException("ssh-agent: answer " + kind + " instead of " + expected);
            }
            return answer;
        }
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new EOFException("ssh-agent ended the connection");
            }
        }
        return in.flip();
    }
}
