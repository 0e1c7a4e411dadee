package org.vxlab.cli;

/// Colours of a terminal (ECMA-48 SGR); words never depend on them.
///
/// @param on whether there is anybody to see them
record Paint(boolean on) {
    private static final String END = "\u001b[0m";

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String warning(String text) {
        return paint("33", text);
    }

    String special(String text) {
        return paint("35", text);
    }

    String name(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + END : text;
    }
}
