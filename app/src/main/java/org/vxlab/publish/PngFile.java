package org.vxlab.publish;

import org.vxlab.picture.Box;
import org.vxlab.picture.Rgb;
import org.vxlab.topology.Message;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Paints a sheet as a PNG image.
final class PngFile {
    /// As many fit into the memory the program has, with room for the rest.
    static final long MOST_PIXELS = 50_000_000;

    private PngFile() {}

    /// @param scale pixels of a canvas unit
    /// @throws UnpublishableException when the image would be too large
    static byte[] of(Sheet sheet, Lettering lettering, double scale)
            throws IOException, UnpublishableException {
        Box area = sheet.area();
        long width = Math.max(1, Math.round(area.width() * scale));
        long height = Math.max(1, Math.round(area.height() * scale));
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new UnpublishableException(
                    Message.of(
                            "publish.png.large",
                            width,
                            height,
                            MOST_PIXELS / 1_000_000,
                            largest(area)));
        }
        BufferedImage image =
                new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.translate(-area.x(), -area.y());
        new SheetPainter(sheet, lettering, new Raster(graphics)).paint();
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// The largest scale that is possible, rounded down.
    private static String largest(Box area) {
        double scale = Math.sqrt(MOST_PIXELS / (area.width() * area.height()));
        return String.format(Locale.ROOT, "%.3f", Math.floor(scale * 1000) / 1000);
    }

    /// Paints letters as shapes, so that every machine gives the same image.
    private record Raster(Graphics2D graphics) implements Surface {
        private static final int CAP = BasicStroke.CAP_BUTT;
        private static final int JOIN = BasicStroke.JOIN_MITER;
        private static final float MITER = 10;

        @Override
        public void fill(Shape shape, Rgb colour) {
            graphics.setColor(color(colour));
            graphics.fill(shape);
        }

        @Override
        public void fillWithin(Shape edge, Shape shape, Rgb colour) {
            Shape before = graphics.getClip();
            graphics.clip(edge);
            fill(shape, colour);
            graphics.setClip(before);
        }

        @Override
        public void stroke(Shape shape, double width, List<Double> dashes, Rgb colour) {
            graphics.setColor(color(colour));
            graphics.setStroke(
                    dashes.isEmpty()
                            ? new BasicStroke((float) width, CAP, JOIN)
                            : new BasicStroke((float) width, CAP, JOIN, MITER, lengths(dashes), 0));
            graphics.draw(shape);
        }

        private static float[] lengths(List<Double> dashes) {
            float[] lengths = new float[dashes.size()];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = dashes.get(i).floatValue();
            }
            return lengths;
        }

        @Override
        public void letters(Lettering.Run run, double x, double y, double size, Rgb colour)
                throws IOException {
            graphics.setColor(color(colour));
            double unit = size / run.typeface().unitsPerEm();
            double place = x;
            for (int letter : run.text().codePoints().toArray()) {
                AffineTransform set = AffineTransform.getTranslateInstance(place, y);
                set.scale(unit, -unit);
                graphics.fill(set.createTransformedShape(run.typeface().outline(letter)));
                place += run.typeface().width(letter) * size;
            }
        }

        private static Color color(Rgb rgb) {
            return new Color(rgb.red(), rgb.green(), rgb.blue());
        }
    }
}
