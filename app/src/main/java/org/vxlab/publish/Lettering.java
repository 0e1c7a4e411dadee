package org.vxlab.publish;

import org.vxlab.picture.Mark.Face;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fonts that texts are set in: those of the program, which have the Latin and the simplified
/// Chinese letters.
final class Lettering {
    /// Stands for a letter that no font has.
    private static final int UNKNOWN_LETTER = '□';

    private static final String FOLDER = "/org/vxlab/fonts/";

    /// For each face the fonts that are asked for a letter, the best first.
    private final Map<Face, List<Typeface>> faces;

    /// A piece of text that one font has all letters of.
    record Run(Typeface typeface, String text) {
        double width(double size) throws IOException {
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                width += typeface.width(letter);
            }
            return width * size;
        }
    }

    private Lettering(Map<Face, List<Typeface>> faces) {
        this.faces = faces;
    }

    /// The fonts of the program.
    static Lettering bundled() throws IOException {
        Typeface plain = read("NotoSansSC-Regular.ttf");
        Typeface bold = read("NotoSansSC-Bold.ttf");
        Typeface mono = read("NotoSansMono-Regular.ttf");
        return new Lettering(
                Map.of(
                        Face.PLAIN, List.of(plain),
                        Face.BOLD, List.of(bold),
                        Face.MONO, List.of(mono, plain)));
    }

    private static Typeface read(String name) throws IOException {
        try (InputStream in = Lettering.class.getResourceAsStream(FOLDER + name)) {
            return new Typeface(name, in.readAllBytes());
        }
    }

    /// A text in pieces of one font each, in order; letters that no font has are boxes.
    List<Run> runs(String text, Face face) {
        List<Run> runs = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Optional<Typeface> current = Optional.empty();
        for (int wanted : text.codePoints().toArray()) {
            Optional<Typeface> next = typeface(wanted, face);
            int letter = wanted;
            if (next.isEmpty()) {
                letter = UNKNOWN_LETTER;
                next = typeface(letter, face);
            }
            if (!next.equals(current) && !piece.isEmpty()) {
                runs.add(new Run(current.orElseThrow(), piece.toString()));
                piece.setLength(0);
            }
            current = next;
            piece.appendCodePoint(letter);
        }
        if (!piece.isEmpty()) {
            runs.add(new Run(current.orElseThrow(), piece.toString()));
        }
        return runs;
    }

    double width(String text, double size, Face face) throws IOException {
        double width = 0;
        for (Run run : runs(text, face)) {
            width += run.width(size);
        }
        return width;
    }

    /// The letters of a text that no font has, each once.
    Set<String> missing(String text) {
        Set<String> missing = new LinkedHashSet<>();
        text.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .filter(letter -> typeface(letter, Face.PLAIN).isEmpty())
                .forEach(letter -> missing.add(Character.toString(letter)));
        return missing;
    }

    private Optional<Typeface> typeface(int letter, Face face) {
        for (Typeface one : faces.get(face)) {
            if (one.has(letter)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
