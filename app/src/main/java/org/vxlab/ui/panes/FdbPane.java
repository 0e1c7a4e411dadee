package org.vxlab.ui.panes;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

import org.vxlab.session.MacOwners;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.Thing;
import org.vxlab.topology.Vni;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.Live;
import org.vxlab.ui.Looks.Theme;
import org.vxlab.ui.Plans;
import org.vxlab.ui.WhileShown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The forwarding tables of all hosts in one table.
public final class FdbPane extends BorderPane {
    /// Between two fillings of the table: more often nobody can read it.
    private static final Duration CALM = Duration.millis(200);

    /// The same for more rows than this.
    private static final int MANY = 1_000;

    private static final Duration LONG_CALM = Duration.millis(800);

    /// How much wider columns are for a projector's letters.
    private static final double PROJECTED = 1.26;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final FdbTexts words;
    private final ObservableList<FdbRow> rows = FXCollections.observableArrayList();
    private final FilteredList<FdbRow> shown = new FilteredList<>(rows);
    private final PauseTransition calm = new PauseTransition(CALM);
    private Optional<MacAddress> followed = Optional.empty();
    private Optional<MacOwners> owners = Optional.empty();

    @FXML private TextField filter;
    @FXML private CheckBox everything;
    @FXML private ToggleButton follow;
    @FXML private Label count;
    @FXML private TableView<FdbRow> table;
    @FXML private TableColumn<FdbRow, String> host;
    @FXML private TableColumn<FdbRow, MacAddress> mac;
    @FXML private TableColumn<FdbRow, String> owner;
    @FXML private TableColumn<FdbRow, String> vni;
    @FXML private TableColumn<FdbRow, String> device;
    @FXML private TableColumn<FdbRow, String> vtep;
    @FXML private TableColumn<FdbRow, String> state;
    @FXML private TableColumn<FdbRow, String> age;
    @FXML private TableColumn<FdbRow, String> origin;

    public FdbPane(Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.words = new FdbTexts(desk.texts(), live.clock());
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        plans.resolvedProperty().subscribe(lab -> owners = lab.map(MacOwners::of));
        fillColumns();
        letChoose();
        filter.textProperty().addListener((_, _, _) -> narrow());
        everything.selectedProperty().addListener((_, _, _) -> fill());
        follow.selectedProperty().addListener((_, _, on) -> follow(on));
        keepUpToDate();
        desk.texts()
                .languageProperty()
                .addListener(
                        (_, _, _) -> {
                            // New rows: those kept for later would come back in the old language.
                            table.setRowFactory(_ -> new TableRow<>());
                            table.refresh();
                            tell();
                        });
    }

    private void fillColumns() {
        widen();
        text(host, FdbRow::host);
        mac.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().entry().mac()));
        text(owner, words::owner);
        text(vni, FdbTexts::vni);
        text(device, FdbTexts::device);
        text(vtep, FdbTexts::vtep);
        text(state, words::state);
        text(age, words::age);
        text(origin, words::origin);
        SortedList<FdbRow> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    /// Rows can be copied, and the newest chosen one is chosen on the drawing, too.
    private void letChoose() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(
                key -> {
                    if (COPY.match(key)) {
                        copy();
                        key.consume();
                    }
                });
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, row) -> {
                            if (row != null) {
                                desk.selection().choose(things(row));
                            }
                        });
    }

    /// Behind another tab nothing is done until the pane is shown again.
    private void keepUpToDate() {
        calm.setOnFinished(_ -> fill());
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene != null) {
                                fill();
                            }
                        });
        live.observationProperty()
                .addListener(
                        (_, _, _) -> {
                            if (getScene() != null
                                    && calm.getStatus() != Animation.Status.RUNNING) {
                                calm.setDuration(rows.size() > MANY ? LONG_CALM : CALM);
                                calm.playFromStart();
                            }
                        });
        // Rows that were out of sight come back as they were.
        table.heightProperty().addListener((_, _, _) -> table.refresh());
        Timeline ageing = new Timeline(new KeyFrame(Duration.seconds(1), _ -> grow()));
        WhileShown.repeat(ageing, this);
    }

    /// Columns have widths in pixels, so they have to be told of larger type.
    private void widen() {
        List<Double> usual = table.getColumns().stream().map(TableColumn::getPrefWidth).toList();
        desk.looks()
                .themeProperty()
                .subscribe(
                        theme -> {
                            double scale = theme == Theme.PROJECTOR ? PROJECTED : 1;
                            for (int i = 0; i < usual.size(); i++) {
                                table.getColumns().get(i).setPrefWidth(usual.get(i) * scale);
                            }
                        });
    }

    private static void text(TableColumn<FdbRow, String> column, Function<FdbRow, String> words) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    }

    private void grow() {
        if (getScene() != null && !rows.isEmpty()) {
            table.refresh();
        }
    }

    private void fill() {
        List<FdbRow> newest =
                owners.flatMap(
                                known ->
                                        live.observationProperty()
                                                .get()
                                                .map(
                                                        seen ->
                                                                FdbRow.of(
                                                                        seen,
                                                                        known,
                                                                        live.ages(),
                                                                        everything.isSelected())))
                        .orElse(List.of());
        if (!newest.equals(rows)) {
            List<FdbRow> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
            rows.setAll(newest);
            chosen.forEach(row -> table.getSelectionModel().select(row));
        }
        tell();
    }

    private void narrow() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                row ->
                        followed.map(row.entry().mac()::equals).orElse(true)
                                && (wanted.isEmpty()
                                        || words.line(row)
                                                .toLowerCase(Locale.ROOT)
                                                .contains(wanted)));
        tell();
    }

    private void tell() {
        count.setText(
                followed.map(one -> desk.texts().of("ui.fdb.following", one, places(one)))
                        .orElseGet(
                                () -> desk.texts().of("ui.fdb.count", shown.size(), rows.size())));
    }

    private String places(MacAddress one) {
        return rows.stream()
                .filter(row -> row.entry().mac().equals(one))
                .map(row -> row.host() + ":" + row.entry().device())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// Keeps only the chosen MAC's lines, on all hosts, and lights up where it is known.
    private void follow(boolean on) {
        FdbRow row = table.getSelectionModel().getSelectedItem();
        followed = on && row != null ? Optional.of(row.entry().mac()) : Optional.empty();
        follow.setSelected(followed.isPresent());
        narrow();
        desk.selection()
                .light(
                        rows.stream()
                                .filter(one -> followed.equals(Optional.of(one.entry().mac())))
                                .flatMap(one -> things(one).stream())
                                .toList());
    }

    private Set<Thing> things(FdbRow row) {
        return row.vni().stream()
                .flatMap(number -> segment(number).stream())
                .map(name -> (Thing) new Thing.Fdb(name, row.host(), row.entry().mac()))
                .collect(Collectors.toSet());
    }

    private Optional<String> segment(Vni number) {
        return plans.resolved()
                .flatMap(
                        lab ->
                                lab.segments().stream()
                                        .filter(segment -> segment.vni().equals(number))
                                        .map(ResolvedSegment::name)
                                        .findFirst());
    }

    /// Copies the chosen lines, or all that are shown.
    @FXML
    private void copy() {
        List<FdbRow> chosen = table.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(
                (chosen.isEmpty() ? table.getItems() : chosen)
                        .stream().map(words::line).collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
