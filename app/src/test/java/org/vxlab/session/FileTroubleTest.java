package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileTroubleTest {
    @TempDir Path folder;

    @Test
    void saysThatAFolderIsNotThere() {
        Path file = folder.resolve("gone").resolve("lab.vxlab.yaml");

        IOException failure =
                catchThrowableOfType(IOException.class, () -> WholeFile.write(file, ""));

        assertThat(FileTrouble.of(failure))
                .isEqualTo(Message.of("session.trouble.missing", folder.resolve("gone")));
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path file = folder.resolve("lab.vxlab.yaml");

        IOException failure =
                catchThrowableOfType(IOException.class, () -> Files.readAllBytes(file));

        assertThat(FileTrouble.of(failure)).isEqualTo(Message.of("session.trouble.missing", file));
    }

    @Test
    void whereAFileIsToBeWrittenItsFolderIsMissing() {
        Path file = folder.resolve("gone").resolve("log");

        IOException failure =
                catchThrowableOfType(IOException.class, () -> Files.writeString(file, ""));

        assertThat(FileTrouble.ofWriting(file, failure))
                .isEqualTo(Message.of("session.trouble.missing", folder.resolve("gone")));
    }

    @Test
    void namesTheFolderThatMayNotBeWrittenNotTheTemporaryFile() {
        String part = folder.resolve(".lab.vxlab.yaml123.part").toString();

        assertThat(FileTrouble.of(new AccessDeniedException(part)))
                .isEqualTo(Message.of("session.trouble.denied", folder));
    }

    @Test
    void keepsTheReasonThatTheSystemGives() {
        assertThat(FileTrouble.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo(Message.of("session.trouble.other", "No space left on device"));
        assertThat(FileTrouble.of(new IOException("Is a directory")))
                .isEqualTo(Message.of("session.trouble.other", "Is a directory"));
    }
}
