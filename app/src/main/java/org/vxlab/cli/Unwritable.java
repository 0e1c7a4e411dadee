package org.vxlab.cli;

import org.vxlab.session.FileTrouble;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Path;

/// That a file could not be written, and why.
final class Unwritable {
    private Unwritable() {}

    /// @param key of a text with the file and the reason
    static Refusal refusal(String key, Path file, IOException failure) {
        return new Refusal(ExitCode.WRONG_USAGE, message(key, file, failure), failure);
    }

    static Message message(String key, Path file, IOException failure) {
        return Message.of(key, file, FileTrouble.ofWriting(file, failure));
    }
}
