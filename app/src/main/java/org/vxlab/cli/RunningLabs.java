package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.RunningLab;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the running lab a command means.
final class RunningLabs {
    private RunningLabs() {}

    /// The lab of that name or file, or without a word the only one there is.
    static RunningLab find(Optional<String> word) throws LocalLabException, Refusal {
        if (word.isPresent()) {
            String name = word.get().endsWith(LabFile.SUFFIX) ? nameIn(word.get()) : word.get();
            return RunningLab.find(name).orElseThrow(() -> refused("cli.lab.not-running", name));
        }
        List<RunningLab> all = RunningLab.all();
        if (all.isEmpty()) {
            throw refused("cli.lab.none-running");
        }
        if (all.size() > 1) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of(
                            "cli.lab.several",
                            all.stream().map(RunningLab::name).collect(Collectors.joining(", "))));
        }
        return all.getFirst();
    }

    private static String nameIn(String file) throws Refusal {
        try {
            return LabFile.read(Path.of(file))
                    .lab()
                    .map(Lab::name)
                    .orElseThrow(
                            () ->
                                    new Refusal(
                                            ExitCode.WRONG_USAGE,
                                            Message.of("cli.file.refused", file)));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.file.unreadable", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static Refusal refused(String key, Object... arguments) {
        return new Refusal(ExitCode.NOT_REACHED, Message.of(key, arguments));
    }
}
