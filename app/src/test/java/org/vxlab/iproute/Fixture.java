package org.vxlab.iproute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The captured outputs of real hosts.
final class Fixture {
    private Fixture() {}

    static String text(String path) {
        try (InputStream in = Fixture.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("no fixture " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
