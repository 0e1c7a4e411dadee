package org.vxlab.remote;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The passwords a person gave for one host, kept while the connection is open, so that a further
/// channel or connection does not ask again; wiped when it closes.
final class Secrets implements AutoCloseable {
    private final Map<String, char[]> known = new HashMap<>();
    private boolean closed;

    /// @param purpose what the secret is for, one word
    /// @param ask called where it is not known; holds the others back while a person answers
    /// @return a copy, to be wiped by the caller
    synchronized Optional<char[]> get(String purpose, Supplier<Optional<char[]>> ask) {
        char[] secret = known.get(purpose);
        if (secret != null) {
            return Optional.of(secret.clone());
        }
        Optional<char[]> answer = ask.get();
        if (!closed) {
            answer.ifPresent(given -> known.put(purpose, given.clone()));
        }
        return answer;
    }

    /// What was given proved to be wrong.
    synchronized void forget(String purpose) {
        char[] wrong = known.remove(purpose);
        if (wrong != null) {
            Arrays.fill(wrong, '\0');
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        known.values().forEach(secret -> Arrays.fill(secret, '\0'));
        known.clear();
    }
}
