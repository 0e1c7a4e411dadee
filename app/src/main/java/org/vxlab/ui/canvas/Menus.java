package org.vxlab.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.vxlab.ui.Texts;

import java.util.List;
import java.util.Optional;

/// The menus that open on the drawing. UI thread only.
final class Menus {
    private final Region canvas;
    private final Board board;
    private final Editing editing;
    private final Adding adding;
    private final Actions actions;

    Menus(Region canvas, Board board, Editing editing, Adding adding, Actions actions) {
        this.canvas = canvas;
        this.board = board;
        this.editing = editing;
        this.adding = adding;
        this.actions = actions;
    }

    /// What can be added here; nothing where the structure is locked.
    Optional<ContextMenu> add(MouseEvent event) {
        return editing.mayDraw()
                ? Optional.of(
                        open(
                                adding.itemsAt(event.getX(), event.getY()),
                                event.getX(),
                                event.getY()))
                : Optional.empty();
    }

    /// What can be added in the middle of the view.
    Optional<ContextMenu> addInView() {
        double x = board.width() / 2;
        double y = board.height() / 2;
        return editing.mayDraw()
                ? Optional.of(open(actions.items(actions.insert), x, y))
                : Optional.empty();
    }

    /// Everything that can be done with what is chosen, or where nothing is, with the drawing.
    Optional<ContextMenu> context(double x, double y) {
        ContextMenu menu = new ContextMenu();
        Menu add = submenu("ui.canvas.menu.add", adding.itemsAt(x, y));
        Menu arrange = submenu("ui.menu.arrange", actions.items(actions.arrange));
        Menu view = submenu("ui.menu.view", actions.items(actions.view));
        menu.getItems().addAll(actions.items(actions.edit));
        menu.getItems().addAll(new SeparatorMenuItem(), add, arrange, view);
        return Optional.of(show(menu, x, y));
    }

    private Menu submenu(String key, List<MenuItem> items) {
        Texts texts = board.desk().texts();
        Menu menu = new Menu(texts.of(key));
        menu.getItems().setAll(items);
        return menu;
    }

    private ContextMenu open(List<MenuItem> items, double x, double y) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items);
        return show(menu, x, y);
    }

    private ContextMenu show(ContextMenu menu, double x, double y) {
        Point2D place = canvas.localToScreen(x, y);
        menu.show(canvas, place.getX(), place.getY());
        return menu;
    }
}
