package org.vxlab.topology;

/// An IPv4 or IPv6 address as a plain value; it never asks a name server.
///
/// `high` and `low` are the 128 bits of an IPv6 address; an IPv4 address stands in the lowest 32
/// bits of `low` with `high` 0. Text form: dotted decimal, or RFC 5952 for IPv6.
public record Ip(Family family, long high, long low) implements Comparable<Ip> {

    /// The two versions of the Internet Protocol.
    public enum Family {
        V4(32),
        V6(128);

        private final int bits;

        Family(int bits) {
            this.bits = bits;
        }

        /// Length of an address in bits.
        public int bits() {
            return bits;
        }
    }

    public Ip {
        if (family == Family.V4 && (high != 0 || low < 0 || low > 0xffff_ffffL)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /// Reads dotted decimal (four numbers without leading zeros) or IPv6 text (RFC 4291 section
    /// 2.2, no zone).
    ///
    /// @throws WrongText saying what is wrong with the text
    public static Ip parse(String text) {
        return IpText.parse(text);
    }

    /// Whether this is a group address: 224.0.0.0/4 (RFC 5771) or ff00::/8 (RFC 4291).
    public boolean isMulticast() {
        return family == Family.V4 ? (low >>> 28) == 0xe : (high >>> 56) == 0xff;
    }

    /// Whether this is 0.0.0.0 or ::.
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /// Whether this is 127.0.0.0/8 or ::1.
    public boolean isLoopback() {
        return family == Family.V4 ? (low >>> 24) == 127 : high == 0 && low == 1;
    }

    /// Whether this is 169.254.0.0/16 or fe80::/10.
    public boolean isLinkLocal() {
        return family == Family.V4 ? (low >>> 16) == 0xa9fe : (high >>> 54) == 0x3fa;
    }

    /// The first `length` bits of this address, the rest zero.
    Ip masked(int length) {
        if (family == Family.V4) {
            long mask = length == 0 ? 0 : (0xffff_ffffL << (32 - length)) & 0xffff_ffffL;
            return new Ip(family, 0, low & mask);
        }
        long highMask = length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
        long lowMask = length <= 64 ? 0 : -1L << (128 - length);
        return new Ip(family, high & highMask, low & lowMask);
    }

    /// The address `step` places after this one, wrapping round inside the family's lowest bits.
    public Ip plus(long step) {
        return family == Family.V4
                ? new Ip(family, 0, (low + step) & 0xffff_ffffL)
                : new Ip(family, high, low + step);
    }

    @Override
    public int compareTo(Ip other) {
        int byFamily = family.compareTo(other.family);
        int byHigh = Long.compareUnsigned(high, other.high);
        return byFamily != 0
                ? byFamily
                : byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return IpText.format(this);
    }
}
