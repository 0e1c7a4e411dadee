package org.vxlab.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The labs that come with the program, inside its jar.
public final class Templates {
    /// The simplest first, as a class would go through them.
    public static final List<String> NAMES =
            List.of(
                    "two-hosts-point-to-point",
                    "bridge-and-vxlan",
                    "bridge-and-vxlan-broken",
                    "multicast-group",
                    "head-end-across-a-router",
                    "static-fdb-no-learning",
                    "two-tenants-same-addresses");

    public static final String USUAL = "bridge-and-vxlan";

    private Templates() {}

    /// The lab file of one of [#NAMES].
    public static byte[] read(String name) {
        String place = "/templates/" + name + "/" + name + LabFile.SUFFIX;
        try (InputStream in = Templates.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("a program without " + place);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
