package org.vxlab.remote;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

import java.security.Security;

/// BouncyCastle, behind the JDK's providers, for what only it knows.
///
/// Alone in a class because naming its provider makes the JVM check the signature of the whole jar
/// (0.4 s), even where nothing of it is used.
final class BouncyCastle {
    private BouncyCastle() {}

    static void load() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }
}
