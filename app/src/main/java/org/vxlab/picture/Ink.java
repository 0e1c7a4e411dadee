package org.vxlab.picture;

/// What a colour is for; a [Palette] says which colour that is.
public sealed interface Ink {
    /// Colours that all labs share.
    enum Plain implements Ink {
        CANVAS,
        CARD,
        CARD_EDGE,
        /// Ground of small things on a card: chips, ports.
        CHIP,
        TEXT,
        /// Text of less weight.
        QUIET,
        /// Networks, routers and cables.
        UNDERLAY,
        UNDERLAY_EDGE,
        NOTE,
        NOTE_TEXT,
        /// Works.
        GOOD,
        /// Does not work.
        BAD,
        /// Not known, or no longer known.
        DOUBTFUL,
        SELECTION
    }

    /// A segment's strong colour, for lines and bars, by its number in the palette.
    record Segment(int number) implements Ink {}

    /// A segment's light colour, for grounds under text.
    record SegmentGround(int number) implements Ink {}

    /// Text on a segment's strong colour.
    record OnSegment(int number) implements Ink {}
}
