package org.vxlab.ui.panes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPair.End;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.PairState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The pings of one segment: from the left, to the top.
final class PingMatrixView extends VBox {
    /// Ends a matrix can show readably; of more, only the first are shown.
    private static final int MOST_ENDS = 32;

    private final Desk desk;
    private final Map<PingPair, Button> cells = new LinkedHashMap<>();

    /// @param ping asked to ping one pair
    PingMatrixView(Desk desk, List<PingPair> pairs, Consumer<PingPair> ping) {
        this.desk = desk;
        getStyleClass().add("matrix");
        PingPair first = pairs.getFirst();
        Label title = new Label();
        title.textProperty()
                .bind(desk.texts().bound("ui.pings.segment", first.segment(), first.vni()));
        title.getStyleClass().add("summary");
        Set<End> distinct = new LinkedHashSet<>();
        pairs.forEach(
                pair -> {
                    distinct.add(pair.from());
                    distinct.add(pair.to());
                });
        List<End> ends = new ArrayList<>(distinct).subList(0, Math.min(distinct.size(), MOST_ENDS));
        getChildren().addAll(title, grid(ends, pairs, ping));
    }

    private GridPane grid(List<End> ends, List<PingPair> pairs, Consumer<PingPair> ping) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("matrix-grid");
        for (int i = 0; i < ends.size(); i++) {
            grid.add(head(ends.get(i)), i + 1, 0);
            grid.add(head(ends.get(i)), 0, i + 1);
        }
        for (PingPair pair : pairs) {
            int row = ends.indexOf(pair.from());
            int column = ends.indexOf(pair.to());
            if (row >= 0 && column >= 0) {
                Button cell = new Button();
                cell.getStyleClass().add("ping");
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.setOnAction(_ -> ping.accept(pair));
                cell.setOnMouseEntered(_ -> desk.selection().light(things(pair)));
                cell.setOnMouseExited(_ -> desk.selection().light(Set.of()));
                cells.put(pair, cell);
                grid.add(cell, column + 1, row + 1);
            }
        }
        return grid;
    }

    private static Label head(End end) {
        Label label = new Label(end.name());
        label.setTooltip(new Tooltip(end.address() + " · " + end.device()));
        label.getStyleClass().add("matrix-head");
        return label;
    }

    private static Set<Thing> things(PingPair pair) {
        return Set.of(
                thing(pair, pair.from()),
                thing(pair, pair.to()),
                new Thing.Tunnel(pair.segment(), pair.from().host(), pair.to().host()));
    }

    private static Thing thing(PingPair pair, End end) {
        return end.namespace().isEmpty()
                ? new Thing.Member(pair.segment(), end.host())
                : new Thing.Workload(pair.segment(), end.host(), end.name());
    }

    void show(Map<PingPair, PairState> states) {
        cells.forEach((pair, cell) -> show(pair, cell, states.get(pair)));
    }

    private void show(PingPair pair, Button cell, PairState state) {
        String name = pair.from().name() + " → " + pair.to().name();
        if (state == null) {
            cell.setText("·");
            Tone.of(cell, Tone.PLAIN);
            cell.setTooltip(new Tooltip(name));
            cell.setAccessibleText(name);
            return;
        }
        boolean whole = state.lossPercent() == 0;
        String time =
                state.milliseconds().isPresent()
                        ? String.format(Locale.ROOT, "%.2f ms", state.milliseconds().getAsDouble())
                        : "";
        // The newest ping says how it is now; losses before it only how it was.
        cell.setText(
                whole
                        ? "✓ " + time
                        : (state.answered() ? "! " : "✗ ")
                                + (state.received() == 0
                                        ? desk.texts().of("ui.pings.lost")
                                        : desk.texts().of("ui.pings.loss", state.lossPercent())));
        Tone.of(cell, whole ? Tone.GOOD : state.answered() ? Tone.WARNING : Tone.BAD);
        String counted = desk.texts().of("ui.pings.counts", state.received(), state.sent(), time);
        String why =
                state.reason()
                        .map(
                                reason ->
                                        switch (reason) {
                                            case PingResult.Failure.NoSource(var text) ->
                                                    desk.texts().of(text);
                                            case PingResult.Failure.Absent(var text) ->
                                                    desk.texts().of(text);
                                            case PingResult.Failure.Told(String words) -> words;
                                        })
                        .map(words -> "\n" + words)
                        .orElse("");
        cell.setTooltip(new Tooltip(name + "\n" + counted + why));
        cell.setAccessibleText(name + " " + cell.getText() + " " + counted + why);
    }
}
