package org.vxlab.picture;

/// How a segment's bars are hatched, so that segments differ without colour too.
public enum Pattern {
    PLAIN,
    /// Lines rising to the right.
    RISING,
    DOTS,
    /// Lines falling to the right.
    FALLING,
    UPRIGHT,
    CROSSED,
    LEVEL,
    CHECKED;

    static Pattern of(int number) {
        return values()[Math.floorMod(number, values().length)];
    }
}
