package org.vxlab.remote;

import java.util.Optional;

/// How a shell comes by the right to change the network.
sealed interface Sudo {

    /// As the user we are.
    record Never() implements Sudo {}

    /// Through `sudo` without a password.
    record Always() implements Sudo {}

    /// Through `sudo` without a password, unless `id -u` says root.
    record WhenNotRoot() implements Sudo {}

    /// Through `sudo`, which asks for a password with a prompt that holds this nonce.
    record WithPassword(String promptNonce) implements Sudo {}

    /// @param wanted as in [SshRoute#sudo]
    static Sudo of(Optional<Boolean> wanted) {
        return wanted.<Sudo>map(sudo -> sudo ? new Always() : new Never())
                .orElseGet(WhenNotRoot::new);
    }
}
