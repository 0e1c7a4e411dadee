package org.vxlab.iproute;

import java.util.ArrayList;
import java.util.List;

/// Writes the commands about named network namespaces.
public final class NamespaceCommands {
    private NamespaceCommands() {}

    /// Not to be run twice: fails if the name is there.
    public static Command add(String namespace) {
        return Command.of("ip", "netns", "add", namespace);
    }

    /// Ends with 0 even if a process inside keeps the namespace alive.
    public static Command delete(String namespace) {
        return Command.of("ip", "netns", "del", namespace);
    }

    /// Ends every process in the namespace; nothing where there is none. The name is an argument of
    /// the script, never part of it.
    public static Command endProcesses(String namespace) {
        return Command.of(
                "sh", "-c", "ip netns pids \"$1\" | xargs -r kill -9", "vxlab", namespace);
    }

    /// The same command inside a namespace: `ip -n NAME ...`.
    ///
    /// @throws IllegalArgumentException if the tool has no such option
    public static Command inside(String namespace, Command command) {
        List<String> argv = new ArrayList<>(command.argv());
        if (!Batch.TOOLS.contains(argv.getFirst())) {
            throw new IllegalArgumentException("neither ip nor bridge: " + command);
        }
        argv.addAll(1, List.of("-n", namespace));
        return new Command(argv, command.input());
    }
}
