package org.vxlab.topology;

/// An address as a device carries it: the address and the length of the subnet it lies in.
public record InterfaceAddress(Ip ip, int length) {
    public InterfaceAddress {
        Prefix.requireLength(ip, length);
    }

    /// Reads `192.168.56.11/24` or `fd00::1/64`; the length must be there.
    ///
    /// @throws IllegalArgumentException saying what is wrong with the text
    public static InterfaceAddress parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' has no prefix length: write for example "
                            + text
                            + "/"
                            + (text.indexOf(':') >= 0 ? 64 : 24));
        }
        String length = text.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("'" + length + "' is not a prefix length");
        }
        return new InterfaceAddress(Ip.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    /// The subnet this address lies in.
    public Prefix prefix() {
        return new Prefix(ip.masked(length), length);
    }

    @Override
    public String toString() {
        return ip + "/" + length;
    }
}
