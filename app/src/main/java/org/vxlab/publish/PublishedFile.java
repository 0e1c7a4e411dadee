package org.vxlab.publish;

import org.vxlab.export.WrittenFile;

import java.nio.charset.StandardCharsets;

/// One file that was made.
///
/// @param path relative to the folder it is meant for
public record PublishedFile(String path, byte[] bytes) implements WrittenFile {
    @Override
    public boolean executable() {
        return false;
    }

    /// The content of a text file.
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
