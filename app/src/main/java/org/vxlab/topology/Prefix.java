package org.vxlab.topology;

/// A subnet: an address with its host bits zero, and a length in bits.
public record Prefix(Ip network, int length) {
    public Prefix {
        requireLength(network, length);
        if (!network.masked(length).equals(network)) {
            throw new WrongText(
                    "topology.text.host-bits",
                    network + "/" + length,
                    network.masked(length) + "/" + length);
        }
    }

    /// Reads `192.168.56.0/24` or `fd00::/64`.
    ///
    /// @throws WrongText saying what is wrong with the text
    public static Prefix parse(String text) {
        InterfaceAddress address = InterfaceAddress.parse(text);
        return new Prefix(address.ip(), address.length());
    }

    public boolean contains(Ip ip) {
        return ip.family() == network.family() && ip.masked(length).equals(network);
    }

    public boolean overlaps(Prefix other) {
        return contains(other.network) || other.contains(network);
    }

    /// Whether no device may have this address of the subnet: the subnet's own, or the IPv4
    /// broadcast address (RFC 1122 section 3.2.1.3; not in subnets of one or two, RFC 3021).
    public boolean reserves(Ip ip) {
        if (ip.family().bits() - length < 2) {
            return false;
        }
        Ip next = ip.plus(1);
        boolean last = !contains(next) || next.compareTo(ip) < 0;
        return ip.equals(network) || ip.family() == Ip.Family.V4 && last;
    }

    static void requireLength(Ip ip, int length) {
        if (length < 0 || length > ip.family().bits()) {
            throw new IllegalArgumentException(
                    "prefix length " + length + " is outside 0 to " + ip.family().bits());
        }
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
