package org.vxlab.locallab;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Folders of labs whose program was killed, so that it could not remove them itself.
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Instant before;

    /// @param before only folders that were not used since then; a program makes its folder some
    ///   time before it locks it
    Leftovers(Instant before) {
        this.before = before;
    }

    /// Removes the folders of labs that run no more and whose log says nothing. One that cannot be
    /// removed stays.
    ///
    /// @param runtime the folder that holds a folder per lab; nobody else may write there
    void sweep(Path runtime) {
        for (Path folder : list(runtime)) {
            try {
                remove(new LabFolder(folder));
            } catch (IOException e) {
                LOG.debug("{} stays", folder, e);
            }
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            LOG.debug("nothing to tidy up in {}", folder, e);
            return List.of();
        }
    }

    /// Another program that starts a lab of this name meanwhile holds the lock.
    private void remove(LabFolder folder) throws IOException {
        if (!isLeft(folder)) {
            return;
        }
        try (LabLock lock = LabLock.attempt(folder.lock())) {
            if (lock.isHeld()) {
                folder.remove();
            }
        }
    }

    private boolean isLeft(LabFolder folder) throws IOException {
        return isOld(folder)
                && folder.files().containsAll(list(folder.path()))
                && (!Files.exists(folder.log()) || Files.size(folder.log()) == 0)
                && !runs(folder);
    }

    private boolean isOld(LabFolder folder) throws IOException {
        return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(folder.path()).toInstant().isBefore(before);
    }

    /// To try the lock would take it from a lab of this very program (fcntl(2)).
    private static boolean runs(LabFolder folder) throws IOException {
        return Files.exists(folder.state())
                && ProcessHandle.of(LabState.read(folder.state()).pid()).isPresent();
    }
}
