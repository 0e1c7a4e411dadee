package org.vxlab.picture;

/// Sizes on a picture that are the same for letters of every size, in canvas units.
final class Metrics {
    static final double GAP = 8;

    /// Letters that are read from far away.
    static final double FAR_TITLE = 40;

    /// Signs of a condition.
    static final double SIGN = 11;

    static final double ROUTER = 52;

    private Metrics() {}
}
