package org.vxlab.remote;

import java.util.Optional;

/// What a connection may have to ask a person. Called on connecting threads, several at once;
/// implementations put the questions one after the other. Answers are wiped after use.
///
/// `again` says that the question was answered before and the answer was wrong.
public interface Questions {

    /// @return the password, or empty when there is nobody to ask
    Optional<char[]> password(String host, String user, String address, boolean again);

    /// @return the passphrase of a key file, or empty when there is nobody to ask
    Optional<char[]> passphrase(String host, String keyFile, boolean again);

    /// @return the sudo password of the user on that host, or empty when there is nobody to ask
    Optional<char[]> sudoPassword(String host, String user, boolean again);

    /// Whether to trust a host seen for the first time, which is then written to known_hosts.
    ///
    /// @param fingerprint as OpenSSH prints it, `SHA256:...`
    boolean trustNewHostKey(
            String host, String address, int port, String keyType, String fingerprint);

    /// Nobody to ask: every question is answered with no.
    Questions NONE =
            new Questions() {
                @Override
                public Optional<char[]> password(
                        String host, String user, String address, boolean again) {
                    return Optional.empty();
                }

                @Override
                public Optional<char[]> passphrase(String host, String keyFile, boolean again) {
                    return Optional.empty();
                }

                @Override
                public Optional<char[]> sudoPassword(String host, String user, boolean again) {
                    return Optional.empty();
                }

                @Override
                public boolean trustNewHostKey(
                        String host, String address, int port, String keyType, String fingerprint) {
                    return false;
                }
            };
}
