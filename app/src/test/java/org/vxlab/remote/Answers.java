package org.vxlab.remote;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A person who gives prepared answers, and remembers the questions.
final class Answers implements Questions {
    private final Queue<String> secrets = new ArrayDeque<>();
    private final boolean trusting;
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<char[]> given = new CopyOnWriteArrayList<>();

    Answers(boolean trusting, String... secrets) {
        this.trusting = trusting;
        this.secrets.addAll(List.of(secrets));
    }

    @Override
    public Optional<char[]> password(String host, String user, String address, boolean again) {
        return answer("password " + user + "@" + address + said(again));
    }

    @Override
    public Optional<char[]> passphrase(String host, String keyFile, boolean again) {
        return answer("passphrase " + keyFile + said(again));
    }

    @Override
    public Optional<char[]> sudoPassword(String host, String user, boolean again) {
        return answer("sudo " + user + said(again));
    }

    @Override
    public boolean trustNewHostKey(
            String host, String address, int port, String keyType, String fingerprint) {
        asked.add("trust " + address + " " + port + " " + keyType + " " + fingerprint);
        return trusting;
    }

    private static String said(boolean again) {
        return again ? " again" : "";
    }

    private synchronized Optional<char[]> answer(String question) {
        asked.add(question);
        Optional<char[]> answer = Optional.ofNullable(secrets.poll()).map(String::toCharArray);
        answer.ifPresent(given::add);
        return answer;
    }
}
