package org.vxlab.topology;

/// An address as a device carries it: the address and the length of the subnet it lies in.
public record InterfaceAddress(Ip ip, int length) {
    public InterfaceAddress {
        Prefix.requireLength(ip, length);
    }

    /// Reads `192.168.56.11/24` or `fd00::1/64`; the length must be there.
    ///
    /// @throws WrongText saying what is wrong with the text
    public static InterfaceAddress parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            String example = text.indexOf(':') >= 0 ? "64" : "24";
            throw new WrongText("topology.text.no-length", text, example);
        }
        Ip ip = Ip.parse(text.substring(0, slash));
        String word = text.substring(slash + 1);
        int length = word.matches("0|[1-9][0-9]{0,2}") ? Integer.parseInt(word) : -1;
        if (length < 0 || length > ip.family().bits()) {
            throw new WrongText("topology.text.length", word, ip.family().bits());
        }
        return new InterfaceAddress(ip, length);
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
