package org.vxlab.session;

import org.vxlab.publish.Publication;
import org.vxlab.publish.Publication.Look;
import org.vxlab.publish.PublishFormat;
import org.vxlab.publish.PublishedFile;
import org.vxlab.publish.Subject;
import org.vxlab.publish.UnpublishableException;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Saves pictures and handouts where a person said, for faces that asked already whether a file may
/// be replaced.
public final class PictureFiles {
    private PictureFiles() {}

    /// Makes and saves them; takes up to a second, so not on a thread that draws.
    ///
    /// @param target the file of a picture; the folder of a handout, which is several files
    /// @return what is not as it should be, for the person to know
    /// @throws UnpublishableException when the picture would be too large; nothing is written
    public static List<Message> save(Subject subject, PublishFormat format, Look look, Path target)
            throws IOException, UnpublishableException {
        Publication publication = Publication.of(subject, format, look);
        if (format == PublishFormat.HANDOUT) {
            Files.createDirectories(target);
            for (PublishedFile file : publication.files()) {
                WholeFile.write(target.resolve(file.path()), file.bytes());
            }
        } else {
            WholeFile.write(target, publication.files().getFirst().bytes());
        }
        return publication.leftOut();
    }
}
