package org.vxlab.session;

import org.vxlab.topology.Message;

import java.nio.file.Path;

/// How saving a lab ended.
public sealed interface OpenLabSaving {
    /// The file has the lab.
    record Saved(Path file) implements OpenLabSaving {}

    /// Somebody else changed or removed the file since it was read; it was left as it is.
    record ChangedOnDisk(Path file) implements OpenLabSaving {}

    /// The file could not be written; what was there is still there.
    record Failed(Path file, Message why) implements OpenLabSaving {}
}
