package org.vxlab.topology;

/// The text forms of addresses: dotted decimal (RFC 6943 section 3.1.1, strict) and RFC 5952.
final class IpText {
    /// `ffff:` seven times and a dotted tail.
    private static final int LONGEST = 45;

    private static final int GROUPS = 8;

    private IpText() {}

    static Ip parse(String text) {
        if (text.length() > LONGEST) {
            throw new WrongText("topology.text.ip", text.substring(0, LONGEST) + "...");
        }
        return text.indexOf(':') >= 0
                ? parseV6(text)
                : new Ip(Ip.Family.V4, 0, parseV4(text, text));
    }

    private static long parseV4(String whole, String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new WrongText("topology.text.ip", whole);
        }
        long bits = 0;
        for (String part : parts) {
            bits = bits << 8 | octet(whole, part);
        }
        return bits;
    }

    private static int octet(String whole, String part) {
        int value = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < '0' || c > '9' || i == 3) {
                throw new WrongText("topology.text.octet", whole, part);
            }
            value = value * 10 + c - '0';
        }
        // A leading zero means octal to some tools and decimal to others.
        boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
        if (part.isEmpty() || leadingZero || value > 255) {
            throw new WrongText("topology.text.octet", whole, part);
        }
        return value;
    }

    private static Ip parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw new WrongText("topology.text.gap", text);
        }
        int[] group = new int[GROUPS];
        int front;
        int back;
        if (gap < 0) {
            front = readGroups(text, text, true, group);
            back = 0;
        } else {
            int[] tail = new int[GROUPS];
            front = readGroups(text, text.substring(0, gap), false, group);
            back = readGroups(text, text.substring(gap + 2), true, tail);
            if (front + back < GROUPS) {
                System.arraycopy(tail, 0, group, GROUPS - back, back);
            }
        }
        if (gap < 0 ? front != GROUPS : front + back >= GROUPS) {
            throw new WrongText("topology.text.groups", text);
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | group[i];
            low = low << 16 | group[i + 4];
        }
        return new Ip(Ip.Family.V6, high, low);
    }

    /// Reads groups with colons between them into `group`; says how many there were.
    private static int readGroups(String whole, String part, boolean atEnd, int[] group) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] words = part.split(":", -1);
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            boolean dotted = atEnd && i == words.length - 1 && words[i].indexOf('.') >= 0;
            if (count + (dotted ? 2 : 1) > GROUPS) {
                throw new WrongText("topology.text.groups", whole);
            }
            if (dotted) {
                long v4 = parseV4(whole, words[i]);
                group[count++] = (int) (v4 >>> 16);
                group[count++] = (int) (v4 & 0xffff);
            } else {
                group[count++] = hexGroup(whole, words[i]);
            }
        }
        return count;
    }

    private static int hexGroup(String whole, String word) {
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0 || i == 4) {
                throw new WrongText("topology.text.group", whole, word);
            }
            value = value << 4 | digit;
        }
        if (word.isEmpty()) {
            throw new WrongText("topology.text.group", whole, word);
        }
        return value;
    }

    static String format(Ip ip) {
        if (ip.family() == Ip.Family.V4) {
            long b = ip.low();
            return (b >>> 24) + "." + (b >>> 16 & 255) + "." + (b >>> 8 & 255) + "." + (b & 255);
        }
        int[] group = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            group[i] = (int) (ip.high() >>> (48 - 16 * i) & 0xffff);
            group[i + 4] = (int) (ip.low() >>> (48 - 16 * i) & 0xffff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group[i]));
        }
        return text.toString();
    }
}
