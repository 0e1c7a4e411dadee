package org.vxlab.topology;

/// A VXLAN network identifier, 24 bits: 0 to 16777215 (RFC 7348 section 4).
public record Vni(int value) implements Comparable<Vni> {
    public static final int MAX = 0xff_ffff;

    public Vni {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("VNI " + value + " is outside 0 to " + MAX);
        }
    }

    @Override
    public int compareTo(Vni other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
