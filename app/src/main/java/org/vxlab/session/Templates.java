package org.vxlab.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The labs that come with the program, inside its jar.
public final class Templates {
    /// A class path has no folders to list, so the names stand here.
    public static final List<String> NAMES =
            List.of(
                    "bridge-and-vxlan",
                    "bridge-and-vxlan-broken",
                    "head-end-across-a-router",
                    "multicast-group",
                    "static-fdb-no-learning",
                    "two-hosts-point-to-point",
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
