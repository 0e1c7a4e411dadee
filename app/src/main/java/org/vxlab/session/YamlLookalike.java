package org.vxlab.session;

import org.vxlab.topology.Message;

import java.util.List;
import java.util.Optional;

/// A sign that looks like one of YAML's and is none: a full-width colon of a Chinese keyboard, a
/// blank of a web page.
///
/// @param line from 1
/// @param column from 1
/// @param sign as it was written
/// @param meant the sign YAML knows
record YamlLookalike(int line, int column, char sign, char meant) {
    /// Full-width forms stand this far behind ASCII (Unicode, block FF00).
    private static final int FULL_WIDTH = 0xfee0;

    private static final String STRUCTURE = ":,-[]{}#";
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    /// YAML takes `field\uff1avalue` for the beginning of a text and stumbles over what follows it.
    private static final int LINES_BEFORE = 2;

    /// The nearest one in or just above a line with which YAML can do nothing.
    static Optional<YamlLookalike> near(String text, int line) {
        List<String> lines = text.lines().toList();
        for (int at = Math.min(line, lines.size()); at > 0 && at >= line - LINES_BEFORE; at--) {
            Optional<YamlLookalike> found = in(lines.get(at - 1), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<YamlLookalike> in(String line, int number) {
        char quote = 0;
        for (int i = 0; i < line.length() && (quote != 0 || line.charAt(i) != '#'); i++) {
            char sign = line.charAt(i);
            char meant = meant(sign);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else if (meant != sign && !isInText(line.substring(0, i))) {
                int column = 1 + line.codePointCount(0, i);
                return Optional.of(new YamlLookalike(number, column, sign, meant));
            }
        }
        return Optional.empty();
    }

    /// Behind `field: ` begins a text in which every sign may stand, but not between brackets.
    private static boolean isInText(String before) {
        return before.contains(": ") && before.indexOf('{') < 0 && before.indexOf('[') < 0;
    }

    private static char meant(char sign) {
        if (sign == NO_BREAK_SPACE || sign == IDEOGRAPHIC_SPACE) {
            return ' ';
        }
        char narrow = (char) (sign - FULL_WIDTH);
        return STRUCTURE.indexOf(narrow) >= 0 ? narrow : sign;
    }

    FileProblem problem() {
        String key = meant == ' ' ? "session.yaml.blank" : "session.yaml.lookalike";
        String code = "U+%04X".formatted((int) sign);
        return FileProblem.error(
                "",
                line,
                column,
                Message.of(key, code, String.valueOf(sign), String.valueOf(meant)),
                Message.of(key + ".cure", code, String.valueOf(sign), String.valueOf(meant)));
    }
}
