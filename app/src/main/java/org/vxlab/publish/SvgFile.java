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
import org.vxlab.topology.Message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a sheet as SVG: text stays text, and whatever the pointer rests on says what it is.
final class SvgFile {
    /// Fonts of Linux, Windows and macOS that have Chinese letters, then whatever there is.
    private static final String STYLE =
            """
            text{font-family:"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",\
            "Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei","Droid Sans Fallback",sans-serif;\
            white-space:pre}
            .b{font-weight:bold}
            .m{font-family:"Noto Sans Mono CJK SC","Noto Sans Mono","DejaVu Sans Mono",Consolas,\
            Menlo,monospace}
            """;

    private final Sheet sheet;
    private final Function<Message, String> words;
    private final StringBuilder body = new StringBuilder();
    private final Map<Hatched, String> patterns = new LinkedHashMap<>();

    private record Hatched(Pattern pattern, Rgb ground, Rgb lines) {}

    private SvgFile(Sheet sheet, Function<Message, String> words) {
        this.sheet = sheet;
        this.words = words;
    }

    static byte[] of(Sheet sheet, Function<Message, String> words) {
        return new SvgFile(sheet, words).text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        sheet.glyphs().forEach(this::glyph);
        sheet.caption().ifPresent(this::text);
        Box area = sheet.area();
        String place = Svg.attributes("x", area.x(), "y", area.y());
        String size = Svg.attributes("width", area.width(), "height", area.height());
        String view =
                String.join(
                        " ",
                        Svg.number(area.x()),
                        Svg.number(area.y()),
                        Svg.number(area.width()),
                        Svg.number(area.height()));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\"%s role=\"img\">\n"
                        .formatted(view, size)
                + "<title>%s</title>\n".formatted(Svg.escaped(sheet.title()))
                + "<style>\n%s</style>\n".formatted(STYLE)
                + definitions()
                + "<rect%s%s fill=\"%s\"/>\n".formatted(place, size, colour(Ink.Plain.CANVAS))
                + body
                + "</svg>\n";
    }

    private String definitions() {
        return patterns.isEmpty()
                ? ""
                : patterns.entrySet().stream()
                        .map(entry -> definition(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("", "<defs>\n", "</defs>\n"));
    }

    private static String definition(Hatched hatched, String id) {
        return "<pattern id=\"%s\"%s patternUnits=\"userSpaceOnUse\">"
                        .formatted(
                                id, Svg.attributes("width", Hatching.SIDE, "height", Hatching.SIDE))
                + "<rect%s fill=\"%s\"/><path d=\"%s\" fill=\"%s\"/></pattern>\n"
                        .formatted(
                                Svg.attributes("width", Hatching.SIDE, "height", Hatching.SIDE),
                                hatched.ground,
                                Svg.path(Hatching.tile(hatched.pattern)),
                                Hatching.colour(hatched.ground, hatched.lines));
    }

    private void glyph(Glyph glyph) {
        body.append("<g><title>");
        body.append(Svg.escaped(words.apply(glyph.said())));
        if (glyph.condition() != Glyph.Condition.DRAWN) {
            body.append(" · ").append(Svg.escaped(words.apply(glyph.condition().said())));
        }
        body.append("</title>\n");
        glyph.marks().forEach(this::mark);
        body.append("</g>\n");
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Rectangle rectangle -> rectangle(rectangle);
            case Mark.Circle(Point centre, double radius, var ground, var edge) ->
                    element(
                            "circle",
                            Svg.attributes("cx", centre.x(), "cy", centre.y(), "r", radius),
                            paint(ground, edge));
            case Mark.Line(Curve curve, Stroke stroke) ->
                    element(
                            "path",
                            " d=\"" + Svg.path(curve) + "\"",
                            paint(Optional.empty(), Optional.of(stroke)));
            case Mark.Polygon(var points, var ground, var edge) ->
                    element(
                            "polygon",
                            points.stream()
                                    .map(at -> Svg.number(at.x()) + "," + Svg.number(at.y()))
                                    .collect(Collectors.joining(" ", " points=\"", "\"")),
                            paint(ground, edge));
            case Mark.Text text -> text(text);
        }
    }

    private void rectangle(Mark.Rectangle mark) {
        Box box = mark.box();
        String place =
                Svg.attributes(
                        "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height());
        if (mark.corner() != 0) {
            place += Svg.attributes("rx", mark.corner());
        }
        if (mark.pattern() == Pattern.PLAIN || mark.ground().isEmpty() || mark.hatch().isEmpty()) {
            element("rect", place, paint(mark.ground(), mark.edge()));
        } else {
            Hatched hatched =
                    new Hatched(
                            mark.pattern(),
                            colour(mark.ground().get()),
                            colour(mark.hatch().get()));
            String id = patterns.computeIfAbsent(hatched, _ -> "p" + patterns.size());
            element("rect", place, " fill=\"url(#" + id + ")\"" + edge(mark.edge()));
        }
    }

    private void text(Mark.Text mark) {
        body.append("<text");
        body.append(
                Svg.attributes(
                        "x",
                        mark.at().x(),
                        "y",
                        mark.at().y() + mark.size() * SheetPainter.BASE_LINE,
                        "font-size",
                        mark.size()));
        body.append(
                switch (mark.align()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                });
        body.append(
                switch (mark.face()) {
                    case PLAIN -> "";
                    case BOLD -> " class=\"b\"";
                    case MONO -> " class=\"m\"";
                });
        body.append(" fill=\"").append(colour(mark.ink())).append("\">");
        body.append(Svg.escaped(mark.text())).append("</text>\n");
    }

    private void element(String name, String place, String paint) {
        body.append('<').append(name).append(place).append(paint).append("/>\n");
    }

    private String paint(Optional<Ink> ground, Optional<Stroke> edge) {
        return " fill=\""
                + ground.map(ink -> colour(ink).toString()).orElse("none")
                + '"'
                + edge(edge);
    }

    private String edge(Optional<Stroke> edge) {
        return edge.map(
                        stroke ->
                                " stroke=\""
                                        + colour(stroke.ink())
                                        + '"'
                                        + Svg.attributes("stroke-width", stroke.width())
                                        + dashes(stroke.dashes()))
                .orElse("");
    }

    private static String dashes(List<Double> dashes) {
        return dashes.isEmpty()
                ? ""
                : dashes.stream()
                        .map(Svg::number)
                        .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    }

    private Rgb colour(Ink ink) {
        return sheet.palette().of(ink);
    }
}
