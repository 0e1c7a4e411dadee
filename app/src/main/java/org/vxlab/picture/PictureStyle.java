package org.vxlab.picture;

import org.vxlab.topology.Thing;

import java.util.Set;

/// How a lab is to be painted.
///
/// @param type how large letters are
/// @param entryRows rows a vxlan device has for forwarding entries; fixed while watching, so that
///   cards do not jump
/// @param marked things to set off: the selection
public record PictureStyle(Detail detail, TypeSize type, int entryRows, Set<Thing> marked) {
    /// Rows that make a card no higher than a card with workloads.
    public static final int WATCHING_ROWS = 3;

    public static final PictureStyle DESIGN =
            new PictureStyle(Detail.NEAR, TypeSize.USUAL, 0, Set.of());
    public static final PictureStyle WATCHING =
            new PictureStyle(Detail.NEAR, TypeSize.USUAL, WATCHING_ROWS, Set.of());

    public PictureStyle {
        marked = Set.copyOf(marked);
    }

    public PictureStyle withDetail(Detail changed) {
        return new PictureStyle(changed, type, entryRows, marked);
    }

    public PictureStyle withType(TypeSize changed) {
        return new PictureStyle(detail, changed, entryRows, marked);
    }

    public PictureStyle withEntryRows(int changed) {
        return new PictureStyle(detail, type, changed, marked);
    }

    public PictureStyle withMarked(Set<Thing> changed) {
        return new PictureStyle(detail, type, entryRows, changed);
    }
}
