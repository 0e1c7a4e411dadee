package org.vxlab.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be written as YAML, and whether in one line or in many.
sealed interface YamlValue {

    /// A text, quoted where YAML would read it as something else.
    record Text(String text) implements YamlValue {}

    /// A number, switch or word that never needs quotes.
    record Word(String text) implements YamlValue {}

    /// A list.
    ///
    /// @param flow in brackets on one line
    record Items(List<YamlValue> items, boolean flow) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A mapping.
    ///
    /// @param flow in braces on one line
    record Fields(Map<String, YamlValue> fields, boolean flow) implements YamlValue {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
