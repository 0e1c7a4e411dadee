package org.vxlab.locallab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The namespaces of one machine of a running lab, by a process that lives in them.
///
/// @param pid pid 1 of the machine, as this program sees it
/// @param network the machine's network namespace, as `/proc/PID/ns/net` names it
/// @param user whether the lab has a user namespace of its own, as it has without root
record HostNamespaces(String host, long pid, String network, boolean user) {

    /// The namespaces of a process that runs now.
    static Optional<HostNamespaces> of(String host, long pid, boolean user) {
        return ProcessNamespaces.network(pid)
                .map(network -> new HostNamespaces(host, pid, network, user));
    }

    /// Whether the process is still the machine's. To be asked before each entering: once the
    /// machine has ended, another process may get its pid, and what was meant for the machine would
    /// be done to the system we run on.
    boolean stand() {
        return ProcessNamespaces.network(pid).equals(Optional.of(network));
    }

    /// The command that runs `command` in there, as the machine's root.
    ///
    /// The command is a session of its own in both process namespaces: a Ctrl-C at this program's
    /// terminal does not reach it, and its process group can be signalled as a whole.
    List<String> detached(List<String> command) {
        List<String> argv = new ArrayList<>(List.of("setsid"));
        argv.addAll(attached(List.of("setsid")));
        argv.addAll(command);
        return List.copyOf(argv);
    }

    /// The same at this program's terminal.
    List<String> attached(List<String> command) {
        List<String> argv = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid)));
        if (user) {
            argv.addAll(List.of("--user", "--preserve-credentials"));
        }
        argv.addAll(List.of("--mount", "--uts", "--net", "--pid", "--"));
        argv.addAll(command);
        return List.copyOf(argv);
    }
}
