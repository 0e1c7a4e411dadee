package org.vxlab.topology;

import java.util.ArrayList;
import java.util.List;

/// The text forms of addresses: dotted decimal (RFC 6943 section 3.1.1, strict) and RFC 5952.
final class IpText {
    private IpText() {}

    static Ip parse(String text) {
        if (text.length() > 45) {
            throw wrong(text, "it is too long for an address");
        }
        return text.indexOf(':') >= 0 ? parseV6(text) : new Ip(Ip.Family.V4, 0, parseV4(text));
    }

    private static long parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw wrong(text, "an IPv4 address is four numbers with dots between them");
        }
        long bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                throw wrong(text, "'" + part + "' is not a number from 0 to 255");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return bits;
    }

    private static Ip parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw wrong(text, "'::' may stand only once");
        }
        List<Integer> front = groups(text, gap < 0 ? text : text.substring(0, gap));
        List<Integer> back = gap < 0 ? List.of() : groups(text, text.substring(gap + 2));
        int given = front.size() + back.size();
        if (gap < 0 ? given != 8 : given > 7) {
            throw wrong(text, "an IPv6 address has eight groups of up to four hexadecimal digits");
        }
        List<Integer> all = new ArrayList<>(front);
        while (all.size() < 8 - back.size()) {
            all.add(0);
        }
        all.addAll(back);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | all.get(i);
            low = low << 16 | all.get(i + 4);
        }
        return new Ip(Ip.Family.V6, high, low);
    }

    private static List<Integer> groups(String whole, String part) {
        if (part.isEmpty()) {
            return List.of();
        }
        List<Integer> groups = new ArrayList<>();
        String[] words = part.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (i == words.length - 1 && word.indexOf('.') >= 0) {
                long v4 = parseV4(word);
                groups.add((int) (v4 >>> 16));
                groups.add((int) (v4 & 0xffff));
            } else if (word.matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(word, 16));
            } else {
                throw wrong(
                        whole, "'" + word + "' is not a group of up to four hexadecimal digits");
            }
        }
        return groups;
    }

    static String format(Ip ip) {
        if (ip.family() == Ip.Family.V4) {
            long b = ip.low();
            return (b >>> 24) + "." + (b >>> 16 & 255) + "." + (b >>> 8 & 255) + "." + (b & 255);
        }
        int[] group = new int[8];
        for (int i = 0; i < 4; i++) {
            group[i] = (int) (ip.high() >>> (48 - 16 * i) & 0xffff);
            group[i + 4] = (int) (ip.low() >>> (48 - 16 * i) & 0xffff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
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

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is not an IP address: " + why);
    }
}
