package org.vxlab.locallab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// The right to run the lab of a folder; the kernel takes it back when its holder dies.
final class LabLock implements AutoCloseable {
    private static final Duration RETRY = Duration.ofMillis(20);

    private final FileChannel file;
    private final Optional<FileLock> lock;

    private LabLock(FileChannel file, Optional<FileLock> lock) {
        this.file = file;
        this.lock = lock;
    }

    /// Tries once; see [#isHeld].
    static LabLock attempt(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new LabLock(file, Optional.ofNullable(file.tryLock()));
        } catch (OverlappingFileLockException e) {
            // Held by another lab of this very program.
            return new LabLock(file, Optional.empty());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// Tries for some time; see [#isHeld].
    static LabLock await(Path path, Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        LabLock attempt = attempt(path);
        while (!attempt.isHeld() && System.nanoTime() < deadline) {
            attempt.close();
            Thread.sleep(RETRY);
            attempt = attempt(path);
        }
        return attempt;
    }

    boolean isHeld() {
        return lock.isPresent();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
