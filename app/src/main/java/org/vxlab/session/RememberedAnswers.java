package org.vxlab.session;

import org.vxlab.remote.Questions;
import org.vxlab.topology.Message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers, in memory alone, the secrets a person gave for the hosts of a lab, so that watching,
/// pinging and terminals, which connect anew, do not ask again; wiped when the hosts are left.
///
/// Safe for use by several threads.
final class RememberedAnswers implements Questions, AutoCloseable {
    private final Questions asked;

    /// By the question without its "again": purpose, host, and whose secret it is.
    private final Map<Message, char[]> known = new HashMap<>();

    private boolean closed;

    /// @param asked where an answer is not known, or was wrong
    RememberedAnswers(Questions asked) {
        this.asked = asked;
    }

    @Override
    public Optional<char[]> password(String host, String user, String address, boolean again) {
        return secret(
                Message.of("session.ask.password", host, user, address),
                again,
                () -> asked.password(host, user, address, again));
    }

    @Override
    public Optional<char[]> passphrase(String host, String keyFile, boolean again) {
        return secret(
                Message.of("session.ask.passphrase", host, keyFile),
                again,
                () -> asked.passphrase(host, keyFile, again));
    }

    @Override
    public Optional<char[]> sudoPassword(String host, String user, boolean again) {
        return secret(
                Message.of("session.ask.sudo", host, user),
                again,
                () -> asked.sudoPassword(host, user, again));
    }

    @Override
    public boolean trustNewHostKey(
            String host, String address, int port, String keyType, String fingerprint) {
        return asked.trustNewHostKey(host, address, port, keyType, fingerprint);
    }

    /// Asking takes as long as a person does, so it is done without holding back other hosts.
    private Optional<char[]> secret(
            Message what, boolean again, Supplier<Optional<char[]>> question) {
        Optional<char[]> before = again ? Optional.empty() : recall(what);
        if (before.isPresent()) {
            return before;
        }
        forget(what);
        Optional<char[]> answer = question.get();
        answer.ifPresent(given -> remember(what, given));
        return answer;
    }

    /// The caller wipes what it is given.
    private synchronized Optional<char[]> recall(Message what) {
        return Optional.ofNullable(known.get(what)).map(char[]::clone);
    }

    private synchronized void remember(Message what, char[] answer) {
        if (!closed) {
            wipe(known.put(what, answer.clone()));
        }
    }

    private synchronized void forget(Message what) {
        wipe(known.remove(what));
    }

    private static void wipe(char[] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        known.values().forEach(RememberedAnswers::wipe);
        known.clear();
    }
}
