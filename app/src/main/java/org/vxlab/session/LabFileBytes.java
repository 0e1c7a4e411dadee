package org.vxlab.session;

import org.vxlab.topology.Message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// From a file's bytes to its text, or why they are none.
final class LabFileBytes {
    private LabFileBytes() {}

    static LabReading read(byte[] bytes) {
        if (bytes.length > LabFile.MAX_BYTES) {
            return tooLarge();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return LabFileReader.read(decoder.decode(in).toString());
        } catch (CharacterCodingException e) {
            return notUtf8(bytes, in.position());
        }
    }

    static LabReading tooLarge() {
        return refused("", 1, 1, "session.file.large", LabFile.MAX_BYTES >> 20);
    }

    /// @param at index of the first byte that is not UTF-8
    private static LabReading notUtf8(byte[] bytes, int at) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            boolean continued = (bytes[i] & 0xc0) == 0x80;
            column = bytes[i] == '\n' ? 1 : continued ? column : column + 1;
            line = bytes[i] == '\n' ? line + 1 : line;
        }
        return refused("", line, column, "session.file.utf8");
    }

    /// The reading of a text that is no lab file at all.
    static LabReading refused(String text, int line, int column, String key, Object... arguments) {
        FileProblem problem =
                FileProblem.error(
                        "", line, column, Message.of(key, arguments), Message.of(key + ".cure"));
        return new LabReading(text, Optional.empty(), List.of(problem));
    }
}
