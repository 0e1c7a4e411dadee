package org.vxlab.session;

import org.vxlab.remote.Questions;
import org.vxlab.topology.Message;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Puts what connections have to ask to a person, one question at a time.
final class AskedQuestions implements Questions {
    private final Prompts prompts;
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
        oneAtATime.lock();
        try {
            return prompts.confirm(
                    Message.of(
                            "session.ask.hostkey",
                            host,
                            address,
                            Integer.toString(port),
                            keyType,
                            fingerprint));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<char[]> secret(Message question, boolean again) {
        oneAtATime.lock();
        try {
            return prompts.secret(again ? Message.of("session.ask.again", question) : question);
        } finally {
            oneAtATime.unlock();
        }
    }
}
