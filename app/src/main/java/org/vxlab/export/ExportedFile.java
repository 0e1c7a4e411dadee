package org.vxlab.export;

import java.nio.charset.StandardCharsets;

/// One file of an export.
///
/// @param path relative to the folder the export is written to, with `/` between its parts
/// @param executable whether a person runs the file itself
public record ExportedFile(String path, String text, boolean executable) implements WrittenFile {
    @Override
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A file that is read, not run.
    public static ExportedFile plain(String path, String text) {
        return new ExportedFile(path, text, false);
    }

    /// A file that is run.
    public static ExportedFile script(String path, String text) {
        return new ExportedFile(path, text, true);
    }
}
