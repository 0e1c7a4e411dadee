package org.vxlab.picture;

/// How much is painted, by how large it comes out.
public enum Detail {
    /// Names and states in large letters, nothing inside the cards.
    FAR,
    /// Cards with names on their bars, larger; no addresses of bridges, no chips of entries.
    MIDDLE,
    /// Everything.
    NEAR;

    private static final double MIDDLE_FROM = 0.35;
    private static final double NEAR_FROM = 0.6;

    /// What can be read at a zoom (1 is one canvas unit to one pixel).
    public static Detail at(double zoom) {
        return zoom < MIDDLE_FROM ? FAR : zoom < NEAR_FROM ? MIDDLE : NEAR;
    }
}
