package org.vxlab.publish;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms a lab can be published in.
public enum PublishFormat {
    /// An image of pixels.
    PNG,
    /// A drawing for web pages and drawing programs.
    SVG,
    /// A drawing for print.
    PDF,
    /// Picture, addresses, commands and what to look at, as Markdown and as PDF.
    HANDOUT;

    /// The name of the format on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PublishFormat> ofWord(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
