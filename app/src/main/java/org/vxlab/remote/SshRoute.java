package org.vxlab.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where and how to connect, with everything from the lab file and `~/.ssh/config` settled.
///
/// @param host the host's name in the lab, for messages
/// @param port 1 to 65535
/// @param identities private key files to try, in order; those that do not exist are passed over
/// @param agent whether keys of the running ssh-agent are tried too
/// @param knownHosts files in which the host key must stand; a newly trusted key is appended to the
///   first
/// @param sudo whether commands run through `sudo`; absent means: when `id -u` says not root
/// @param jump the host to go through, itself checked in the same way
/// @param strict whether a host seen for the first time is refused without asking
/// @param connectLimit for the TCP connection, and for the server's first line
public record SshRoute(
        String host,
        String address,
        int port,
        String user,
        List<Path> identities,
        boolean agent,
        List<Path> knownHosts,
        Optional<Boolean> sudo,
        Optional<SshRoute> jump,
        boolean strict,
        Duration connectLimit) {

    /// What applies where nothing else is said.
    public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    public SshRoute {
        identities = List.copyOf(identities);
        knownHosts = List.copyOf(knownHosts);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not within 1..65535");
        }
        if (knownHosts.isEmpty()) {
            throw new IllegalArgumentException("a route names at least one known_hosts file");
        }
    }

    /// A route that may ask about a first-seen host, with the usual time limit.
    public SshRoute(
            String host,
            String address,
            int port,
            String user,
            List<Path> identities,
            boolean agent,
            List<Path> knownHosts,
            Optional<Boolean> sudo,
            Optional<SshRoute> jump) {
        this(
                host,
                address,
                port,
                user,
                identities,
                agent,
                knownHosts,
                sudo,
                jump,
                false,
                CONNECT_LIMIT);
    }
}
