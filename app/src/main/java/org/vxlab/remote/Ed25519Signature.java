package org.vxlab.remote;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;

/// The signature `ssh-ed25519` (RFC 8709): that of most host keys and most people's keys.
///
/// The arithmetic is BouncyCastle's, without its provider: the JDK's takes five times as long,
/// which was a third of what a connection costs this program.
final class Ed25519Signature implements Signature {
    private static final String NAME = KeyType.ED25519.toString();

    /// Bytes of an encoded public key, which ends with the key itself (RFC 8410 section 4).
    private static final int ENCODED_KEY_SIZE = 12 + Ed25519.PUBLIC_KEY_SIZE;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte[] publicKey = new byte[0];
    private byte[] secret = new byte[0];

    /// Makes one a signature, as the library asks for them.
    static final class Makes implements Factory.Named<Signature> {
        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public Signature create() {
            return new Ed25519Signature();
        }
    }

    @Override
    public String getSignatureName() {
        return NAME;
    }

    @Override
    public void initVerify(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != ENCODED_KEY_SIZE) {
            throw new SSHRuntimeException("no Ed25519 key: " + key.getAlgorithm());
        }
        publicKey =
                Arrays.copyOfRange(
                        encoded, encoded.length - Ed25519.PUBLIC_KEY_SIZE, encoded.length);
        message.reset();
    }

    @Override
    public void initSign(PrivateKey key) {
        try {
            // Whosever key class it is, the JDK's has the secret as it is.
            EdECPrivateKey ours =
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").translateKey(key);
            secret =
                    ours.getBytes()
                            .orElseThrow(() -> new SSHRuntimeException("a key without its secret"));
        } catch (GeneralSecurityException other) {
            throw new SSHRuntimeException("no Ed25519 key: " + key.getAlgorithm(), other);
        }
        message.reset();
    }

    @Override
    public void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
        message.write(bytes, from, length);
    }

    /// Once for each [#initSign]: the secret is wiped.
    @Override
    public byte[] sign() {
        byte[] signed = message.toByteArray();
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, signed, 0, signed.length, signature, 0);
        Arrays.fill(secret, (byte) 0);
        return signature;
    }

    @Override
    public byte[] encode(byte[] signature) {
        return signature;
    }

    /// @param named the signature's name, then the signature
    @Override
    public boolean verify(byte[] named) {
        byte[] signed = message.toByteArray();
        try {
            Buffer.PlainBuffer parts = new Buffer.PlainBuffer(named);
            if (!parts.readString().equals(NAME)) {
                return false;
            }
            byte[] signature = parts.readBytes();
            return signature.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(signature, 0, publicKey, 0, signed, 0, signed.length);
        } catch (Buffer.BufferException cutShort) {
            return false;
        }
    }
}
