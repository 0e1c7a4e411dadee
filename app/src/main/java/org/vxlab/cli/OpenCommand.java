package org.vxlab.cli;

import org.vxlab.topology.Message;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab open [FILE]`: opens the window.
@Command(name = "open", sortOptions = false)
final class OpenCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "open-file")
    private Optional<Path> file = Optional.empty();

    OpenCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Refusal {
        if (file.filter(LabFileArgument::isStandardInput).isPresent()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.file.not-from-input", TextSource.STANDARD_INPUT));
        }
        if (!screen.open(file)) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.open.no-display"));
        }
        return ExitCode.DONE.number();
    }
}
