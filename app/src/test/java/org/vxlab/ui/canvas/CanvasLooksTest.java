package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Mark;
import org.vxlab.ui.Looks.Theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every template in every look; the pictures are in `target/canvas`.
class CanvasLooksTest extends CanvasOnStage {

    CanvasLooksTest() {
        super(Locale.ENGLISH);
    }

    @Test
    void noTextIsWiderThanItsRoom() throws IOException {
        Map<String, Double> tooWide = new TreeMap<>();
        for (String name : templates()) {
            shown.draw(CanvasStage.template(name));
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.PROJECTOR)) {
                shown.look(theme);
                shown.size(1280, 800);
                shown.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-1280");
                shown.size(1920, 1080);
                shown.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-1920");
                tooWide.putAll(CanvasStage.onUi(() -> tooWide(name + " " + theme)));
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void aDrawingNobodyMovedGrowsAndShrinksWithItsWindow() {
        shown.draw(CanvasStage.template("head-end-across-a-router"));
        double small = zoomAt(900, 500);
        assertThat(zoomAt(1280, 800)).isGreaterThan(small);
        assertThat(zoomAt(900, 500)).isEqualTo(small);
    }

    @Test
    void aDrawingSomebodyMovedStaysAsItIsInALargerWindow() {
        shown.draw(CanvasStage.template("head-end-across-a-router"));
        CanvasStage.doOnUi(
                () -> {
                    View moved = shown.canvas.view().moved(5, 5);
                    shown.canvas.look(moved);
                    shown.canvas.resize(
                            shown.canvas.getWidth() + 100, shown.canvas.getHeight() + 100);
                    shown.canvas.layout();
                    assertThat(shown.canvas.view()).isEqualTo(moved);
                });
    }

    private double zoomAt(double width, double height) {
        return CanvasStage.onUi(
                () -> {
                    shown.canvas.resize(width, height);
                    shown.canvas.layout();
                    return shown.canvas.view().zoom();
                });
    }

    /// How many canvas units texts go beyond their room.
    private Map<String, Double> tooWide(String where) {
        Brush brush = new Brush(org.vxlab.picture.Palette.LIGHT);
        Map<String, Double> tooWide = new TreeMap<>();
        for (Glyph glyph : shown.canvas.picture().glyphs()) {
            for (Mark mark : glyph.marks()) {
                if (mark instanceof Mark.Text text) {
                    Glyph alone =
                            new Glyph(
                                    glyph.id(),
                                    glyph.layer(),
                                    glyph.box(),
                                    glyph.path(),
                                    glyph.condition(),
                                    List.of(mark),
                                    glyph.said());
                    double beyond = brush.paint(alone).getLayoutBounds().getWidth() - text.room();
                    if (beyond > 1) {
                        tooWide.put(where + ": " + text.text(), beyond);
                    }
                }
            }
        }
        return tooWide;
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../lab-templates"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }
}
