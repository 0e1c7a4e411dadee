package org.vxlab.picture;

/// A colour on a screen.
///
/// @param red 0 to 255, as the others
public record Rgb(int red, int green, int blue) {
    /// Reads six hexadecimal digits.
    static Rgb of(String hex) {
        int bits = Integer.parseInt(hex, 16);
        return new Rgb(bits >> 16, bits >> 8 & 255, bits & 255);
    }

    /// How well one is read on the other, from 1 to 21 (WCAG 2.2, contrast ratio).
    public double contrast(Rgb other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /// This colour with a share of another, from 0 to 1.
    public Rgb mixed(Rgb other, double share) {
        return new Rgb(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /// `#rrggbb`.
    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
