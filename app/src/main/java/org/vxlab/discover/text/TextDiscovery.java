package org.vxlab.discover.text;

import org.vxlab.discover.Discovered;
import org.vxlab.discover.Discovery;
import org.vxlab.discover.Finding;
import org.vxlab.discover.Finding.Kind;
import org.vxlab.discover.FindingList;
import org.vxlab.discover.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a lab out of scripts, tutorials and whatever else holds `ip` and `bridge` commands.
public final class TextDiscovery {
    private TextDiscovery() {}

    /// A text.
    ///
    /// @param host the one all its commands run on; absent where the text itself tells
    public record Part(Optional<String> host, String text) {}

    /// The lab of these texts, and what will not work in it, with line numbers.
    ///
    /// @param name of the lab; absent means `imported`
    public static Discovered of(List<Part> parts, Optional<String> name) {
        FindingList findings = new FindingList();
        Cast cast = new Cast();
        for (Part part : parts) {
            new Transcript(cast, findings).read(part.text(), part.host());
        }
        for (ToldHost host : cast.hosts()) {
            List<String> removed = host.removed();
            if (!removed.isEmpty()) {
                findings.add(
                        Kind.ASSUMED,
                        host.name,
                        "",
                        "discover.text.cleanup",
                        String.join(", ", removed));
            }
        }
        Discovered discovered = Discovery.of(cast.found(), Source.TEXT, name);
        List<Finding> all = new ArrayList<>(findings.all());
        discovered.findings().stream()
                .map(finding -> finding.at(cast.lineOf(finding.host(), finding.device())))
                .forEach(all::add);
        return new Discovered(discovered.lab(), all);
    }
}
