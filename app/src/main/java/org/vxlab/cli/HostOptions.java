package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.session.Origin;
import org.vxlab.session.Prompts;
import org.vxlab.session.SshAccess;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.SshTarget;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every command that talks to hosts has in common: how it gets to them.
final class HostOptions {
    @Option(names = "--accept-new-host-keys", descriptionKey = "accept-new-host-keys")
    private boolean acceptNewHostKeys;

    /// How this person gets into machines over SSH. Says what of `~/.ssh/config` is passed over,
    /// where hosts are reached by it.
    ///
    /// @param targets by the name each is called
    /// @throws Refusal where the configuration shows no way to one of them
    SshAccess access(Invocation invocation, Map<String, SshTarget> targets) throws Refusal {
        SshAccess access = access(invocation);
        for (Map.Entry<String, SshTarget> target : targets.entrySet()) {
            Optional<Message> obstacle = access.obstacle(target.getKey(), target.getValue());
            if (obstacle.isPresent()) {
                throw new Refusal(ExitCode.WRONG_USAGE, obstacle.get());
            }
        }
        if (!targets.isEmpty()) {
            access.notes().forEach(invocation::note);
        }
        return access;
    }

    private SshAccess access(Invocation invocation) {
        invocation.stopsWhenAsked();
        Prompts prompts =
                invocation
                        .terminal()
                        .keyboard()
                        .<Prompts>map(keyboard -> new KeyboardPrompts(keyboard, invocation.texts()))
                        .orElse(Prompts.NOBODY);
        return new SshAccess(invocation.terminal().user(), prompts, acceptNewHostKeys);
    }

    /// Opens the way to a lab's hosts, and says where a built-in lab came from.
    LabHosts open(Invocation invocation, ResolvedLab lab, Path file, BuiltIn builtIn)
            throws Refusal, LocalLabException, InterruptedException {
        Map<String, SshTarget> targets = new LinkedHashMap<>();
        for (ResolvedHost host : lab.hosts()) {
            host.ssh().ifPresent(target -> targets.put(host.name(), target));
        }
        List<String> server = new ArrayList<>(invocation.terminal().server());
        server.addAll(List.of("lab", "serve", "--until-down", file.toAbsolutePath().toString()));
        // What would be started reads the file again.
        BuiltIn able =
                builtIn == BuiltIn.STARTED && LabFileArgument.isStandardInput(file)
                        ? BuiltIn.RUNNING
                        : builtIn;
        LabHosts hosts =
                LabHosts.open(
                        lab,
                        new LabHosts.Ways(able, access(invocation, targets), server),
                        invocation.terminal().clock());
        switch (hosts.origin()) {
            case STARTED -> invocation.note("cli.builtin.started", lab.name(), file);
            case MOMENTARY -> invocation.note("cli.builtin.momentary", lab.name());
            case FOUND, NONE -> {}
        }
        return hosts;
    }

    /// What documents say of where built-in hosts came from.
    static String word(Origin origin) {
        return switch (origin) {
            case NONE -> "none";
            case FOUND -> "running";
            case STARTED -> "started";
            case MOMENTARY -> "momentary";
        };
    }
}
