package org.vxlab.locallab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `/proc` says about the process namespaces of a process.
final class ProcessNamespaces {
    private ProcessNamespaces() {}

    /// The network namespace of a process, such as `net:[4026532008]`.
    ///
    /// @return empty when there is no such process, or it is not ours to look at
    static Optional<String> network(long pid) {
        try {
            Path link = Path.of("/proc", Long.toString(pid), "ns", "net");
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// A process's pids, from our process namespace inwards (`NSpid` in proc_pid_status(5)).
    ///
    /// @return empty when there is no such process
    static List<Long> pids(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("NSpid:")) {
                    String[] words = line.substring("NSpid:".length()).strip().split("\\s+");
                    return Arrays.stream(words).map(Long::valueOf).toList();
                }
            }
            return List.of();
        } catch (IOException e) {
            // The process has ended, before or while its file was read (ESRCH).
            return List.of();
        }
    }
}
