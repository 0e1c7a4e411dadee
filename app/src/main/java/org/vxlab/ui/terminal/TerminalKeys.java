package org.vxlab.ui.terminal;

import com.techsenger.jeditermfx.core.input.InputEvent;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Map;
import java.util.Optional;

/// What keys mean to a terminal. The numbers are those of AWT, which the emulation goes by.
final class TerminalKeys {
    private static final Map<KeyCode, Integer> CODES =
            Map.ofEntries(
                    key(KeyCode.ENTER, 10),
                    key(KeyCode.BACK_SPACE, 8),
                    key(KeyCode.TAB, 9),
                    key(KeyCode.ESCAPE, 27),
                    key(KeyCode.F1, 112),
                    key(KeyCode.F2, 113),
                    key(KeyCode.F3, 114),
                    key(KeyCode.F4, 115),
                    key(KeyCode.F5, 116),
                    key(KeyCode.F6, 117),
                    key(KeyCode.F7, 118),
                    key(KeyCode.F8, 119),
                    key(KeyCode.F9, 120),
                    key(KeyCode.F10, 121),
                    key(KeyCode.F11, 122),
                    key(KeyCode.F12, 123),
                    key(KeyCode.INSERT, 155),
                    key(KeyCode.DELETE, 127),
                    key(KeyCode.PAGE_UP, 33),
                    key(KeyCode.PAGE_DOWN, 34),
                    key(KeyCode.END, 35),
                    key(KeyCode.HOME, 36),
                    key(KeyCode.LEFT, 37),
                    key(KeyCode.UP, 38),
                    key(KeyCode.RIGHT, 39),
                    key(KeyCode.DOWN, 40));

    /// Ctrl with one of these is a control character.
    private static final String CONTROLLED = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_";

    private static final String ESCAPE = "\u001b";

    private TerminalKeys() {}

    private static Map.Entry<KeyCode, Integer> key(KeyCode code, int number) {
        return Map.entry(code, number);
    }

    /// The emulation's number of a key that is no character.
    static Optional<Integer> code(KeyEvent event) {
        return Optional.ofNullable(CODES.get(event.getCode()));
    }

    /// The emulation's number of a cursor key or another key with one.
    static int code(KeyCode key) {
        return CODES.get(key);
    }

    static int modifiers(KeyEvent event) {
        return (event.isShiftDown() ? InputEvent.SHIFT_MASK : 0)
                | (event.isControlDown() ? InputEvent.CTRL_MASK : 0)
                | (event.isAltDown() ? InputEvent.ALT_MASK : 0);
    }

    /// The control character that a key is or becomes with Ctrl.
    static Optional<String> control(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            return Optional.of(ESCAPE);
        }
        if (event.getCode() == KeyCode.TAB) {
            return Optional.of("\t");
        }
        if (!event.isControlDown()) {
            return Optional.empty();
        }
        String name =
                switch (event.getCode()) {
                    case SPACE, DIGIT2 -> "@";
                    case OPEN_BRACKET -> "[";
                    case CLOSE_BRACKET -> "]";
                    case BACK_SLASH -> "\\";
                    case SLASH, MINUS -> "_";
                    default -> event.getCode().isLetterKey() ? event.getCode().getChar() : "";
                };
        int at = name.isEmpty() ? -1 : CONTROLLED.indexOf(name);
        return at < 0
                ? Optional.empty()
                : Optional.of((event.isAltDown() ? ESCAPE : "") + (char) at);
    }

    /// The text of a typed key; control characters come as pressed keys.
    static Optional<String> typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean plain =
                !text.isEmpty()
                        && !event.isControlDown()
                        && text.codePoints().noneMatch(Character::isISOControl);
        return plain ? Optional.of((event.isAltDown() ? ESCAPE : "") + text) : Optional.empty();
    }
}
