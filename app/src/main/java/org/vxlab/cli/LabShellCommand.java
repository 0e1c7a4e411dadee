package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.RunningLab;
import org.vxlab.topology.Message;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab lab shell HOST`: a shell on a host of the built-in lab, at this terminal.
@Command(name = "shell", sortOptions = false)
final class LabShellCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "HOST", descriptionKey = "shell-host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "LAB", descriptionKey = "shell-lab")
    private Optional<String> place = Optional.empty();

    @Option(names = "--lab", paramLabel = "NAME", descriptionKey = "shell-lab")
    private Optional<String> name = Optional.empty();

    LabShellCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /// @return the shell's exit code
    @Override
    public Integer call() throws LocalLabException, Refusal, InterruptedException {
        RunningLab lab = RunningLabs.find(name.or(() -> place));
        if (!lab.hosts().contains(host)) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of(
                            "cli.lab.no-host", host, lab.name(), String.join(", ", lab.hosts())));
        }
        // Ctrl-C at the prompt is the shell's affair.
        try (var _ = invocation.terminal().interrupts().on(() -> {})) {
            return new ProcessBuilder(lab.shellCommand(host)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.NOT_REACHED,
                    Message.of("cli.lab.shell-failed", host, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
