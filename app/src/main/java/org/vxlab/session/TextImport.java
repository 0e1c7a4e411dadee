package org.vxlab.session;

import org.vxlab.discover.Discovered;
import org.vxlab.discover.text.TextDiscovery;
import org.vxlab.discover.text.TextDiscovery.Part;

import java.util.List;
import java.util.Optional;

/// Makes a lab out of a pasted tutorial or script; findings tell the lines they are about.
public final class TextImport {
    private TextImport() {}

    /// One text, for one or several hosts.
    public static Discovered of(String text, Optional<String> name) {
        return of(List.of(new Part(Optional.empty(), text)), name);
    }

    /// Several texts, each for the host it names.
    public static Discovered of(List<Part> parts, Optional<String> name) {
        return TextDiscovery.of(parts, name);
    }
}
