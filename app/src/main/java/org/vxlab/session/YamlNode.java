package org.vxlab.session;

import java.util.List;
import java.util.Optional;

/// A node of a YAML text with its exact place in the text.
sealed interface YamlNode {
    Span span();

    /// A range of the text.
    ///
    /// @param start index of the first character
    /// @param end index after the last character; a block ends with its last child
    /// @param line of the start, from 1
    /// @param column of the start in code points, from 1
    record Span(int start, int end, int line, int column) {}

    /// A single value.
    ///
    /// @param plain whether it is written without quotes
    record Scalar(String text, boolean plain, Span span) implements YamlNode {
        /// Whether nothing is written, or one of YAML's words for it (YAML 1.2 section 10.3.2).
        boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    /// A list.
    ///
    /// @param flow whether it is written in brackets
    record Sequence(List<YamlNode> items, boolean flow, Span span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// A mapping; a repeated key is there twice.
    ///
    /// @param flow whether it is written in braces
    record Mapping(List<Entry> entries, boolean flow, Span span) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
        }
    }

    /// A key and its value.
    record Entry(Scalar key, YamlNode value) {}
}
