package org.vxlab.ui.inspector;

import org.vxlab.topology.Message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything the inspector shows of what is chosen, but what hosts say.
///
/// @param kind what it is
/// @param name what it is called; absent where the kind says all
/// @param path its place in the lab file; empty for the lab and for several things
record Page(Message kind, Optional<String> name, String path, List<Section> sections) {
    Page {
        sections = List.copyOf(sections);
    }

    Stream<Property> properties() {
        return sections.stream().flatMap(Section::properties);
    }
}
