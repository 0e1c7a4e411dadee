package org.vxlab.topology;

import java.util.Optional;

/// How a host is reached over SSH. No secret is ever part of it.
public sealed interface SshTarget {

    /// A name whose address, user, key and jump stand in `~/.ssh/config`, or `user@` and a name or
    /// address, as `ssh` takes it.
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
            implements SshTarget {
        /// With nothing written but where it is.
        public Address(String address) {
            this(
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Address withAddress(String changed) {
            return new Address(changed, port, user, identity, sudo, jump);
        }

        public Address withPort(Optional<Integer> changed) {
            return new Address(address, changed, user, identity, sudo, jump);
        }

        public Address withUser(Optional<String> changed) {
            return new Address(address, port, changed, identity, sudo, jump);
        }

        public Address withIdentity(Optional<String> changed) {
            return new Address(address, port, user, changed, sudo, jump);
        }

        public Address withSudo(Optional<Boolean> changed) {
            return new Address(address, port, user, identity, changed, jump);
        }

        public Address withJump(Optional<String> changed) {
            return new Address(address, port, user, identity, sudo, changed);
        }
    }
}
