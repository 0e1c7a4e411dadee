package org.vxlab.publish;

import org.vxlab.picture.Mark.Face;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Breaks text into lines of a width.
final class TextLines {
    /// A word of a shell command, with its quoted parts.
    private static final Pattern SHELL_WORD = Pattern.compile("(?:'[^']*'|\\\\.|[^\\s'\\\\])+");

    /// Joins a line of a shell command with the next.
    private static final String GOES_ON = " \\";

    private static final String INDENT = "    ";

    private final Lettering lettering;
    private final Locale language;

    TextLines(Lettering lettering, Locale language) {
        this.lettering = lettering;
        this.language = language;
    }

    /// Breaks where the language allows it; a word that is wider than a line is cut.
    ///
    /// @param size height of the font, in the unit of `width`
    List<String> wrapped(String text, Face face, double size, double width) throws IOException {
        if (fits(text, face, size, width)) {
            return List.of(text);
        }
        BreakIterator places = BreakIterator.getLineInstance(language);
        places.setText(text);
        List<String> lines = new ArrayList<>();
        String line = "";
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; end = places.next()) {
            String piece = text.substring(start, end);
            start = end;
            if (fits(line + piece.stripTrailing(), face, size, width)) {
                line += piece;
                continue;
            }
            if (!line.isBlank()) {
                lines.add(line.stripTrailing());
            }
            line = piece;
            while (!fits(line.stripTrailing(), face, size, width)) {
                int cut = longest(line, face, size, width);
                lines.add(line.substring(0, cut));
                line = line.substring(cut);
            }
        }
        if (!line.isBlank()) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    /// Breaks a shell command between words, so that what is copied from the lines still is the
    /// command.
    List<String> command(String command, double size, double width) throws IOException {
        if (fits(command, Face.MONO, size, width)) {
            return List.of(command);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : SHELL_WORD.matcher(command).results().map(MatchResult::group).toList()) {
            String longer = line.isBlank() ? line + word : line + " " + word;
            if (!line.isBlank() && !fits(longer + GOES_ON, Face.MONO, size, width)) {
                lines.add(line + GOES_ON);
                longer = INDENT + word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private boolean fits(String text, Face face, double size, double width) throws IOException {
        return lettering.width(text, size, face) <= width;
    }

    /// How much of a text fits on a line: at least one letter.
    private int longest(String text, Face face, double size, double width) throws IOException {
        int fitting = text.offsetByCodePoints(0, 1);
        while (fitting < text.length()) {
            int next = text.offsetByCodePoints(fitting, 1);
            if (!fits(text.substring(0, next), face, size, width)) {
                break;
            }
            fitting = next;
        }
        return fitting;
    }
}
