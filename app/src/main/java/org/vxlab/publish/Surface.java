package org.vxlab.publish;

import org.vxlab.picture.Rgb;

import java.awt.Shape;
import java.io.IOException;
import java.util.List;

/// Something to paint on, in canvas units, y growing downwards.
interface Surface {
    void fill(Shape shape, Rgb colour) throws IOException;

    /// Fills what of a shape lies within another.
    void fillWithin(Shape edge, Shape shape, Rgb colour) throws IOException;

    /// @param dashes lengths of dashes and gaps; empty for a solid line
    void stroke(Shape shape, double width, List<Double> dashes, Rgb colour) throws IOException;

    /// @param x where the first letter begins
    /// @param y of the base line
    /// @param size height of the font
    void letters(Lettering.Run run, double x, double y, double size, Rgb colour) throws IOException;
}
