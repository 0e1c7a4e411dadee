package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Held against RFC 8032 and against the JDK's own arithmetic.
class Ed25519SignatureTest {
    private static final byte[] MESSAGE = "a hash".getBytes(StandardCharsets.UTF_8);

    private static KeyPair newPair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] signed(PrivateKey key, byte[] message) {
        Ed25519Signature signature = new Ed25519Signature();
        signature.initSign(key);
        signature.update(message, 0, 1);
        signature.update(Arrays.copyOfRange(message, 1, message.length));
        return signature.encode(signature.sign());
    }

    private static byte[] named(String name, byte[] signature) {
        return new Buffer.PlainBuffer().putString(name).putBytes(signature).getCompactData();
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] named) {
        Ed25519Signature signature = new Ed25519Signature();
        signature.initVerify(key);
        signature.update(message);
        return signature.verify(named);
    }

    @Test
    void signsAsTheRfcDoes() throws Exception {
        // RFC 8032 section 7.1, test 2.
        HexFormat hex = HexFormat.of();
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new EdECPrivateKeySpec(
                                        NamedParameterSpec.ED25519,
                                        hex.parseHex(
                                                "4ccd089b28ff96da9db6c346ec114e0f"
                                                        + "5b8a319f35aba624da8cf6ed4fb8a6fb")));

        assertThat(hex.formatHex(signed(key, new byte[] {0x72})))
                .isEqualTo(
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void theJdkTakesWhatItSigns() throws Exception {
        KeyPair pair = newPair();
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(pair.getPublic());
        jdk.update(MESSAGE);

        assertThat(jdk.verify(signed(pair.getPrivate(), MESSAGE))).isTrue();
    }

    @Test
    void takesWhatTheJdkSigns() throws Exception {
        KeyPair pair = newPair();
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initSign(pair.getPrivate());
        jdk.update(MESSAGE);

        assertThat(verifies(pair.getPublic(), MESSAGE, named("ssh-ed25519", jdk.sign()))).isTrue();
    }

    @Test
    void refusesEveryOther() throws Exception {
        KeyPair pair = newPair();
        byte[] good = signed(pair.getPrivate(), MESSAGE);
        byte[] bent = good.clone();
        bent[7] ^= 1;

        PublicKey key = pair.getPublic();
        assertThat(verifies(key, MESSAGE, named("ssh-ed25519", bent))).isFalse();
        assertThat(verifies(key, new byte[] {1}, named("ssh-ed25519", good))).isFalse();
        assertThat(verifies(newPair().getPublic(), MESSAGE, named("ssh-ed25519", good))).isFalse();
        assertThat(verifies(key, MESSAGE, named("ssh-rsa", good))).isFalse();
        assertThat(verifies(key, MESSAGE, named("ssh-ed25519", Arrays.copyOf(good, 63)))).isFalse();
        assertThat(verifies(key, MESSAGE, new byte[] {0, 0, 0, 9})).isFalse();
        assertThat(verifies(key, MESSAGE, new byte[0])).isFalse();
    }

    @Test
    void refusesKeysOfAnotherKind() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatThrownBy(() -> new Ed25519Signature().initSign(pair.getPrivate()))
                .isInstanceOf(SSHRuntimeException.class);
        assertThatThrownBy(() -> new Ed25519Signature().initVerify(pair.getPublic()))
                .isInstanceOf(SSHRuntimeException.class);
    }
}
