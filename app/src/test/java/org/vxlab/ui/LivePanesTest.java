package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.observe.EventMessage;
import org.vxlab.observe.Observation;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Thing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tabs below the drawing while a lab runs: one lab for all of them, each in both languages.
@Tag("kernel")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePanesTest {
    private static final int PAIRS = 12;
    private static final String VM2 = "02:00:00:00:00:02";

    @TempDir static Path home;
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeAll
    void run() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<TestWindow> opened = new CompletableFuture<>();
        Platform.runLater(() -> opened.complete(TestWindow.open(new Stage(), home)));
        window = opened.join();
        window.speak(Locale.ENGLISH);
        window.run(LabActions::tryBuiltIn);
        window.awaitPings(PAIRS);
    }

    @AfterAll
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private boolean isIdle() {
        return window.live().activityProperty().get() == Activity.IDLE;
    }

    private void front(Locale language, String tab) {
        window.speak(language);
        robot.clickOn(window.text(tab));
        window.settle();
    }

    private static <T> T onUi(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    @InBothLanguages
    void theForwardingTableIsFilteredSortedFollowedAndCopied(Locale language) {
        front(language, "ui.tab.fdb");
        TableView<?> table = robot.lookup("#table").queryTableView();
        assertThat(hosts(table)).containsExactlyInAnyOrder("h1", "h2");
        int all = table.getItems().size();
        assertThat(shown(table, 6))
                .isSubsetOf(
                        Stream.of(FdbEntry.State.values())
                                .map(state -> "ui.fdb.state." + state.name())
                                .map(key -> window.text(key.toLowerCase(Locale.ROOT)))
                                .toList());

        robot.clickOn("#filter").write("vm2", 0);
        assertThat(column(table, 2)).isNotEmpty().containsOnly("vm2");
        assertThat(robot.lookup("#count").queryLabeled().getText())
                .isEqualTo(window.text("ui.fdb.count", table.getItems().size(), all));
        robot.eraseText(3);

        sort(table, 1);
        assertThat(column(table, 1)).hasSize(all).isSorted();

        int row = column(table, 1).indexOf(VM2);
        window.onUi(() -> table.getSelectionModel().select(row));
        assertThat(window.desk().selection().chosen())
                .isSubsetOf(
                        new Thing.Fdb("red", "h1", mac(VM2)), new Thing.Fdb("red", "h2", mac(VM2)));
        robot.clickOn("#follow");
        assertThat(column(table, 1)).hasSizeLessThan(all).containsOnly(VM2);
        assertThat(column(table, 0)).contains("h1", "h2");
        assertThat(window.desk().selection().litProperty().get())
                .contains(new Thing.Fdb("red", "h1", mac(VM2)));

        window.onUi(() -> table.getSelectionModel().clearSelection());
        robot.clickOn(window.text("ui.fdb.copy"));
        assertThat(onUi(() -> Clipboard.getSystemClipboard().getString()).lines())
                .hasSameSizeAs(table.getItems())
                .allMatch(line -> line.split("\t")[1].equals(VM2));
        robot.clickOn("#follow");
        assertThat(table.getItems()).hasSize(all);
    }

    private static MacAddress mac(String text) {
        return MacAddress.parse(text);
    }

    private static List<String> column(TableView<?> table, int number) {
        return onUi(
                () ->
                        IntStream.range(0, table.getItems().size())
                                .mapToObj(row -> table.getColumns().get(number).getCellData(row))
                                .map(String::valueOf)
                                .toList());
    }

    /// UI thread only.
    private static Set<String> hosts(TableView<?> table) {
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row -> String.valueOf(table.getColumns().getFirst().getCellData(row)))
                .collect(Collectors.toSet());
    }

    /// What the cells of a column on the screen say.
    private List<String> shown(TableView<?> table, int number) {
        return onUi(
                () ->
                        robot.from(table).lookup(".table-cell").queryAllAs(TableCell.class).stream()
                                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                                .filter(
                                        cell ->
                                                table.getColumns()
                                                        .get(number)
                                                        .equals(cell.getTableColumn()))
                                .map(cell -> cell.getText())
                                .toList());
    }

    /// As a click on the head of the column does; the headless robot never clicks so still that the
    /// table takes it for a click.
    private <T> void sort(TableView<T> table, int number) {
        window.onUi(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(number))));
    }

    @InBothLanguages
    void rowsThatComeBackIntoViewSpeakTheLanguageOfTheMoment(Locale language) {
        Locale other = language.equals(Locale.ENGLISH) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        front(other, "ui.tab.events");
        // Fewer rows fit then; those that do not are kept for later.
        wear(Looks.Theme.PROJECTOR);
        window.speak(language);
        wear(Looks.Theme.LIGHT);

        ListView<?> events = robot.lookup("#eventRows").queryListView();
        List<ListCell<?>> cells = new ArrayList<>();
        window.onUi(
                () ->
                        events.lookupAll(".list-cell")
                                .forEach(
                                        node -> {
                                            if (node instanceof ListCell<?> cell
                                                    && !cell.isEmpty()) {
                                                cells.add(cell);
                                            }
                                        }));
        assertThat(cells)
                .isNotEmpty()
                .allSatisfy(
                        cell ->
                                assertThat(cell.getAccessibleText())
                                        .endsWith(said((ObservedEvent) cell.getItem())));
    }

    private String said(ObservedEvent event) {
        return window.desk().texts().of(EventMessage.of(event));
    }

    private void wear(Looks.Theme theme) {
        window.onUi(() -> window.desk().looks().themeProperty().set(theme));
        window.settle();
    }

    @InBothLanguages
    void pairsArePingedOnceAllTogetherAndSteadily(Locale language) {
        front(language, "ui.tab.pings");
        PairState before = state("vm1", "vm2");
        robot.clickOn(cell("vm1 → vm2"));
        window.await(() -> state("vm1", "vm2") != before && isIdle());
        assertThat(cell("vm1 → vm2").getText()).startsWith("✓");

        PairState untouched = state("h2", "h1");
        robot.clickOn(window.text("ui.lab.ping"));
        window.await(() -> state("h2", "h1") != untouched && isIdle());
        assertThat(robot.lookup(".ping").queryAllAs(Button.class))
                .hasSize(PAIRS)
                .allMatch(cell -> cell.getText().startsWith("✓"));
        assertThat(robot.lookup(window.text("ui.pings.all", PAIRS)).tryQuery()).isPresent();

        List<Optional<Observation>> seen = new CopyOnWriteArrayList<>();
        Subscription watching =
                onUi(
                        () ->
                                window.live()
                                        .observationProperty()
                                        .subscribe(
                                                now -> {
                                                    seen.add(now);
                                                }));
        int sent = state("h2", "h1").sent();
        steady();
        window.await(() -> state("h2", "h1").sent() > sent + 1);
        steady();
        window.await(this::isIdle);
        int looked = seen.size();
        window.await(() -> seen.size() > looked + 1);
        Platform.runLater(watching::unsubscribe);
        assertThat(seen)
                .as("the hosts stay in view while they are watched anew")
                .allSatisfy(
                        snapshot ->
                                assertThat(snapshot.orElseThrow().hosts().values())
                                        .allMatch(host -> host.currentAt().isPresent()));
    }

    private PairState state(String from, String to) {
        return window.live().pingsProperty().get().entrySet().stream()
                .filter(pair -> pair.getKey().from().name().equals(from))
                .filter(pair -> pair.getKey().to().name().equals(to))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void steady() {
        robot.press(KeyCode.SHIFT, KeyCode.F6).release(KeyCode.F6, KeyCode.SHIFT);
    }

    private Button cell(String pair) {
        return robot.lookup(".ping").queryAllAs(Button.class).stream()
                .filter(cell -> cell.getTooltip().getText().startsWith(pair))
                .findFirst()
                .orElseThrow();
    }

    @InBothLanguages
    void whatHappensIsToldInWordsAndLinkedToTheDrawing(Locale language) {
        front(language, "ui.tab.events");
        String last = language.equals(Locale.ENGLISH) ? "e1" : "e2";
        String mac = "02:00:00:00:00:" + last;
        ListView<?> events = robot.lookup("#eventRows").queryListView();
        robot.clickOn("#filter").write("00:" + last, 0);
        assertThat(events.getItems()).isEmpty();

        HostShell.run(
                window, "h1", "bridge fdb add " + mac + " dev vxlan10 dst 192.168.56.12 static");
        window.await(() -> events.getItems().size() == 1);
        ObservedEvent event = (ObservedEvent) events.getItems().getFirst();
        String told = said(event);
        assertThat(told).contains(mac);
        robot.clickOn(told);
        assertThat(window.desk().selection().chosen())
                .containsExactly(new Thing.Member("red", "h1"));

        robot.clickOn(window.text("ui.events.clear"));
        assertThat(events.getItems()).isEmpty();
        robot.clickOn("#filter").eraseText(3 + last.length());
        HostShell.run(window, "h1", "bridge fdb del " + mac + " dev vxlan10 dst 192.168.56.12");
        window.await(() -> !events.getItems().isEmpty());
    }

    @InBothLanguages
    void everythingThatShowsARunningLabHasAName(Locale language) {
        window.speak(language);
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int at = tab;
            window.onUi(() -> tabs.getSelectionModel().select(at));
            window.settle();
            assertThat(Keyboard.nameless(window.stage().getScene().getRoot()))
                    .as(tabs.getTabs().get(tab).getText())
                    .isEmpty();
        }
    }

    @InBothLanguages
    void aHostThatIsChosenSaysWhatItsKernelSays(Locale language) {
        window.speak(language);
        window.onUi(() -> window.desk().selection().choose(List.of(new Thing.Host("h1"))));
        window.settle();

        assertThat(robot.lookup(window.text("ui.inspector.section.live")).tryQuery()).isPresent();
        assertThat(robot.lookup(window.text("ui.inspector.locked")).tryQuery()).isPresent();
    }

    @InBothLanguages
    void aRunningLabIsNotLeftUnasked(Locale language) {
        window.speak(language);
        window.later(LabActions::closeLab);
        assertThat(robot.lookup("#question").queryLabeled().getText())
                .isEqualTo(window.text("ui.ask.running.ends"));
        robot.clickOn(window.text("ui.ask.cancel"));
        assertThat(window.live().isOpen()).isTrue();
    }
}
