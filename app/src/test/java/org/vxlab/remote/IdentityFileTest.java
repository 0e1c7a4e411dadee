package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;

/// Key files are read as the program reads them first: with nothing but the JDK's providers.
final class IdentityFileTest {
    private static final String BOUNCY_CASTLE = "BC";

    @TempDir private Path folder;
    private Optional<Provider> before = Optional.empty();

    @BeforeEach
    void takeBouncyCastleAway() {
        before = Optional.ofNullable(Security.getProvider(BOUNCY_CASTLE));
        Security.removeProvider(BOUNCY_CASTLE);
        SshSettings.create();
    }

    @AfterEach
    void putBouncyCastleBack() {
        before.ifPresent(
                provider -> {
                    Security.removeProvider(BOUNCY_CASTLE);
                    Security.addProvider(provider);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ecdsa, 256, OPENSSH",
        "ecdsa, 384, OPENSSH",
        "ecdsa, 521, OPENSSH",
        "ecdsa, 256, PEM",
        "ecdsa, 256, PKCS8",
        "ed25519, 256, OPENSSH",
        "rsa, 2048, OPENSSH",
        "rsa, 2048, PEM"
    })
    void readsEveryKindOfKeyWithoutBouncyCastleLoadedBefore(String type, int bits, String encoding)
            throws Exception {
        Path file = folder.resolve("key");
        Process keygen =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                type,
                                "-b",
                                Integer.toString(bits),
                                "-m",
                                encoding.equals("OPENSSH") ? "RFC4716" : encoding,
                                "-N",
                                "",
                                "-f",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keygen.waitFor()).isZero();

        assertThat(IdentityFile.read(file).open(Optional.empty()).getType().toString())
                .contains(type.equals("ecdsa") ? "ecdsa-sha2-nistp" + bits : type);
    }
}
