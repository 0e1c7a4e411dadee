package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;

class BrokenIdentityFileTest {
    private static final Path PATH = Path.of("id_test");

    @Test
    void saysOfAFileCutOffAnywhereThatItCannotBeRead() throws Exception {
        for (String whole : new String[] {openSsh("ssh-ed25519"), pkcs8()}) {
            int lastLine = whole.strip().lastIndexOf('\n');
            // The last group of a key is its padding.
            for (int end = 0; end < lastLine - 16; end++) {
                IdentityFile file = new IdentityFile(PATH, whole.substring(0, end));
                Optional<char[]> passphrase =
                        file.isEncrypted() ? Optional.of(new char[] {'x'}) : Optional.empty();
                assertThatThrownBy(() -> file.open(passphrase))
                        .as("%d of %d characters", end, whole.length())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    /// As of a security token, `sk-ssh-ed25519@openssh.com`.
    @Test
    void saysOfAKeyOfAnotherTypeThatItCannotBeRead() throws Exception {
        IdentityFile file = new IdentityFile(PATH, openSsh("ssh-ed25520"));
        assertThat(file.isEncrypted()).isFalse();
        assertThatThrownBy(() -> file.open(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheKeyOutOfItsDescription() throws Exception {
        assertThat(new IdentityFile(PATH, openSsh("ssh-ed25519")).toString())
                .isEqualTo("IdentityFile[id_test]");
    }

    /// @param type as long as `ssh-ed25519`
    private static String openSsh(String type) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, text);
        String[] lines = text.toString(StandardCharsets.US_ASCII).split("\n", -1);
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append(line.startsWith("-----") ? "" : line);
        }
        String blob =
                new String(
                        Base64.getMimeDecoder().decode(body.toString()),
                        StandardCharsets.ISO_8859_1);
        return armoured(
                "OPENSSH PRIVATE KEY",
                blob.replace("ssh-ed25519", type).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String pkcs8() throws Exception {
        KeyPair key = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        return armoured("PRIVATE KEY", key.getPrivate().getEncoded());
    }

    private static String armoured(String kind, byte[] blob) {
        byte[] lineBreak = {'\n'};
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder(70, lineBreak).encodeToString(blob)
                + "\n-----END "
                + kind
                + "-----\n";
    }
}
