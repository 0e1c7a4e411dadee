package org.vxlab.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import org.vxlab.session.OpenLabHistory;
import org.vxlab.session.Templates;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Fills the menus whose items are not known beforehand.
final class Menus {
    private final Desk desk;
    private final LabActions actions;

    Menus(Desk desk, LabActions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    void templates(Menu menu) {
        for (String name : Templates.NAMES) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(desk.texts().bound("ui.template." + name));
            item.setOnAction(_ -> actions.template(name));
            menu.getItems().add(item);
        }
    }

    void recent(Menu menu, LabFiles files) {
        files.recentProperty()
                .subscribe(
                        recent -> {
                            menu.getItems().setAll(recent.stream().map(this::item).toList());
                            menu.setDisable(recent.isEmpty());
                        });
    }

    private MenuItem item(Path file) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> actions.open(file));
        return item;
    }

    void themes(Menu menu) {
        ToggleGroup group = new ToggleGroup();
        for (Looks.Theme theme : Looks.Theme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty()
                    .bind(desk.texts().bound("ui.theme." + theme.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setOnAction(_ -> desk.looks().themeProperty().set(theme));
            desk.looks().themeProperty().subscribe(now -> item.setSelected(now == theme));
            menu.getItems().add(item);
        }
    }

    void languages(Menu menu, Languages languages) {
        ToggleGroup group = new ToggleGroup();
        for (Locale language : Languages.ALL) {
            RadioMenuItem item = new RadioMenuItem(Languages.nameOf(language));
            item.setToggleGroup(group);
            item.setOnAction(_ -> languages.choose(language));
            desk.texts()
                    .languageProperty()
                    .subscribe(now -> item.setSelected(now.equals(language)));
            menu.getItems().add(item);
        }
    }

    /// Every step of drawing; choosing one goes there.
    void history(Menu menu) {
        Runnable fill =
                () -> {
                    OpenLabHistory history = desk.stateProperty().get().history();
                    List<OpenLabHistory.Entry> steps = history.entries();
                    ToggleGroup group = new ToggleGroup();
                    menu.getItems().clear();
                    for (int i = steps.size() - 1; i >= 0; i--) {
                        int step = i;
                        RadioMenuItem item =
                                new RadioMenuItem(desk.texts().of(steps.get(i).label()));
                        item.setMnemonicParsing(false);
                        item.setToggleGroup(group);
                        item.setSelected(i == history.position());
                        item.setOnAction(_ -> desk.goTo(step));
                        menu.getItems().add(item);
                    }
                };
        menu.setOnShowing(_ -> fill.run());
        // At once, too: a menu without items is never shown, and so would never be filled.
        desk.texts().languageProperty().subscribe(_ -> fill.run());
    }
}
