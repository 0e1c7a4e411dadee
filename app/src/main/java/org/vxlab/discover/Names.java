package org.vxlab.discover;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes names that a lab file takes out of names that people and machines give.
public final class Names {
    private static final int MAX_LENGTH = 32;

    /// Has a meaning of its own in the layout.
    private static final String RESERVED = "notes";

    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})");

    private Names() {}

    /// The name in letters, digits, `_` and `-`; `x` where nothing of it can be used.
    public static String usable(String name) {
        String usable =
                name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+", "").replaceAll("-+$", "");
        String shorter = usable.substring(0, Math.min(usable.length(), MAX_LENGTH));
        return shorter.isEmpty() ? "x" : shorter.equals(RESERVED) ? RESERVED + "1" : shorter;
    }

    /// The usable name, with a number behind it where it is taken; it is taken from now on.
    static String unique(String name, Set<String> taken) {
        String usable = usable(name);
        String unique = usable;
        for (int i = 2; !taken.add(unique); i++) {
            String number = "-" + i;
            int room = Math.min(usable.length(), MAX_LENGTH - number.length());
            unique = usable.substring(0, room) + number;
        }
        return unique;
    }

    /// The name that follows in the row: `h2` after `h1`, `hostB` after `hostA`; `peer` where the
    /// name is of no row.
    static String next(String name, Set<String> taken) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            long number = Long.parseLong(numbered.group(2));
            String next;
            do {
                number++;
                next = numbered.group(1) + number;
            } while (taken.contains(next));
            return next;
        }
        char last = name.charAt(name.length() - 1);
        boolean lettered = last >= 'A' && last < 'Z' && name.length() > 1 || name.equals("a");
        String next = name.substring(0, name.length() - 1) + (char) (last + 1);
        return lettered && !taken.contains(next) ? next : "peer";
    }
}
