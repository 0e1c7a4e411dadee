package org.vxlab.discover.text;

import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a command, read from left to right.
final class Words {
    /// `IPADDR`, `<remote>`, `$PEER`, `x.x.x.x`, `[ip]`, `MACADDR`: filled in by the reader.
    private static final Pattern BLANK =
            Pattern.compile(".*[<>$\\[\\]{}].*|[A-Z][A-Z0-9_-]*|.*\\b[xX]{1,3}\\b.*|.*\\.{3}.*");

    private final List<String> words;
    private int at;

    Words(List<String> words) {
        this.words = List.copyOf(words);
    }

    boolean isEmpty() {
        return at >= words.size();
    }

    String peek() {
        return isEmpty() ? "" : words.get(at);
    }

    String next() throws Misread {
        if (isEmpty()) {
            throw new Misread("discover.text.short");
        }
        return words.get(at++);
    }

    List<String> rest() {
        return words.subList(at, words.size());
    }

    /// Whether the next word is this keyword; then it is taken.
    boolean take(String keyword) {
        if (peek().equals(keyword)) {
            at++;
            return true;
        }
        return false;
    }

    /// The first of the keywords that begins with the word, as iproute2 looks for it.
    static String matched(String word, List<String> keywords) {
        return word.isEmpty()
                ? ""
                : keywords.stream().filter(one -> one.startsWith(word)).findFirst().orElse("");
    }

    int number(int max) throws Misread {
        return number(next(), max);
    }

    static int number(String word, int max) throws Misread {
        return (int) count(word, max);
    }

    /// A number that may need all 32 bits.
    long count(long max) throws Misread {
        return count(next(), max);
    }

    private static long count(String word, long max) throws Misread {
        boolean hexadecimal = word.toLowerCase(Locale.ROOT).matches("0x[0-9a-f]{1,8}");
        if (!hexadecimal && !word.matches("[0-9]{1,10}")) {
            throw unreadable(word);
        }
        long number = Long.decode(hexadecimal ? word : word.replaceFirst("^0+(?=.)", ""));
        if (number > max) {
            throw new Misread("discover.text.range", word, max);
        }
        return number;
    }

    Ip ip() throws Misread {
        return ip(next());
    }

    static Ip ip(String word) throws Misread {
        try {
            return Ip.parse(word.replaceFirst("/[0-9]+$", ""));
        } catch (IllegalArgumentException e) {
            throw unreadable(word);
        }
    }

    MacAddress mac() throws Misread {
        return mac(next());
    }

    static MacAddress mac(String word) throws Misread {
        try {
            StringBuilder padded = new StringBuilder();
            for (String group : word.split(":", -1)) {
                padded.append(padded.isEmpty() ? "" : ":").append(group.length() == 1 ? "0" : "");
                padded.append(group);
            }
            return MacAddress.parse(padded.toString());
        } catch (IllegalArgumentException e) {
            throw unreadable(word);
        }
    }

    /// An address with its length; without one it is a single address.
    static InterfaceAddress address(String word) throws Misread {
        try {
            if (word.indexOf('/') >= 0) {
                return InterfaceAddress.parse(word);
            }
            Ip ip = Ip.parse(word);
            return new InterfaceAddress(ip, ip.family().bits());
        } catch (IllegalArgumentException e) {
            throw unreadable(word);
        }
    }

    /// Whether the word stands for something that the reader of the text knows.
    static boolean isBlank(String word) {
        return BLANK.matcher(word).matches();
    }

    static Misread unreadable(String word) {
        return new Misread(isBlank(word) ? "discover.text.blank" : "discover.text.value", word);
    }
}
