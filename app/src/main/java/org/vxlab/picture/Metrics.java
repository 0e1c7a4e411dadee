package org.vxlab.picture;

/// Sizes of what stands on a picture, in canvas units.
///
/// @param scale 1, or more for large type
record Metrics(double scale) {
    private static final double LARGE = 1.3;

    static Metrics of(PictureStyle style) {
        return new Metrics(style.largeType() ? LARGE : 1);
    }

    double cardWidth() {
        return 232 * scale;
    }

    double gap() {
        return 8 * scale;
    }

    double header() {
        return 28 * scale;
    }

    double chip() {
        return 22 * scale;
    }

    double bar() {
        return 22 * scale;
    }

    double device() {
        return 22 * scale;
    }

    double entry() {
        return 17 * scale;
    }

    double port() {
        return 26 * scale;
    }

    double title() {
        return 14 * scale;
    }

    double text() {
        return 11 * scale;
    }

    double small() {
        return 10 * scale;
    }

    double pillWidth() {
        return 104 * scale;
    }

    double pillHeight() {
        return 42 * scale;
    }

    double networkWidth() {
        return 230 * scale;
    }

    double networkHeight() {
        return 34 * scale;
    }

    double routerSize() {
        return 52 * scale;
    }

    /// Letters of a name that is read from far away.
    double farTitle() {
        return 40 * scale;
    }
}
