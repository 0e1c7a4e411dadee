package org.vxlab.remote;

import java.util.Optional;

/// How shells on one host get to be root, and whom to ask for the password where one is needed.
///
/// @param user as whom we are logged in, for messages
record Privilege(Sudo sudo, String host, String user, Questions questions, Secrets secrets) {
    private static final String PURPOSE = "sudo";

    /// @param again whether the one given before was wrong
    Optional<char[]> password(boolean again) {
        return secrets.get(PURPOSE, () -> questions.sudoPassword(host, user, again));
    }

    void passwordWasWrong() {
        secrets.forget(PURPOSE);
    }

    /// Nothing to gain: as the user we are.
    static Privilege none(String host) {
        return new Privilege(new Sudo.Never(), host, "", Questions.NONE, new Secrets());
    }
}
