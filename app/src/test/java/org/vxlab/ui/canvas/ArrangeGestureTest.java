package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.picture.Arrangement;
import org.vxlab.picture.Box;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;
import org.vxlab.ui.BothLanguages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Things brought into line: by dragging, by the menu, by a layout.
@BothLanguages
class ArrangeGestureTest extends CanvasOnStage {
    private static final Thing LAN = new Thing.Network("lan");

    ArrangeGestureTest(Locale language) {
        super(language);
    }

    @BeforeEach
    void begin() {
        drawTwoHosts();
    }

    private Point place(String name) {
        return shown.lab().layout().positions().get(name);
    }

    private void put(Thing thing, double x, double y) {
        CanvasStage.doOnUi(() -> shown.desk.edit(new LabEdit.Move(Map.of(thing, new Point(x, y)))));
    }

    private void arrange(String key, Thing... things) {
        CanvasStage.doOnUi(() -> shown.desk.selection().choose(List.of(things)));
        shown.choose(shown.canvas.arrangeItems(), key);
    }

    private double scaled(double length) {
        return length * CanvasStage.onUi(() -> shown.canvas.view().zoom());
    }

    @Test
    void aDraggedThingSnapsIntoLineAndWithAltItDoesNot(FxRobot robot) {
        Point one = place("h1");
        Point from = place("h2");
        put(H2, from.x(), one.y() + 40);
        robot.moveTo(head(H2)).press(MouseButton.PRIMARY);
        robot.moveBy(scaled(30), scaled(-37)).release(MouseButton.PRIMARY);
        assertThat(place("h2").y()).isEqualTo(one.y());

        put(H2, from.x(), one.y() + 40);
        Point2D head = head(H2);
        shown.altDrag(head, head.add(scaled(30), scaled(-37)));
        assertThat(place("h2").y()).isEqualTo(one.y() + 3);
    }

    @Test
    void whatIsChosenIsAlignedAndDistributed() {
        put(H2, place("h2").x(), place("h1").y() + 70);
        Map<String, ToDoubleFunction<Box>> edges =
                Map.of(
                        "left", Box::x,
                        "centre", box -> box.centre().x(),
                        "right", Box::right,
                        "top", Box::y,
                        "middle", box -> box.centre().y(),
                        "bottom", Box::bottom);
        edges.forEach(
                (name, edge) -> {
                    Lab before = shown.lab();
                    arrange("ui.canvas.align." + name, H1, RED);
                    assertThat(edge.applyAsDouble(box(H1)))
                            .as(name)
                            .isCloseTo(edge.applyAsDouble(box(RED)), within());
                    CanvasStage.doOnUi(
                            () ->
                                    shown.desk.edit(
                                            new LabEdit.Move(
                                                    Map.of(
                                                            H1,
                                                            before.layout().positions().get("h1"),
                                                            RED,
                                                            before.layout()
                                                                    .positions()
                                                                    .get("red")))));
                });
        put(RED, place("red").x() + 60, place("red").y());
        arrange("ui.canvas.align.across", H1, RED, H2);
        assertThat(box(RED).x() - box(H1).right())
                .isCloseTo(box(H2).x() - box(RED).right(), within());
        arrange("ui.canvas.align.down", RED, H1, LAN);
        assertThat(box(H1).y() - box(RED).bottom())
                .isCloseTo(box(LAN).y() - box(H1).bottom(), within());
    }

    /// Places are whole numbers.
    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1.5);
    }

    @Test
    void aLayoutPlacesEverythingAnewInOneStep() {
        put(H1, 900, 900);
        Lab before = shown.lab();
        arrange("ui.canvas.arrange.layered");
        assertThat(shown.lab().layout().positions())
                .isEqualTo(
                        new LabEdit.Move(Arrangement.layered(before, PictureStyle.DESIGN))
                                .applyTo(before)
                                .layout()
                                .positions());
        assertThat(box(RED).bottom()).isLessThan(box(H1).y());
        assertThat(box(H1).bottom()).isLessThan(box(LAN).y());

        arrange("ui.canvas.arrange.organic");
        assertThat(box(H1).overlaps(box(H2))).isFalse();
        assertThat(shown.lab().withLayout(before.layout())).isEqualTo(before);
    }
}
