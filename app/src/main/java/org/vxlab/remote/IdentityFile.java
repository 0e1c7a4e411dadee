package org.vxlab.remote;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;

import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A private key file: OpenSSH's own format, PEM or PKCS8, with or without a passphrase.
record IdentityFile(Path path, String text) {
    private static final String OLD_PEM = "Proc-Type: 4,ENCRYPTED";
    private static final String OPENSSH = "OPENSSH PRIVATE KEY-----";
    private static final String PEM_EC = "EC PRIVATE KEY-----";

    /// How the name of an ECDSA key's type begins, in base64; it stands in the clear in every file
    /// of OpenSSH's, at one of three places of a group of four characters.
    private static final Pattern OPENSSH_EC =
            Pattern.compile("ZWNkc2Etc2hhM|VjZHNhLXNoYT|lY2RzYS1zaGEy");

    private static final byte[] NO_CIPHER =
            "openssh-key-v1\0\0\0\0\4none".getBytes(StandardCharsets.ISO_8859_1);

    static IdentityFile read(Path path) throws IOException {
        return new IdentityFile(path, Files.readString(path, StandardCharsets.ISO_8859_1));
    }

    boolean isEncrypted() {
        if (!text.contains(OPENSSH)) {
            return text.contains("ENCRYPTED");
        }
        String[] lines = text.strip().split("\\R");
        if (lines.length < 3) {
            return false;
        }
        byte[] start;
        try {
            start = Base64.getMimeDecoder().decode(lines[1]);
        } catch (IllegalArgumentException damaged) {
            // What is wrong with it is said when it is opened.
            return false;
        }
        return !Arrays.equals(
                start, 0, Math.min(start.length, NO_CIPHER.length), NO_CIPHER, 0, NO_CIPHER.length);
    }

    /// Whether the library asks for a key factory by the name `ECDSA`, which the JDK calls `EC`.
    private boolean needsBouncyCastle() {
        return text.contains(OPENSSH)
                ? OPENSSH_EC.matcher(text.replaceAll("\\s", "")).find()
                : text.contains(PEM_EC);
    }

    /// @param passphrase wiped
    /// @throws IOException for a wrong passphrase and for a file that holds no such key
    KeyProvider open(Optional<char[]> passphrase) throws IOException {
        if (needsBouncyCastle()) {
            BouncyCastle.load();
        }
        FileKeyProvider file =
                text.contains(OPENSSH) ? new OpenSSHKeyV1KeyFile() : new PKCS8KeyFile();
        Optional<char[]> encoded =
                text.contains(OLD_PEM) ? passphrase.map(IdentityFile::bytes) : passphrase;
        try {
            file.init(text, null, encoded.map(IdentityFile::once).orElse(null));
            return new KeyPairWrapper(file.getPublic(), file.getPrivate());
        } catch (RuntimeException unreadable) {
            // The library has no one exception for what it cannot read: keys of a security token
            // (`sk-...`) and damaged files end in many kinds.
            throw new IOException(String.valueOf(unreadable.getMessage()), unreadable);
        } finally {
            passphrase.ifPresent(secret -> Arrays.fill(secret, '\0'));
            encoded.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
    }

    /// OpenSSL's old key derivation is fed with characters that each stand for one byte, which
    /// ssh-keygen takes from UTF-8.
    private static char[] bytes(char[] passphrase) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        char[] bytes = new char[utf8.remaining()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (char) (utf8.get(i) & 0xff);
        }
        Arrays.fill(utf8.array(), (byte) 0);
        return bytes;
    }

    /// Gives copies of one secret, and does not offer another.
    static PasswordFinder once(char[] passphrase) {
        return new PasswordFinder() {
            @Override
            public char[] reqPassword(Resource<?> resource) {
                return passphrase.clone();
            }

            @Override
            public boolean shouldRetry(Resource<?> resource) {
                return false;
            }
        };
    }

    /// Without the key, so that it never gets into a log.
    @Override
    public String toString() {
        return "IdentityFile[" + path + "]";
    }
}
