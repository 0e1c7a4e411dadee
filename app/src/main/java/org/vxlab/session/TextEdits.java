package org.vxlab.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Replacements of ranges of one text, collected in any order.
final class TextEdits {
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String text) {}

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    /// The part of the text from `from` to `to` with the edits done; empty where two of them
    /// overlap or one reaches outside.
    Optional<String> apply(String text, int from, int to) {
        List<Edit> inOrder = new ArrayList<>(edits);
        // Insertions at one place keep their order, and come before what is cut away there.
        inOrder.sort(
                Comparator.comparingInt(Edit::start)
                        .thenComparing(edit -> edit.end() > edit.start()));
        StringBuilder result = new StringBuilder();
        int at = from;
        for (Edit edit : inOrder) {
            if (edit.start() < at || edit.end() > to) {
                return Optional.empty();
            }
            result.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return Optional.of(result.append(text, at, to).toString());
    }
}
