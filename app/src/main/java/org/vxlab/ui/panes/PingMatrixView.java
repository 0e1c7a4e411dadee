package org.vxlab.ui.panes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.vxlab.observe.EventMessage;
import org.vxlab.observe.PingPair;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.PairState;
import org.vxlab.ui.ShownAs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The pings of one segment: from the left, to the top.
final class PingMatrixView extends VBox {
    /// Ends a matrix can show readably; of more, one piece is shown at a time.
    private static final int MOST_ENDS = 32;

    private final Desk desk;
    private final List<OverlayEnd> ends;
    private final Map<OverlayEnd, String> names;
    private final List<PingPair> pairs;
    private final Consumer<PingPair> ping;
    private final GridPane grid = new GridPane();
    private final ChoiceBox<Integer> rows = new ChoiceBox<>();
    private final ChoiceBox<Integer> columns = new ChoiceBox<>();
    private final Map<PingPair, Button> cells = new LinkedHashMap<>();
    private Map<PingPair, PairState> shown = Map.of();

    /// @param ping asked to ping one pair
    PingMatrixView(Desk desk, List<PingPair> pairs, Consumer<PingPair> ping) {
        this.desk = desk;
        getStyleClass().add("matrix");
        PingPair first = pairs.getFirst();
        Label title = new Label();
        title.textProperty()
                .bind(desk.texts().bound("ui.pings.segment", first.segment(), first.vni()));
        title.getStyleClass().add("summary");
        Set<OverlayEnd> distinct = new LinkedHashSet<>();
        pairs.forEach(
                pair -> {
                    distinct.add(pair.from());
                    distinct.add(pair.to());
                });
        this.ends = List.copyOf(distinct);
        this.names = OverlayEnd.apart(ends);
        this.pairs = pairs;
        this.ping = ping;
        getChildren().addAll(title, grid);
        if (ends.size() > MOST_ENDS) {
            getChildren().add(1, pieces());
        }
        grid.getStyleClass().add("matrix-grid");
        fill();
    }

    /// Chooses which part of a large matrix is shown.
    private HBox pieces() {
        HBox box = new HBox(piece("ui.pings.from", rows), piece("ui.pings.to", columns));
        box.getStyleClass().add("pane-head");
        return box;
    }

    private Node piece(String key, ChoiceBox<Integer> choice) {
        for (int begin = 0; begin < ends.size(); begin += MOST_ENDS) {
            choice.getItems().add(begin);
        }
        choice.setConverter(
                new ShownAs<>(
                        begin ->
                                names.get(ends.get(begin))
                                        + " … "
                                        + names.get(piece(begin).getLast())));
        choice.setValue(0);
        choice.valueProperty().addListener((_, _, _) -> fill());
        Label label = new Label();
        label.textProperty().bind(desk.texts().bound(key));
        label.setLabelFor(choice);
        return new HBox(label, choice);
    }

    private List<OverlayEnd> piece(int begin) {
        return ends.subList(begin, Math.min(ends.size(), begin + MOST_ENDS));
    }

    private void fill() {
        cells.clear();
        grid.getChildren().clear();
        // Those of another segment that shares a bridge are only pinged here.
        Set<OverlayEnd> senders = pairs.stream().map(PingPair::from).collect(Collectors.toSet());
        List<OverlayEnd> down =
                piece(rows.getValue() == null ? 0 : rows.getValue()).stream()
                        .filter(senders::contains)
                        .toList();
        List<OverlayEnd> across = piece(columns.getValue() == null ? 0 : columns.getValue());
        for (int i = 0; i < down.size(); i++) {
            grid.add(head(down.get(i)), 0, i + 1);
        }
        for (int i = 0; i < across.size(); i++) {
            grid.add(head(across.get(i)), i + 1, 0);
        }
        for (PingPair pair : pairs) {
            int row = down.indexOf(pair.from());
            int column = across.indexOf(pair.to());
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
        show(shown);
    }

    private Label head(OverlayEnd end) {
        Label label = new Label(names.get(end));
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

    private static Thing thing(PingPair pair, OverlayEnd end) {
        return end.namespace().isEmpty()
                ? new Thing.Member(pair.segment(), end.host())
                : new Thing.Workload(pair.segment(), end.host(), end.name());
    }

    void show(Map<PingPair, PairState> states) {
        shown = states;
        cells.forEach((pair, cell) -> show(pair, cell, states.get(pair)));
    }

    private void show(PingPair pair, Button cell, PairState state) {
        String name = names.get(pair.from()) + " → " + names.get(pair.to());
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
                        .map(reason -> "\n" + desk.texts().said(EventMessage.why(reason)))
                        .orElse("");
        cell.setTooltip(new Tooltip(name + "\n" + counted + why));
        cell.setAccessibleText(name + " " + cell.getText() + " " + counted + why);
    }
}
