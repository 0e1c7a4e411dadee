package org.vxlab.session;

import org.vxlab.topology.Lab;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A lab as a YAML text: reading, writing and saving it.
public final class LabFile {
    /// How the files' names end.
    public static final String SUFFIX = ".vxlab.yaml";

    /// The number after `vxlab:` that this program reads and writes.
    public static final int FORMAT = 1;

    /// A lab of a thousand hosts has about 300 kB.
    public static final int MAX_BYTES = 4 << 20;

    private LabFile() {}

    /// Reads a lab file; what is wrong inside it is in the result.
    ///
    /// @throws IOException where the file cannot be read
    public static LabReading read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MAX_BYTES + 1));
        }
    }

    /// Reads the bytes of a lab file, UTF-8 with or without a byte order mark; never throws.
    public static LabReading read(byte[] bytes) {
        return LabFileBytes.read(bytes);
    }

    /// Reads the text of a lab file; never throws.
    public static LabReading read(String text) {
        return text.length() > MAX_BYTES ? LabFileBytes.tooLarge() : LabFileReader.read(text);
    }

    /// The lab in the usual style; reading it gives the same lab.
    public static String print(Lab lab) {
        return YamlPrinter.print(LabFileValue.of(lab));
    }

    /// A lab file in which every default is written out.
    public static String printResolved(ResolvedLab lab) {
        return print(lab.toLab());
    }

    /// Replaces a file by this text as a whole: written beside it, brought to the disk, renamed.
    /// Owner, group and permissions stay; where the name is a symbolic link, the file behind it is
    /// replaced.
    ///
    /// @throws IOException where the text cannot be stored; the file is then as it was
    public static void save(Path file, String text) throws IOException {
        LabFileSave.save(file, text);
    }
}
