package org.vxlab.remote;

import java.nio.file.Path;
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
public record SshRoute(
        String host,
        String address,
        int port,
        String user,
        List<Path> identities,
        boolean agent,
        List<Path> knownHosts,
        Optional<Boolean> sudo,
        Optional<SshRoute> jump) {
    public SshRoute {
        identities = List.copyOf(identities);
        knownHosts = List.copyOf(knownHosts);
    }
}
