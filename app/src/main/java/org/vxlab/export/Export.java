package org.vxlab.export;

import org.vxlab.topology.Message;

import java.util.List;

/// What an export holds, and what its format cannot say of the lab.
///
/// @param leftOut one sentence for everything of the lab that is not in the files; every exporter
///   also writes them into its files, because the files travel without this value
public record Export(List<ExportedFile> files, List<Message> leftOut) {
    public Export {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }
}
