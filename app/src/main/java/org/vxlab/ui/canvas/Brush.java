package org.vxlab.ui.canvas;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import org.vxlab.picture.Curve;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Mark;
import org.vxlab.picture.Palette;
import org.vxlab.picture.Rgb;
import org.vxlab.picture.Stroke;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns glyphs into shapes of the scene graph, in the colours of one palette. UI thread only.
final class Brush {
    private static final String PLAIN = "Noto Sans CJK SC";
    private static final String MONO = "Noto Sans Mono CJK SC";

    private record Lettering(Mark.Face face, double size) {}

    private final Palette palette;
    private final Hatching hatching = new Hatching();
    private final Map<Ink, Color> colours = new HashMap<>();
    private final Map<Lettering, Font> fonts = new HashMap<>();

    Brush(Palette palette) {
        this.palette = palette;
    }

    Color colour(Ink ink) {
        return colours.computeIfAbsent(
                ink,
                wanted -> {
                    Rgb rgb = palette.of(wanted);
                    return Color.rgb(rgb.red(), rgb.green(), rgb.blue());
                });
    }

    /// The colour as style sheets write it.
    String web(Ink ink) {
        return palette.of(ink).toString();
    }

    /// One node that the mouse does not see: the picture answers what is where.
    Node paint(Glyph glyph) {
        List<Mark> marks = glyph.marks();
        if (marks.size() == 1) {
            return shape(marks.getFirst());
        }
        Group group = new Group();
        marks.forEach(mark -> group.getChildren().add(shape(mark)));
        return group;
    }

    private Shape shape(Mark mark) {
        return switch (mark) {
            case Mark.Rectangle rectangle -> rectangle(rectangle);
            case Mark.Circle(var centre, double radius, var ground, var edge) ->
                    filled(new Circle(centre.x(), centre.y(), radius), ground, edge);
            case Mark.Line(Curve curve, Stroke stroke) -> stroked(line(curve), stroke);
            case Mark.Polygon(var points, var ground, var edge) -> {
                Polygon polygon = new Polygon();
                points.forEach(point -> polygon.getPoints().addAll(point.x(), point.y()));
                yield filled(polygon, ground, edge);
            }
            case Mark.Text text -> text(text);
        };
    }

    private Shape rectangle(Mark.Rectangle mark) {
        Rectangle rectangle =
                new Rectangle(
                        mark.box().x(), mark.box().y(), mark.box().width(), mark.box().height());
        rectangle.setArcWidth(2 * mark.corner());
        rectangle.setArcHeight(2 * mark.corner());
        filled(rectangle, mark.ground(), mark.edge());
        if (mark.ground().isPresent() && mark.hatch().isPresent()) {
            rectangle.setFill(
                    hatching.of(
                            mark.pattern(),
                            colour(mark.ground().get()),
                            colour(mark.hatch().get())));
        }
        return rectangle;
    }

    /// A line without a fill, straight where it can be.
    static Shape line(Curve curve) {
        Shape line =
                curve.isStraight()
                        ? new Line(
                                curve.start().x(),
                                curve.start().y(),
                                curve.end().x(),
                                curve.end().y())
                        : new CubicCurve(
                                curve.start().x(),
                                curve.start().y(),
                                curve.control1().x(),
                                curve.control1().y(),
                                curve.control2().x(),
                                curve.control2().y(),
                                curve.end().x(),
                                curve.end().y());
        line.setFill(null);
        return line;
    }

    private Shape filled(Shape shape, Optional<Ink> ground, Optional<Stroke> edge) {
        shape.setFill(ground.map(this::colour).orElse(null));
        edge.ifPresent(stroke -> stroked(shape, stroke));
        return shape;
    }

    private Shape stroked(Shape shape, Stroke stroke) {
        shape.setStroke(colour(stroke.ink()));
        shape.setStrokeWidth(stroke.width());
        shape.setStrokeLineCap(StrokeLineCap.BUTT);
        shape.getStrokeDashArray().setAll(stroke.dashes());
        return shape;
    }

    private Text text(Mark.Text mark) {
        Text text = new Text(mark.text());
        text.setFont(fonts.computeIfAbsent(new Lettering(mark.face(), mark.size()), Brush::font));
        text.setFill(colour(mark.ink()));
        text.setTextOrigin(VPos.CENTER);
        double width = text.getLayoutBounds().getWidth();
        text.setX(
                switch (mark.align()) {
                    case START -> mark.at().x();
                    case MIDDLE -> mark.at().x() - width / 2;
                    case END -> mark.at().x() - width;
                });
        text.setY(mark.at().y());
        return text;
    }

    private static Font font(Lettering lettering) {
        return switch (lettering.face) {
            case PLAIN -> Font.font(PLAIN, lettering.size);
            case BOLD -> Font.font(PLAIN, FontWeight.BOLD, lettering.size);
            case MONO -> Font.font(MONO, lettering.size);
        };
    }
}
