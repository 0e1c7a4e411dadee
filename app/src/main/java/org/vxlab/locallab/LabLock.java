package org.vxlab.locallab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

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
            Optional<FileLock> lock = Optional.ofNullable(file.tryLock());
            if (lock.isPresent() && !isStillAt(path, file)) {
                return new LabLock(file, Optional.empty());
            }
            return new LabLock(file, lock);
        } catch (OverlappingFileLockException e) {
            // Held by another lab of this very program.
            return new LabLock(file, Optional.empty());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// Whether the file that was locked is the one others will find: its last holder removes it
    /// when it ends, between our opening and our locking perhaps. We know ours by a size we give
    /// it, for to open the file once more and close it would drop the lock (fcntl(2)).
    private static boolean isStillAt(Path path, FileChannel file) throws IOException {
        long size = 1L + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        file.truncate(0);
        file.write(ByteBuffer.allocate(1), size - 1);
        try {
            return Files.size(path) == size;
        } catch (NoSuchFileException removed) {
            return false;
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
