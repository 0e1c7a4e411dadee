package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.publish.Publication.Look;
import org.vxlab.publish.PublishFormat;
import org.vxlab.publish.Subject;
import org.vxlab.publish.Theme;
import org.vxlab.publish.UnpublishableException;
import org.vxlab.topology.Message;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pictures and handouts at the place a person chose.
class PictureFilesTest {
    private static final String NAME = "two-hosts-point-to-point";

    @TempDir private Path folder;

    @Test
    void aPictureIsTheFileThatWasChosen() throws Exception {
        Path file = folder.resolve("my lab.svg");

        List<Message> leftOut = PictureFiles.save(subject(), PublishFormat.SVG, Look.USUAL, file);

        assertThat(leftOut).isEmpty();
        assertThat(Files.readString(file)).startsWith("<svg ").contains("192.168.56.11");
    }

    @Test
    void aHandoutIsAFolder() throws Exception {
        Path target = folder.resolve("for class");

        PictureFiles.save(subject(), PublishFormat.HANDOUT, Look.USUAL, target);

        assertThat(target)
                .isDirectoryContaining("glob:**/" + NAME + "-handout.md")
                .isDirectoryContaining("glob:**/" + NAME + "-handout.pdf")
                .isDirectoryContaining("glob:**/" + NAME + ".svg");
    }

    @Test
    void aPictureThatIsRefusedLeavesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("old.png"), "old");

        assertThatThrownBy(
                        () ->
                                PictureFiles.save(
                                        subject(),
                                        PublishFormat.PNG,
                                        new Look(Theme.LIGHT, 1000),
                                        file))
                .isInstanceOf(UnpublishableException.class);
        assertThat(file).hasContent("old");
    }

    private static Subject subject() {
        return new Subject(
                LabFile.read(Templates.read(NAME)).lab().orElseThrow(),
                Optional.empty(),
                Locale.ENGLISH,
                Message::key);
    }
}
