package org.vxlab.ui.panes;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import java.util.Locale;

/// How something shown is meant, beside what its words say; the stylesheet gives each a colour.
enum Tone {
    PLAIN,
    GOOD,
    WARNING,
    BAD,
    SPECIAL;

    static void of(Node node, Tone tone) {
        for (Tone one : values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT)), one == tone);
        }
    }
}
