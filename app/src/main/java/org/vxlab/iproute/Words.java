package org.vxlab.iproute;

import java.util.List;
import java.util.Optional;

/// The words of a line, found by the word before them.
record Words(List<String> list) {
    Words {
        list = List.copyOf(list);
    }

    /// The backslash stands where `-o` joined two lines.
    Words(String line) {
        this(List.of(line.replace('\\', ' ').strip().split("\\s+")));
    }

    /// The word that follows the first of these keywords.
    Optional<String> after(String keyword) {
        int at = list.indexOf(keyword);
        return at < 0 || at + 1 >= list.size() ? Optional.empty() : Optional.of(list.get(at + 1));
    }
}
