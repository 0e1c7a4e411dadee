package org.vxlab.picture;

/// How large the letters on a picture are, and with them what they stand on, in canvas units.
///
/// A card with large letters takes hardly more room than a usual one, so that things drawn for the
/// one do not overlap in the other: what grows is the type, what shrinks is the space about it.
public enum TypeSize {
    /// For a screen in front of a person.
    USUAL(new Letters(15, 12.5, 11), 232, 28, 22, 17, 26, 112, 42, 256, 34),
    /// For a projector in front of a class.
    LARGE(new Letters(21, 18, 16), 272, 32, 26, 21, 29, 150, 54, 272, 40);

    /// With large letters, a card with several vxlan devices has fewer rows below each.
    private static final int ROWS_OF_SEVERAL = 2;

    /// Heights of letters.
    private record Letters(double title, double text, double small) {}

    private final Letters letters;
    private final double cardWidth;
    private final double header;
    private final double bar;
    private final double entry;
    private final double port;
    private final double pillWidth;
    private final double pillHeight;
    private final double networkWidth;
    private final double networkHeight;

    TypeSize(
            Letters letters,
            double cardWidth,
            double header,
            double bar,
            double entry,
            double port,
            double pillWidth,
            double pillHeight,
            double networkWidth,
            double networkHeight) {
        this.letters = letters;
        this.cardWidth = cardWidth;
        this.header = header;
        this.bar = bar;
        this.entry = entry;
        this.port = port;
        this.pillWidth = pillWidth;
        this.pillHeight = pillHeight;
        this.networkWidth = networkWidth;
        this.networkHeight = networkHeight;
    }

    /// Names of things.
    double title() {
        return letters.title;
    }

    double text() {
        return letters.text;
    }

    /// What is less than the rest.
    double small() {
        return letters.small;
    }

    double cardWidth() {
        return cardWidth;
    }

    double header() {
        return header;
    }

    /// Bridges, vxlan devices and workloads.
    double bar() {
        return bar;
    }

    double entry() {
        return entry;
    }

    double port() {
        return port;
    }

    double pillWidth() {
        return pillWidth;
    }

    double pillHeight() {
        return pillHeight;
    }

    double networkWidth() {
        return networkWidth;
    }

    double networkHeight() {
        return networkHeight;
    }

    /// How many of the rows wished for each of a card's vxlan devices there is room for.
    int rows(int wished, int devices) {
        return this == LARGE && devices > 1 ? Math.min(wished, ROWS_OF_SEVERAL) : wished;
    }
}
