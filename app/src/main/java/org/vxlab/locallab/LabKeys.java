package org.vxlab.locallab;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import java.util.Set;

/// The keys of one lab, made when it starts: one to log in with, and one per host to be known by.
final class LabKeys {
    private static final int ED25519_BITS = 256;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final KeyPair login = make();

    static KeyPair make() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("BouncyCastle makes ed25519 keys", e);
        }
    }

    boolean admits(PublicKey key) {
        return KeyUtils.compareKeys(login.getPublic(), key);
    }

    /// Writes the login key for OpenSSH, readable by its owner only from the start.
    void writeLogin(Path file) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(login, "vxlab", null, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key we made can be written", e);
        }
        var attribute = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, attribute)) {
            channel.write(java.nio.ByteBuffer.wrap(text.toByteArray()));
        }
    }

    /// Writes a known_hosts file.
    ///
    /// @param keys port on loopback to the key of the host that listens there
    static void writeKnownHosts(Path file, Map<Integer, PublicKey> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach(
                (port, key) ->
                        text.append("[127.0.0.1]:")
                                .append(port)
                                .append(' ')
                                .append(PublicKeyEntry.toString(key))
                                .append('\n'));
        Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
    }
}
