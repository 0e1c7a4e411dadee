package org.vxlab.discover.text;

import java.util.List;
import java.util.Optional;

/// What a test between `[` and `]` comes to, where the text alone decides it.
final class Condition {
    private Condition() {}

    /// @param words of the test with its brackets; empty where only a real machine knows
    static Optional<Boolean> of(List<String> words) {
        boolean test =
                words.size() == 5 && words.getFirst().matches("\\[\\[?|test")
                        || words.size() == 4 && words.getFirst().equals("test");
        if (!test || words.get(1).startsWith("$") || words.get(3).startsWith("$")) {
            return Optional.empty();
        }
        boolean equal = words.get(1).equals(words.get(3));
        return switch (words.get(2)) {
            case "=", "==", "-eq" -> Optional.of(equal);
            case "!=", "-ne" -> Optional.of(!equal);
            default -> Optional.empty();
        };
    }
}
