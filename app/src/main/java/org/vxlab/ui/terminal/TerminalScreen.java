package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import org.vxlab.ui.Desk;

import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The screen of a terminal: paints rows of text, takes keys, selects with the mouse. UI thread
/// only.
final class TerminalScreen extends Region {
    private static final double PADDING = 6;
    private static final int LEAST_COLUMNS = 20;
    private static final int LEAST_ROWS = 4;

    /// Rows a step of the wheel goes.
    private static final int WHEEL_ROWS = 3;

    private final Desk desk;
    private final Canvas canvas = new Canvas();
    private final ContextMenu menu = new ContextMenu();
    private final TerminalSelection selection = new TerminalSelection();
    private final TerminalPainter painter;
    private Emulation emulation;
    private int columns;
    private int rows;

    /// How far back the history is looked at, in rows.
    private int back;

    /// @param host its name in the lab
    TerminalScreen(Desk desk, String host) {
        this.desk = desk;
        painter =
                new TerminalPainter(
                        canvas.getGraphicsContext2D(), selection, desk.looks().typeScale());
        setId("terminal-" + host);
        getStyleClass().add("terminal");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        accessibleTextProperty().bind(desk.texts().bound("ui.terminal.name", host));
        getChildren().add(canvas);
        canvas.relocate(PADDING, PADDING);
        setOnKeyPressed(this::pressed);
        setOnKeyTyped(this::typed);
        setOnInputMethodTextChanged(this::composed);
        setOnMousePressed(this::mousePressed);
        setOnMouseDragged(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        selection.extend(cell(event));
                        paint();
                    }
                });
        setOnScroll(this::scroll);
        setOnContextMenuRequested(
                event -> {
                    fillMenu();
                    menu.show(this, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
        focusedProperty().subscribe(_ -> paint());
        desk.looks().themeProperty().subscribe(_ -> measure());
    }

    /// Shows a terminal from now on. Before that, [#columns] and [#rows] say how large it is to be.
    void show(Emulation shown) {
        emulation = shown;
        emulation.resize(columns, rows);
        paint();
    }

    int columns() {
        return Math.max(LEAST_COLUMNS, columns);
    }

    int rows() {
        return Math.max(LEAST_ROWS, rows);
    }

    /// What is on the screen, row by row.
    String text() {
        return emulation == null
                ? ""
                : emulation
                        .buffer()
                        .getScreenLines()
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private void measure() {
        painter.scale(desk.looks().typeScale());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth() - 2 * PADDING));
        canvas.setHeight(Math.max(1, getHeight() - 2 * PADDING));
        int wide = (int) (canvas.getWidth() / painter.cellWidth());
        int high = (int) (canvas.getHeight() / painter.cellHeight());
        // A pane that is folded up for a moment must not squeeze what is on it.
        if (wide >= LEAST_COLUMNS && high >= LEAST_ROWS && (wide != columns || high != rows)) {
            columns = wide;
            rows = high;
            if (emulation != null) {
                emulation.resize(wide, high);
            }
        }
        paint();
    }

    void paint() {
        if (emulation != null) {
            TerminalTextBuffer buffer = emulation.buffer();
            back = Math.min(back, buffer.getHistoryLinesCount());
            painter.paint(buffer, emulation.state(), back, isFocused());
        }
    }

    private void pressed(KeyEvent event) {
        if (emulation == null || leaves(event)) {
            return;
        }
        event.consume();
        boolean both = event.isControlDown() && event.isShiftDown();
        if (both && event.getCode() == KeyCode.C) {
            copy();
        } else if (both && event.getCode() == KeyCode.V
                || event.isShiftDown() && event.getCode() == KeyCode.INSERT) {
            paste();
        } else if (event.isShiftDown() && event.getCode() == KeyCode.PAGE_UP) {
            look(back + rows - 1);
        } else if (event.isShiftDown() && event.getCode() == KeyCode.PAGE_DOWN) {
            look(back - rows + 1);
        } else {
            TerminalKeys.code(event)
                    .map(code -> emulation.codeOf(code, TerminalKeys.modifiers(event)))
                    .ifPresentOrElse(
                            this::send, () -> TerminalKeys.control(event).ifPresent(this::send));
        }
    }

    /// With Ctrl+Tab one gets out again by keys.
    private static boolean leaves(KeyEvent event) {
        return event.isControlDown() && event.getCode() == KeyCode.TAB;
    }

    private void typed(KeyEvent event) {
        if (emulation != null) {
            TerminalKeys.typed(event).ifPresent(this::send);
            event.consume();
        }
    }

    /// Chinese and other text comes composed.
    private void composed(InputMethodEvent event) {
        if (emulation != null && !event.getCommitted().isEmpty()) {
            send(event.getCommitted());
        }
    }

    private void send(String text) {
        look(0);
        emulation.send(text);
    }

    private void send(byte[] bytes) {
        look(0);
        emulation.send(bytes);
    }

    private void look(int rowsBack) {
        int most = emulation.state().isAlternate() ? 0 : emulation.buffer().getHistoryLinesCount();
        back = Math.clamp(rowsBack, 0, most);
        paint();
    }

    private void mousePressed(MouseEvent event) {
        requestFocus();
        menu.hide();
        if (event.getButton() == MouseButton.PRIMARY) {
            selection.begin(cell(event));
            paint();
        }
        event.consume();
    }

    private TerminalSelection.Cell cell(MouseEvent event) {
        return painter.cell(event.getX() - PADDING, event.getY() - PADDING, back);
    }

    /// Programs with the whole screen have no history: they get cursor keys.
    private void scroll(ScrollEvent event) {
        if (emulation == null || event.getDeltaY() == 0) {
            return;
        }
        boolean up = event.getDeltaY() > 0;
        if (emulation.state().isAlternate()) {
            byte[] key = emulation.codeOf(TerminalKeys.code(up ? KeyCode.UP : KeyCode.DOWN), 0);
            for (int i = 0; i < WHEEL_ROWS; i++) {
                emulation.send(key);
            }
        } else {
            look(back + (up ? WHEEL_ROWS : -WHEEL_ROWS));
        }
        event.consume();
    }

    private void fillMenu() {
        MenuItem copy = item("ui.terminal.copy", _ -> copy());
        copy.setDisable(selected().isEmpty());
        menu.getItems().setAll(copy, item("ui.terminal.paste", _ -> paste()));
    }

    private MenuItem item(String key, Consumer<MenuItem> action) {
        MenuItem item = new MenuItem(desk.texts().of(key));
        item.setOnAction(_ -> action.accept(item));
        return item;
    }

    /// The text the mouse has selected.
    String selected() {
        return emulation == null ? "" : selection.text(emulation.buffer());
    }

    private void copy() {
        String text = selected();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && emulation != null) {
            look(0);
            emulation.paste(text);
        }
    }
}
