package org.vxlab.topology;

/// A 48-bit Ethernet address, written in lower case with colons.
///
/// The product reads MACs itself: `bridge fdb append 02:00:00:00:00:0g` ends with 0 because the
/// tool parses with scanf.
public record MacAddress(long bits) implements Comparable<MacAddress> {
    /// The all-zero address: in the vxlan table it stands for "everything not known", the flood
    /// list.
    public static final MacAddress ZERO = new MacAddress(0);

    public MacAddress {
        if (bits < 0 || bits > 0xffff_ffff_ffffL) {
            throw new IllegalArgumentException("a MAC address has 48 bits");
        }
    }

    /// Reads six two-digit hexadecimal groups with colons.
    ///
    /// @throws WrongText saying what is wrong with the text
    public static MacAddress parse(String text) {
        if (text.length() != 17) {
            throw wrong(text);
        }
        long bits = 0;
        for (int i = 0; i < 17; i++) {
            char c = text.charAt(i);
            if (i % 3 == 2) {
                if (c != ':') {
                    throw wrong(text);
                }
            } else {
                int digit = c < 128 ? Character.digit(c, 16) : -1;
                if (digit < 0) {
                    throw wrong(text);
                }
                bits = bits << 4 | digit;
            }
        }
        return new MacAddress(bits);
    }

    /// Whether the group bit is set (broadcast and multicast addresses).
    public boolean isGroup() {
        return (bits >>> 40 & 1) == 1;
    }

    public boolean isZero() {
        return bits == 0;
    }

    private static IllegalArgumentException wrong(String text) {
        return new WrongText("topology.text.mac", text);
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 44; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (bits >>> shift & 15), 16));
            if (shift % 8 == 0 && shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }
}
