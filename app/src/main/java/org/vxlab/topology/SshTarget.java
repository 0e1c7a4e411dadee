package org.vxlab.topology;

import java.util.Optional;

/// How a host is reached over SSH. No secret is ever part of it.
public sealed interface SshTarget {

    /// A name whose address, user, key and jump stand in `~/.ssh/config`.
    record Alias(String name) implements SshTarget {}

    /// Everything written in the lab file.
    ///
    /// @param port absent means what `~/.ssh/config` says for the address, else 22
    /// @param identity path of a private key file, may begin with `~/`
    /// @param sudo whether commands run through `sudo`; absent means: when the user is not root
    /// @param jump host to go through, as `[user@]address[:port]` or an alias
    record Address(
            String address,
            Optional<Integer> port,
            Optional<String> user,
            Optional<String> identity,
            Optional<Boolean> sudo,
            Optional<String> jump)
            implements SshTarget {}
}
