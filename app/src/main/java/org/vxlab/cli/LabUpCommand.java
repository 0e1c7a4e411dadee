package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.LocalLabServer;
import org.vxlab.locallab.RunningLab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab lab up FILE`: builds the hosts and the underlay of a lab on this machine and keeps them.
@Command(name = "up", sortOptions = false)
final class LabUpCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();

    LabUpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        file.mustBeFile();
        ResolvedLab lab = file.load(invocation);
        if (lab.hosts().stream().noneMatch(ResolvedLab.ResolvedHost::builtIn)) {
            throw new Refusal(
                    ExitCode.NOT_AS_IT_SHOULD_BE, Message.of("cli.lab.none-built-in", file.path()));
        }
        Optional<RunningLab> found = RunningLab.find(lab.name());
        if (found.isPresent() && !found.get().isBuiltFrom(lab)) {
            throw new LocalLabException(Message.of("session.builtin.differs", lab.name()));
        }
        invocation.stopsWhenAsked();
        List<String> server = new ArrayList<>(invocation.terminal().server());
        server.addAll(List.of("lab", "serve", file.path().toAbsolutePath().toString()));
        RunningLab running =
                found.isPresent() ? found.get() : new LocalLabServer().spawn(lab.name(), server);
        if (invocation.json()) {
            invocation.json(
                    Json.object(
                            "lab", lab.name(),
                            "started", found.isEmpty(),
                            "sshConfig", running.sshConfig(),
                            "hosts", List.copyOf(running.hosts())));
            return ExitCode.DONE.number();
        }
        invocation.line(
                invocation.text(
                        found.isEmpty() ? "cli.lab.up" : "cli.lab.was-up",
                        lab.name(),
                        String.join(", ", running.hosts())));
        invocation.line(
                invocation.text("cli.lab.ssh", running.sshConfig(), running.hosts().getFirst()));
        invocation.note("cli.lab.up.next", file.path(), running.hosts().getFirst(), lab.name());
        return ExitCode.DONE.number();
    }
}
