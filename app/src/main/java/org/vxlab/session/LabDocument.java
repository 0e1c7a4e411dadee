package org.vxlab.session;

import org.vxlab.session.YamlParser.Parsed;
import org.vxlab.topology.Lab;

import java.util.Optional;

/// The text of a lab file together with the lab it describes.
///
/// An edited lab goes into the text by changing only what differs; comments, order and style of
/// everything else stay byte for byte.
public record LabDocument(String text, Lab lab) {
    /// A lab file is eight levels deep; changes are looked for in all of them first.
    private static final int DEEPEST = 8;

    /// A new file in the usual style.
    public static LabDocument of(Lab lab) {
        return new LabDocument(LabFile.print(lab), lab);
    }

    /// The document of an edited lab. Its text always reads as exactly that lab: where a small
    /// change cannot be made so, the section around it is written anew, at worst the whole file.
    public LabDocument withLab(Lab edited) {
        if (edited.equals(lab)) {
            return this;
        }
        if (YamlParser.parse(text) instanceof Parsed.Document(YamlNode root)) {
            YamlValue before = LabFileValue.of(lab);
            YamlValue after = LabFileValue.of(edited);
            for (int depth = DEEPEST; depth > 0; depth--) {
                Optional<String> spliced = YamlSplice.splice(text, root, before, after, depth);
                if (spliced.filter(result -> reads(result, edited)).isPresent()) {
                    return new LabDocument(spliced.get(), edited);
                }
            }
        }
        String lineBreak = YamlSplice.lineBreak(text);
        return new LabDocument(LabFile.print(edited).replace("\n", lineBreak), edited);
    }

    private static boolean reads(String text, Lab lab) {
        return LabFile.read(text).lab().filter(lab::equals).isPresent();
    }
}
