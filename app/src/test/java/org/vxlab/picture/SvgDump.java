package org.vxlab.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes a picture as SVG, to be looked at by people who change it.
final class SvgDump {
    private static final double MARGIN = 24;

    private final Palette palette;
    private final StringBuilder defs = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int patterns;

    private SvgDump(Palette palette) {
        this.palette = palette;
    }

    static String of(Picture picture, Palette palette) {
        SvgDump dump = new SvgDump(palette);
        picture.glyphs().forEach(glyph -> glyph.marks().forEach(dump::mark));
        Box box = picture.bounds().grown(MARGIN);
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='%s %s %s %s' width='%s'"
                                + " height='%s'><defs>%s</defs>"
                                + "<rect x='%s' y='%s' width='100%%' height='100%%' fill='%s'/>")
                        .formatted(
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height(),
                                box.width(),
                                box.height(),
                                dump.defs,
                                box.x(),
                                box.y(),
                                palette.of(Ink.Plain.CANVAS))
                + dump.body
                + "</svg>\n";
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Rectangle one -> {
                rectangle(one.box(), one.corner(), paint(one.ground(), one.edge()));
                if (one.pattern() != Pattern.PLAIN && one.hatch().isPresent()) {
                    rectangle(
                            one.box(),
                            one.corner(),
                            " fill='url(#" + pattern(one.pattern(), one.hatch().get()) + ")'");
                }
            }
            case Mark.Circle one ->
                    add(
                            "<circle cx='%.1f' cy='%.1f' r='%.1f'%s/>",
                            one.centre().x(),
                            one.centre().y(),
                            one.radius(),
                            paint(one.ground(), one.edge()));
            case Mark.Line(Curve c, Stroke stroke) ->
                    add(
                            "<path d='M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f'%s/>",
                            c.start().x(),
                            c.start().y(),
                            c.control1().x(),
                            c.control1().y(),
                            c.control2().x(),
                            c.control2().y(),
                            c.end().x(),
                            c.end().y(),
                            paint(Optional.empty(), Optional.of(stroke)));
            case Mark.Polygon one -> {
                StringBuilder points = new StringBuilder();
                one.points().forEach(p -> points.append(p.x() + "," + p.y() + " "));
                add("<polygon points='%s'%s/>", points, paint(one.ground(), one.edge()));
            }
            case Mark.Text one ->
                    add(
                            "<text x='%.1f' y='%.1f' font-size='%.1f' font-family='%s'"
                                    + " font-weight='%s' text-anchor='%s' fill='%s'>%s</text>",
                            one.at().x(),
                            one.at().y() + one.size() * 0.36,
                            one.size(),
                            one.face() == Mark.Face.MONO ? "DejaVu Sans Mono" : "DejaVu Sans",
                            one.face() == Mark.Face.BOLD ? "bold" : "normal",
                            switch (one.align()) {
                                case START -> "start";
                                case MIDDLE -> "middle";
                                case END -> "end";
                            },
                            palette.of(one.ink()),
                            one.text().replace("&", "&amp;").replace("<", "&lt;"));
        }
    }

    private void rectangle(Box box, double corner, String paint) {
        add(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='%.1f'%s/>",
                box.x(), box.y(), box.width(), box.height(), corner, paint);
    }

    private String pattern(Pattern pattern, Ink ink) {
        String id = "p" + patterns++;
        String path =
                switch (pattern) {
                    case PLAIN -> "";
                    case RISING -> "M0 6 L6 0";
                    case FALLING -> "M0 0 L6 6";
                    case UPRIGHT -> "M3 0 V6";
                    case LEVEL -> "M0 3 H6";
                    case CROSSED -> "M0 0 L6 6 M0 6 L6 0";
                    case DOTS -> "M2 3 H4";
                    case CHECKED -> "M0 1.5 H3 M3 4.5 H6";
                };
        double width = pattern == Pattern.DOTS ? 2 : pattern == Pattern.CHECKED ? 3 : 1.2;
        defs.append(
                ("<pattern id='%s' width='6' height='6' patternUnits='userSpaceOnUse'><path d='%s'"
                                + " stroke='%s' stroke-width='%s' opacity='0.75'/></pattern>")
                        .formatted(id, path, palette.of(ink), width));
        return id;
    }

    private String paint(Optional<Ink> ground, Optional<Stroke> edge) {
        String fill = ground.map(ink -> palette.of(ink).toString()).orElse("none");
        String stroke =
                edge.map(
                                one ->
                                        " stroke='%s' stroke-width='%s'%s"
                                                .formatted(
                                                        palette.of(one.ink()),
                                                        one.width(),
                                                        dashes(one.dashes())))
                        .orElse("");
        return " fill='" + fill + "'" + stroke;
    }

    private static String dashes(List<Double> dashes) {
        return dashes.isEmpty()
                ? ""
                : " stroke-dasharray='" + dashes.toString().replace("[", "").replace("]", "") + "'";
    }

    private void add(String format, Object... arguments) {
        body.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
