package org.vxlab.ui;

import org.vxlab.session.LabDocument;
import org.vxlab.session.OpenLab;
import org.vxlab.session.OpenLabSideFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// Makes open labs of documents. UI thread only.
final class OpenLabs {
    /// A lab in which nothing is drawn yet.
    static final LabDocument EMPTY =
            LabDocument.of(
                    new Lab("my-lab", List.of(), List.of(), List.of(), List.of(), Layout.NONE));

    private final OpenLabSideFile sideFile;
    private final Executor ui;
    private final ScheduledExecutorService disk;
    private int opened;

    /// @param stateFolder for what was not saved
    /// @param disk where files are written
    OpenLabs(Path stateFolder, Executor ui, ScheduledExecutorService disk) {
        this.sideFile = new OpenLabSideFile(stateFolder);
        this.ui = ui;
        this.disk = disk;
    }

    OpenLabSideFile sideFile() {
        return sideFile;
    }

    /// @param file empty for a lab that was never saved
    OpenLab of(LabDocument document, Optional<Path> file) {
        opened++;
        return new OpenLab(
                document,
                file,
                sideFile,
                OpenLabSideFile.untitled(ProcessHandle.current().pid(), opened),
                ui,
                disk);
    }
}
