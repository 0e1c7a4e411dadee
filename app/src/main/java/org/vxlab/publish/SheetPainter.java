package org.vxlab.publish;

import org.vxlab.picture.Box;
import org.vxlab.picture.Curve;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Mark;
import org.vxlab.picture.Pattern;
import org.vxlab.picture.Rgb;
import org.vxlab.picture.Stroke;
import org.vxlab.topology.Layout.Point;

import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Paints a sheet on a surface.
final class SheetPainter {
    /// From the middle of a text to its base line, as part of the font's height: half a capital.
    static final double BASE_LINE = 0.365;

    private final Sheet sheet;
    private final Lettering lettering;
    private final Surface surface;

    SheetPainter(Sheet sheet, Lettering lettering, Surface surface) {
        this.sheet = sheet;
        this.lettering = lettering;
        this.surface = surface;
    }

    void paint() throws IOException {
        Box area = sheet.area();
        surface.fill(
                new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()),
                colour(Ink.Plain.CANVAS));
        for (Glyph glyph : sheet.glyphs()) {
            for (Mark mark : glyph.marks()) {
                paint(mark);
            }
        }
        if (sheet.caption().isPresent()) {
            text(sheet.caption().get());
        }
    }

    private void paint(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Rectangle rectangle -> rectangle(rectangle);
            case Mark.Circle(Point centre, double radius, var ground, var edge) ->
                    shape(
                            new Ellipse2D.Double(
                                    centre.x() - radius,
                                    centre.y() - radius,
                                    2 * radius,
                                    2 * radius),
                            ground,
                            edge);
            case Mark.Line(Curve curve, Stroke stroke) ->
                    shape(line(curve), Optional.empty(), Optional.of(stroke));
            case Mark.Polygon(var points, var ground, var edge) ->
                    shape(polygon(points), ground, edge);
            case Mark.Text text -> text(text);
        }
    }

    private void rectangle(Mark.Rectangle mark) throws IOException {
        Box box = mark.box();
        Shape shape =
                mark.corner() == 0
                        ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                        : new RoundRectangle2D.Double(
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height(),
                                2 * mark.corner(),
                                2 * mark.corner());
        shape(shape, mark.ground(), Optional.empty());
        if (mark.pattern() != Pattern.PLAIN
                && mark.ground().isPresent()
                && mark.hatch().isPresent()) {
            surface.fillWithin(
                    shape,
                    Hatching.over(box, mark.pattern()),
                    Hatching.colour(colour(mark.ground().get()), colour(mark.hatch().get())));
        }
        shape(shape, Optional.empty(), mark.edge());
    }

    private static Shape line(Curve curve) {
        return new CubicCurve2D.Double(
                curve.start().x(),
                curve.start().y(),
                curve.control1().x(),
                curve.control1().y(),
                curve.control2().x(),
                curve.control2().y(),
                curve.end().x(),
                curve.end().y());
    }

    private static Shape polygon(List<Point> points) {
        Path2D path = new Path2D.Double();
        for (Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
        return path;
    }

    private void shape(Shape shape, Optional<Ink> ground, Optional<Stroke> edge)
            throws IOException {
        if (ground.isPresent()) {
            surface.fill(shape, colour(ground.get()));
        }
        if (edge.isPresent()) {
            Stroke stroke = edge.get();
            surface.stroke(shape, stroke.width(), stroke.dashes(), colour(stroke.ink()));
        }
    }

    private void text(Mark.Text mark) throws IOException {
        double width = lettering.width(mark.text(), mark.size(), mark.face());
        double x =
                switch (mark.align()) {
                    case START -> mark.at().x();
                    case MIDDLE -> mark.at().x() - width / 2;
                    case END -> mark.at().x() - width;
                };
        double y = mark.at().y() + mark.size() * BASE_LINE;
        for (Lettering.Run run : lettering.runs(mark.text(), mark.face())) {
            surface.letters(run, x, y, mark.size(), colour(mark.ink()));
            x += run.width(mark.size());
        }
    }

    private Rgb colour(Ink ink) {
        return sheet.palette().of(ink);
    }
}
