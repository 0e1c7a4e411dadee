package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.Choices;
import org.vxlab.session.LabFile;
import org.vxlab.session.PlanPreview;
import org.vxlab.session.Templates;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Problem;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Thing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The window as a person sees it, before anything runs.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir Path home;
    private TestWindow window;

    @Start
    void open(Stage stage) {
        window = TestWindow.open(stage, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void asksForTheLanguageOnceAndRemembersIt(FxRobot robot) {
        assertThat(robot.lookup("Choose your language · 选择语言").queryLabeled().isVisible()).isTrue();

        robot.clickOn("#chinese");

        assertThat(menu(robot, 0)).isEqualTo("文件");
        assertThat(robot.lookup("#languagePage").query().isVisible()).isFalse();
        assertThat(Choices.in(home.resolve(".config/vxlab")).language()).contains("zh_CN");
    }

    @Test
    void everyTextFollowsTheLanguageAtOnce(FxRobot robot) {
        robot.clickOn("#english");
        window.run(actions -> actions.template(Templates.USUAL));

        robot.clickOn("#languageButton");

        assertThat(menu(robot, 0)).isEqualTo("文件");
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        assertThat(tabs.getTabs().get(1).getText()).isEqualTo("转发表");
        robot.clickOn("转发表");
        TableView<?> table = robot.lookup("#table").queryTableView();
        assertThat(table.getColumns().getFirst().getText()).isEqualTo("主机");
        assertThat(robot.lookup("#applyButton").queryButton().getText()).isEqualTo("下发 42 项更改");
        assertThat(labels(robot).stream().filter(text -> text.contains(Fxml.UNBOUND))).isEmpty();

        robot.clickOn("#languageButton");

        assertThat(menu(robot, 0)).isEqualTo("File");
        assertThat(robot.lookup("#applyButton").queryButton().getText())
                .isEqualTo("Apply 42 changes");
    }

    @Test
    void aThemeChangesEverythingAndIsRemembered(FxRobot robot) {
        String before = Application.getUserAgentStylesheet();

        window.onUi(() -> window.desk().looks().themeProperty().set(Looks.Theme.DARK));

        assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(before);
        assertThat(Choices.in(home.resolve(".config/vxlab")).theme()).contains("DARK");

        window.onUi(() -> window.desk().looks().themeProperty().set(Looks.Theme.PROJECTOR));

        assertThat(window.desk().looks().typeScale()).isGreaterThan(1.3);
        assertThat(robot.lookup("#noRecent").queryLabeled().getFont().getSize())
                .isEqualTo(20, org.assertj.core.data.Offset.offset(0.1));
    }

    @InBothLanguages
    void aTemplateShowsTheCommandsAPushWouldRun(Locale language, FxRobot robot) {
        window.speak(language);

        robot.clickOn(window.text("ui.template." + Templates.USUAL));
        window.settle();

        List<HostPlan> expected =
                PlanPreview.of(
                        ResolvedLab.of(
                                LabFile.read(Templates.read(Templates.USUAL)).lab().orElseThrow()),
                        Map.of());
        assertThat(window.plans()).isEqualTo(expected);
        ListView<?> rows = robot.lookup("#planRows").queryListView();
        assertThat(rows.getItems())
                .hasSize(expected.stream().mapToInt(plan -> 1 + plan.steps().size()).sum());
        Step first = expected.getFirst().steps().getFirst();
        assertThat(labels(robot)).contains(first.text(), window.desk().texts().of(first.why()));
        robot.moveTo(first.text());
        assertThat(window.desk().selection().litProperty().get())
                .contains(new Thing.Member("red", "h1"));
        robot.clickOn(window.text("ui.plan.copy"));
        assertThat(clipboard()).contains(first.text());
    }

    private static String clipboard() {
        return CompletableFuture.supplyAsync(
                        () -> Clipboard.getSystemClipboard().getString(), Platform::runLater)
                .join();
    }

    @InBothLanguages
    void choosingAProblemChoosesWhatItIsAbout(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template("bridge-and-vxlan-broken"));
        Problem problem = window.desk().problemsProperty().get().getFirst();

        robot.clickOn(
                robot.from(robot.lookup("#problemRows").<Node>query())
                        .lookup(window.desk().texts().of(problem.cure()))
                        .<Node>query());

        assertThat(window.desk().selection().chosen()).hasSize(1);
    }

    @InBothLanguages
    void undoAndRedoGoByKeysAndByTheListOfSteps(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template(Templates.USUAL));
        window.onUi(
                () ->
                        window.desk()
                                .edit(
                                        new LabEdit.Remove(
                                                new java.util.LinkedHashSet<>(
                                                        Set.of(new Thing.Host("h2"))))));
        assertThat(window.desk().lab().host("h2")).isEmpty();

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(window.desk().lab().host("h2")).isPresent();

        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(window.desk().lab().host("h2")).isEmpty();

        Menu steps =
                robot.lookup("#menuBar").queryAs(MenuBar.class).getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> window.text("ui.edit.history").equals(item.getText()))
                        .map(Menu.class::cast)
                        .findFirst()
                        .orElseThrow();
        window.onUi(
                () -> {
                    Event.fireEvent(steps, new Event(Menu.ON_SHOWING));
                    steps.getItems().stream()
                            .filter(
                                    step ->
                                            window.text("session.history.opened")
                                                    .equals(step.getText()))
                            .forEach(MenuItem::fire);
                });
        assertThat(window.desk().lab().host("h2")).isPresent();
    }

    @InBothLanguages
    void findGoesFromOneFindToTheNext(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template(Templates.USUAL));

        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("vm");
        assertThat(window.desk().selection().chosen())
                .containsExactly(new Thing.Workload("red", "h1", "vm1"));
        robot.type(KeyCode.ENTER);
        assertThat(window.desk().selection().chosen())
                .containsExactly(new Thing.Workload("red", "h2", "vm2"));
        robot.type(KeyCode.ENTER);
        assertThat(window.desk().selection().chosen())
                .containsExactly(new Thing.Workload("red", "h1", "vm1"));
    }

    @InBothLanguages
    void unsavedChangesAreAskedForBeforeTheyWouldBeLost(Locale language, FxRobot robot) {
        window.speak(language);
        window.run(actions -> actions.template(Templates.USUAL));
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("mine")));

        window.later(LabActions::closeLab);
        assertThat(robot.lookup(window.text("ui.ask.unsaved", "mine")).tryQuery()).isPresent();
        robot.clickOn(window.text("ui.ask.cancel"));
        assertThat(window.desk().lab().name()).isEqualTo("mine");

        window.later(LabActions::closeLab);
        robot.clickOn(window.text("ui.ask.discard"));
        window.settle();
        assertThat(robot.lookup("#tryIt").query().isVisible()).isTrue();
        assertThat(window.desk().stateProperty().get().dirty()).isFalse();
        assertThat(Files.exists(home.resolve("mine.vxlab.yaml"))).isFalse();
    }

    @InBothLanguages
    void aFileThatIsNoLabIsRefusedWithItsPlace(Locale language, FxRobot robot) throws Exception {
        window.speak(language);
        Path file = home.resolve("bad.vxlab.yaml");
        Files.writeString(file, "vxlab: 1\nname: bad\nhots: []\n");

        window.later(actions -> actions.open(file));

        assertThat(robot.lookup("#question").queryLabeled().getText())
                .startsWith(window.text("ui.file.problem", 3, 1, ""))
                .contains("hots");
        robot.clickOn(window.text("ui.ask.close"));
    }

    @InBothLanguages
    void whatWasNotSavedIsOfferedAfterACrash(Locale language, FxRobot robot) throws Exception {
        window.speak(language);
        Path file = home.resolve("mine.vxlab.yaml");
        Files.write(file, Templates.read(Templates.USUAL));
        window.run(actions -> actions.open(file));
        int files = files();
        window.onUi(() -> window.desk().edit(new LabEdit.RenameLab("mine")));
        window.await(() -> files() > files);

        CompletableFuture<TestWindow> opened = new CompletableFuture<>();
        Platform.runLater(
                () -> opened.complete(TestWindow.open(new Stage(), home, Optional.of(file))));
        window.await(() -> !robot.lookup(window.text("ui.ask.recover")).queryAll().isEmpty());
        robot.clickOn(window.text("ui.ask.recover"));
        TestWindow after = opened.join();
        after.await(() -> after.desk().lab().equals(window.desk().lab()));
        assertThat(after.desk().stateProperty().get().dirty()).isTrue();
        after.close();
    }

    private int files() {
        return Objects.requireNonNull(home.toFile().list()).length;
    }

    private static String menu(FxRobot robot, int number) {
        return robot.lookup("#menuBar").queryAs(MenuBar.class).getMenus().get(number).getText();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList();
    }
}
