package org.vxlab.discover.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a shell prints before a command, and the command behind it.
///
/// @param host the machine's name, where the prompt tells it
record Prompt(Optional<String> host, String command) {
    private static final List<Pattern> NAMED =
            List.of(
                    // [root@h1 ~]#
                    Pattern.compile("\\[[\\w.-]+@([\\w.-]+)[^\\]]*\\]\\s*[#$%>]+\\s*(.*)"),
                    // root@h1:~#  root@h1 ~ #
                    Pattern.compile(
                            "(?:\\([^)]*\\)\\s*)?[\\w.-]+@([\\w.-]+)(?::\\S*?|\\s\\S*)?\\s*[#$%>]+"
                                    + "\\s*(.*)"),
                    // h1#  h1:~$  [h1]$  (h1) #
                    Pattern.compile(
                            "[\\[(<]?([A-Za-z][\\w.-]*)[\\])>]?(?::\\S*?)?\\s*[#$%>]+\\s*(.*)"),
                    Pattern.compile("[\\[(<]([A-Za-z][\\w.-]*)[\\])>]\\s+(.*)"));

    private static final Pattern BARE = Pattern.compile("(?:[$%>❯➜]\\s*|#\\s+)(.*)");

    /// The prompt of a line; none where what stands behind it is no command.
    ///
    /// @param hash whether a lone `#` is root's prompt here, and no comment
    static Optional<Prompt> of(String line, boolean hash) {
        Matcher bare = BARE.matcher(line);
        if (bare.matches() && CommandShape.isCommand(bare.group(1))) {
            return line.startsWith("#") && !hash
                    ? Optional.empty()
                    : Optional.of(new Prompt(Optional.empty(), bare.group(1)));
        }
        for (Pattern form : NAMED) {
            Matcher named = form.matcher(line);
            if (named.matches() && CommandShape.isCommand(named.group(2))) {
                return Optional.of(
                        new Prompt(Optional.of(shortName(named.group(1))), named.group(2)));
            }
        }
        return Optional.empty();
    }

    private static String shortName(String name) {
        String first = name.replaceFirst("\\..*", "");
        return first.toLowerCase(Locale.ROOT).equals("localhost") ? "localhost" : first;
    }
}
