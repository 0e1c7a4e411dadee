package org.vxlab.session;

import org.vxlab.remote.Questions;
import org.vxlab.topology.Message;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Puts what connections have to ask to a person, one question at a time. Connections to one host
/// that ask the same while it is being answered share the answer.
final class AskedQuestions implements Questions {
    private final Prompts prompts;
    private final Map<Message, CompletableFuture<Optional<char[]>>> secrets =
            new ConcurrentHashMap<>();
    private final Map<Message, CompletableFuture<Boolean>> trusts = new ConcurrentHashMap<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    AskedQuestions(Prompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public Optional<char[]> password(String host, String user, String address, boolean again) {
        return secret(Message.of("session.ask.password", host, user, address), again);
    }

    @Override
    public Optional<char[]> passphrase(String host, String keyFile, boolean again) {
        return secret(Message.of("session.ask.passphrase", host, keyFile), again);
    }

    @Override
    public Optional<char[]> sudoPassword(String host, String user, boolean again) {
        return secret(Message.of("session.ask.sudo", host, user), again);
    }

    @Override
    public boolean trustNewHostKey(
            String host, String address, int port, String keyType, String fingerprint) {
        return ask(
                trusts,
                Message.of(
                        "session.ask.hostkey",
                        host,
                        address,
                        Integer.toString(port),
                        keyType,
                        fingerprint),
                prompts::confirm);
    }

    private Optional<char[]> secret(Message what, boolean again) {
        Message question = again ? Message.of("session.ask.again", what) : what;
        // Each connection wipes what it was given.
        return ask(secrets, question, prompts::secret).map(char[]::clone);
    }

    private <T> T ask(
            Map<Message, CompletableFuture<T>> open,
            Message question,
            Function<Message, T> asking) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> same = open.putIfAbsent(question, mine);
        if (same != null) {
            return same.join();
        }
        oneAtATime.lock();
        try {
            mine.complete(asking.apply(question));
        } finally {
            open.remove(question);
            mine.cancel(false);
            oneAtATime.unlock();
        }
        return mine.join();
    }
}
