package org.vxlab.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.vxlab.picture.Box;
import org.vxlab.session.Templates;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Looks;

import java.util.Locale;
import java.util.concurrent.TimeoutException;

/// Tests that have a drawing and its palette in a window of their own, empty at first.
///
/// It is opened here, not by `@Start`, which TestFX finds in a test's own class only.
@ExtendWith(ApplicationExtension.class)
abstract class CanvasOnStage {
    static final Thing H1 = new Thing.Host("h1");
    static final Thing H2 = new Thing.Host("h2");
    static final Thing RED = new Thing.Segment("red");

    private final Locale language;
    CanvasStage shown;

    CanvasOnStage(Locale language) {
        this.language = language;
    }

    @BeforeEach
    final void open() throws TimeoutException {
        FxToolkit.setupStage(stage -> shown = new CanvasStage(stage, language, Looks.Theme.LIGHT));
    }

    /// Hosts `h1` and `h2` in network `lan`, with the segment `red`.
    void drawTwoHosts() {
        shown.draw(CanvasStage.template(Templates.USUAL));
    }

    Box box(Thing thing) {
        return CanvasStage.onUi(() -> shown.canvas.boxOf(thing).orElseThrow());
    }

    /// Where on the screen a host can be taken hold of.
    Point2D head(Thing host) {
        return shown.seen.head(host);
    }

    /// What is said beside the pointer; empty while nothing is.
    String bubble(FxRobot robot) {
        Label bubble = robot.lookup(".canvas-bubble").queryAs(Label.class);
        return bubble.isVisible() ? bubble.getText() : "";
    }

    String text(String key, Object... arguments) {
        return CanvasStage.onUi(() -> shown.desk.texts().of(key, arguments));
    }
}
