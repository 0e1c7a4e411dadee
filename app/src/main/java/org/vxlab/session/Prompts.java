package org.vxlab.session;

import org.vxlab.topology.Message;

import java.util.Optional;

/// Asks the person in front of the program. Called on connecting threads; the questions of several
/// hosts come one after the other.
public interface Prompts {

    /// Asks for a secret without showing what is typed.
    ///
    /// @return the secret, which the caller wipes, or empty where nobody can be asked
    Optional<char[]> secret(Message question);

    /// Asks yes or no; no where nobody can be asked.
    boolean confirm(Message question);

    /// Nobody is there.
    Prompts NOBODY =
            new Prompts() {
                @Override
                public Optional<char[]> secret(Message question) {
                    return Optional.empty();
                }

                @Override
                public boolean confirm(Message question) {
                    return false;
                }
            };
}
