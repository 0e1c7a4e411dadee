package org.vxlab.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

import java.util.List;

/// Walks a freshly loaded part and binds each text that is a marked key.
final class TextBinding {
    private final Texts texts;

    TextBinding(Texts texts) {
        this.texts = texts;
    }

    void bind(Node node) {
        bind(node.accessibleTextProperty());
        bind(node.accessibleHelpProperty());
        switch (node) {
            case Labeled labeled -> bind(labeled.textProperty());
            case Text text -> bind(text.textProperty());
            case TextInputControl input -> bind(input.promptTextProperty());
            default -> {}
        }
        if (node instanceof Control control) {
            bindTooltip(control.tooltipProperty());
            bindMenu(control.getContextMenu());
        }
        switch (node) {
            case MenuBar bar -> bar.getMenus().forEach(this::bind);
            case MenuButton button -> button.getItems().forEach(this::bind);
            case TabPane tabs -> tabs.getTabs().forEach(this::bind);
            case TableView<?> table -> {
                table.getColumns().forEach(this::bind);
                bindIfThere(table.getPlaceholder());
            }
            case ListView<?> list -> bindIfThere(list.getPlaceholder());
            case SplitPane split -> split.getItems().forEach(this::bind);
            case ToolBar bar -> bar.getItems().forEach(this::bind);
            case ScrollPane scroll -> bindIfThere(scroll.getContent());
            case TitledPane titled -> bindIfThere(titled.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::bind);
            default -> {}
        }
    }

    private void bindIfThere(Node node) {
        if (node != null) {
            bind(node);
        }
    }

    private void bind(MenuItem item) {
        bind(item.textProperty());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::bind);
        }
    }

    private void bind(Tab tab) {
        bind(tab.textProperty());
        bindTooltip(tab.tooltipProperty());
        bindIfThere(tab.getContent());
    }

    private void bind(TableColumn<?, ?> column) {
        bind(column.textProperty());
        ObservableList<? extends TableColumn<?, ?>> columns = column.getColumns();
        List.copyOf(columns).forEach(this::bind);
    }

    private void bindMenu(ContextMenu menu) {
        if (menu != null) {
            menu.getItems().forEach(this::bind);
        }
    }

    private void bindTooltip(ObjectProperty<Tooltip> tooltip) {
        if (tooltip.get() != null) {
            bind(tooltip.get().textProperty());
        }
    }

    private void bind(Property<String> text) {
        String value = text.getValue();
        if (value != null && value.startsWith(Fxml.UNBOUND)) {
            text.bind(texts.bound(value.substring(Fxml.UNBOUND.length())));
        }
    }
}
