package org.vxlab.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The scripts and the schema that come with the program, which exports fill in or pass on.
public final class ExportTexts {
    private ExportTexts() {}

    /// The text of that name, as [org.vxlab.export.ExportSource] asks for it.
    public static String read(String name) {
        String place = "/org/vxlab/export/" + name;
        try (InputStream in = ExportTexts.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("a program without " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
