package org.vxlab.remote;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A random word no output of a host can hold by chance or by guessing.
final class Nonce {
    private static final int BYTES = 16;

    /// How many characters a nonce has.
    static final int LENGTH = 2 * BYTES;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
