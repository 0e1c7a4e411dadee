package org.vxlab.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows that belong together.
///
/// @param title key of its heading; also what tells sections apart
/// @param open whether it is unfolded until a person says otherwise
record Section(String title, boolean open, List<Row> rows) {
    Section {
        rows = List.copyOf(rows);
    }

    static Section of(String title, Row... rows) {
        return new Section(title, true, List.of(rows));
    }

    static Section of(String title, List<? extends Row> rows) {
        return new Section(title, true, new ArrayList<>(rows));
    }

    Section folded() {
        return new Section(title, false, rows);
    }

    /// All properties, those of cards as well.
    Stream<Property> properties() {
        return rows.stream()
                .flatMap(
                        row ->
                                switch (row) {
                                    case Property property -> Stream.of(property);
                                    case Row.Card card -> card.properties().stream();
                                    case Row.Fact _,
                                            Row.Sentence _,
                                            Row.Link _,
                                            Row.Switch _,
                                            Row.Action _ ->
                                            Stream.empty();
                                });
    }
}
