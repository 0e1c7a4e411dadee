package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.session.Words;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every text of a window in which everything is under way follows the language.
@Tag("kernel")
class LanguageSwitchTest extends WindowOnStage {
    /// A place in a pattern, with a choice of words in it or without.
    private static final Pattern PLACE = Pattern.compile("\\{\\d+[^{}]*(\\{[^{}]*}[^{}]*)*}");

    private static final Pattern ENGLISH = Pattern.compile("\\p{Ll}{2}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void nothingStaysInTheOtherLanguageWhileALabRuns(FxRobot robot) {
        robot.clickOn("#english");
        robot.clickOn("#tryIt");
        window.awaitPings(12);
        robot.clickOn("Terminal");
        openShell(robot);
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        List<Thing> choices =
                List.of(
                        new Thing.Host("h1"),
                        new Thing.Member("red", "h1"),
                        new Thing.Segment("red"),
                        new Thing.Network("lan"),
                        new Thing.Workload("red", "h1", "vm1"));
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int shown = tab;
            window.onUi(() -> tabs.getSelectionModel().select(shown));
            window.onUi(
                    () ->
                            window.desk()
                                    .selection()
                                    .choose(List.of(choices.get(shown % choices.size()))));
            window.settle();

            speak(Locale.SIMPLIFIED_CHINESE);
            assertThat(left(robot, Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)).isEmpty();
            speak(Locale.ENGLISH);
            assertThat(left(robot, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)).isEmpty();
        }
    }

    private void speak(Locale language) {
        window.onUi(() -> window.desk().texts().speak(language));
        window.settle();
    }

    /// Texts that are sentences of one language and of no other.
    private static Set<String> left(FxRobot robot, Locale before, Locale now) {
        List<Pattern> old = sentences(before, before.equals(Locale.ENGLISH) ? ENGLISH : CHINESE);
        List<Pattern> wanted = sentences(now, LETTERS);
        return texts(robot).stream()
                .filter(text -> matches(old, text) && !matches(wanted, text))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(List<Pattern> sentences, String text) {
        return sentences.stream().anyMatch(sentence -> sentence.matcher(text).matches());
    }

    private static List<Pattern> sentences(Locale language, Pattern word) {
        ResourceBundle bundle = new Words(language).bundle();
        return bundle.keySet().stream()
                .map(bundle::getString)
                .filter(pattern -> word.matcher(PLACE.matcher(pattern).replaceAll("")).find())
                .map(LanguageSwitchTest::sentence)
                .toList();
    }

    private static Pattern sentence(String pattern) {
        String regex =
                Stream.of(PLACE.split(pattern, -1))
                        .map(literal -> Pattern.quote(literal.replace("''", "'")))
                        .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static List<String> texts(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        for (Node node : robot.lookup(LanguageSwitchTest::speaks).queryAll()) {
            texts.add(node.getAccessibleText());
            switch (node) {
                case Labeled labeled -> texts.add(labeled.getText());
                case TextInputControl input -> texts.add(input.getPromptText());
                case TableView<?> table ->
                        table.getColumns().forEach(column -> texts.add(column.getText()));
                case MenuBar bar -> bar.getMenus().forEach(menu -> add(menu, texts));
                default -> {}
            }
        }
        texts.removeAll(Languages.ALL.stream().map(Languages::nameOf).toList());
        return texts.stream().filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    }

    /// Commands are the same in every language; the toolkit's own buttons speak the system's.
    private static boolean speaks(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !node.getStyleClass().contains("command")
                && !node.getStyleClass().contains("tab-close-button");
    }

    private static void add(MenuItem item, List<String> texts) {
        texts.add(item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(inner -> add(inner, texts));
        }
    }
}
