package org.vxlab.picture;

/// Sizes of what stands on a picture, in canvas units.
final class Metrics {
    static final double CARD_WIDTH = 232;
    static final double GAP = 8;
    static final double HEADER = 28;
    static final double CHIP = 22;
    static final double BAR = 22;
    static final double DEVICE = 22;
    static final double ENTRY = 17;
    static final double PORT = 26;

    /// Heights of letters.
    static final double TITLE = 14;

    static final double TEXT = 11;
    static final double SMALL = 10;

    /// Letters that are read from far away.
    static final double FAR_TITLE = 40;

    static final double PILL_WIDTH = 104;
    static final double PILL_HEIGHT = 42;
    static final double NETWORK_WIDTH = 230;
    static final double NETWORK_HEIGHT = 34;
    static final double ROUTER = 52;

    private Metrics() {}
}
