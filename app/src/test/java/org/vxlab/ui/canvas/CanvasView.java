package org.vxlab.ui.canvas;

import javafx.geometry.Point2D;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;

import java.util.List;

/// What a person sees on the drawing of a whole window, and where, for tests.
public final class CanvasView {
    private final LabCanvas canvas;

    public CanvasView(LabCanvas canvas) {
        this.canvas = canvas;
    }

    /// A place of the canvas on the screen, in parts of its size.
    public Point2D part(double x, double y) {
        return CanvasStage.onUi(
                () -> canvas.localToScreen(x * canvas.getWidth(), y * canvas.getHeight()));
    }

    /// The head of a thing's box on the screen, where nothing covers it.
    public Point2D head(Thing thing) {
        Box box = CanvasStage.onUi(() -> canvas.boxOf(thing).orElseThrow());
        return onScreen(new Point(box.centre().x(), box.y() + 8));
    }

    public Point2D centre(Thing thing) {
        return onScreen(CanvasStage.onUi(() -> canvas.boxOf(thing).orElseThrow()).centre());
    }

    /// The handle from which a link can be drawn, once the thing is chosen or pointed at.
    public Point2D handle() {
        return CanvasStage.onUi(
                () -> {
                    LinkHandle handle =
                            (LinkHandle)
                                    canvas.getChildren().stream()
                                            .filter(LinkHandle.class::isInstance)
                                            .findFirst()
                                            .orElseThrow();
                    return canvas.localToScreen(handle.getLayoutX(), handle.getLayoutY());
                });
    }

    /// Where on the screen a place of the drawing is.
    Point2D onScreen(Point at) {
        return CanvasStage.onUi(
                () ->
                        canvas.localToScreen(
                                canvas.view().toScreenX(at.x()), canvas.view().toScreenY(at.y())));
    }

    /// The forwarding entries on the drawing: host, MAC, and where each points to.
    public List<String> chips() {
        return glyphs(Glyph.Part.ENTRY).stream()
                .map(
                        glyph -> {
                            Thing.Fdb entry = (Thing.Fdb) glyph.id().thing();
                            return entry.on() + " " + entry.mac() + " " + glyph.id().detail();
                        })
                .toList();
    }

    /// How a part of a thing is.
    public Glyph.Condition condition(Thing thing, Glyph.Part part) {
        return CanvasStage.onUi(() -> canvas.picture().glyph(thing, part).orElseThrow())
                .condition();
    }

    public List<Glyph> glyphs(Glyph.Part part) {
        return CanvasStage.onUi(() -> canvas.picture().glyphs()).stream()
                .filter(glyph -> glyph.id().part() == part)
                .toList();
    }
}
