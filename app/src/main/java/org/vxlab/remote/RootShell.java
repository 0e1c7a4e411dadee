package org.vxlab.remote;

import org.vxlab.remote.MarkedStream.Segment;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A shell channel on which a payload of ours runs with the right to change the network.
///
/// Two threads read the channel for as long as it lives. Up to the payload's mark `ready` they hand
/// over what the entrance needs (everything before it, such as banners and rc files' output, is
/// dropped); after it, each goes on as its [Body] says.
final class RootShell implements AutoCloseable {
    /// How long a host may take to start a shell; a person's answers are not counted.
    static final Duration ENTRY_LIMIT = Duration.ofSeconds(20);

    /// What `sudo -n` says under `LC_ALL=C` where it would have to ask.
    private static final String NEEDS_PASSWORD = "a password is required";

    /// The shell's exit code for a command that is not there.
    private static final int NOT_FOUND = 127;

    /// How many characters of what a host said go into a message.
    private static final int LONGEST_REASON = 500;

    static final String READY = "ready";
    static final String END = "end";
    private static final String PROMPT = "prompt";

    enum Stream {
        OUT,
        ERR
    }

    /// What a stream is read for once the payload runs.
    interface Body {
        void read(Stream stream, MarkedStream source) throws IOException;
    }

    private sealed interface Event {
        record Marked(Stream stream, Segment segment) implements Event {}

        record Ended(String rest, Optional<IOException> cause) implements Event {}
    }

    private final ShellChannel channel;
    private final Privilege privilege;
    private final MarkedStream out;
    private final MarkedStream err;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final String readyNonce;
    private final String end;
    private final String prompt;

    /// Which payload a shell is to run.
    interface Payload {
        String text(String readyNonce);
    }

    private RootShell(ShellChannel channel, Privilege privilege, Nonce nonces) {
        this.channel = channel;
        this.privilege = privilege;
        this.readyNonce = nonces.next();
        this.end = nonces.next();
        this.prompt = nonces.next();
        Set<String> expected = Set.of(readyNonce, end, prompt);
        this.out = new MarkedStream(channel.stdout(), expected);
        this.err = new MarkedStream(channel.stderr(), expected);
    }

    /// Takes over a fresh channel; closes it where this fails.
    static RootShell enter(
            ShellChannel channel, Privilege privilege, Nonce nonces, Payload payload, Body body)
            throws RemoteException, InterruptedException {
        RootShell shell = new RootShell(channel, privilege, nonces);
        boolean entered = false;
        try {
            shell.startReading(body);
            shell.gainPrivilege(payload.text(shell.readyNonce));
            entered = true;
            return shell;
        } finally {
            if (!entered) {
                shell.close();
            }
        }
    }

    void send(byte[] bytes) throws IOException {
        channel.stdin().write(bytes);
        channel.stdin().flush();
    }

    /// From now on only this nonce makes a mark. To be called before the host is told it.
    void expect(String nonce) {
        out.expect(nonce);
        err.expect(nonce);
    }

    void endInput() {
        channel.endInput();
    }

    @Override
    public void close() {
        channel.close();
    }

    private void startReading(Body body) {
        channel.readers().start(() -> read(Stream.OUT, out, body));
        channel.readers().start(() -> read(Stream.ERR, err, body));
    }

    private void read(Stream stream, MarkedStream source, Body body) {
        try {
            Optional<Segment> segment = source.next();
            while (segment.isPresent() && !segment.get().word().equals(READY)) {
                events.add(new Event.Marked(stream, segment.get()));
                segment = source.next();
            }
            if (segment.isPresent()) {
                events.add(new Event.Marked(stream, segment.get()));
                body.read(stream, source);
            } else {
                events.add(new Event.Ended(source.rest(), Optional.empty()));
            }
        } catch (IOException lost) {
            events.add(new Event.Ended(source.rest(), Optional.of(lost)));
        }
    }

    private void gainPrivilege(String payload) throws RemoteException, InterruptedException {
        Optional<IOException> unsent = sent(ShellScripts.enter(privilege.sudo(), payload, end));
        boolean withPassword = false;
        int prompts = 0;
        int ready = 0;
        int ended = 0;
        String said = "";
        while (true) {
            switch (nextEvent()) {
                case Event.Ended(String rest, Optional<IOException> cause) -> {
                    said = rest.isBlank() ? said : shortened(rest);
                    if (++ended == Stream.values().length) {
                        throw ended(said, unsent.or(() -> cause));
                    }
                }
                case Event.Marked(Stream stream, Segment segment) -> {
                    if (segment.word().equals(READY)) {
                        if (++ready == Stream.values().length) {
                            return;
                        }
                        continue;
                    }
                    if (stream == Stream.ERR) {
                        said = shortened(segment.text());
                    }
                    if (segment.word().equals(PROMPT)) {
                        answer(prompts++);
                    } else if (segment.word().equals(END) && stream == Stream.ERR) {
                        if (withPassword || !said.contains(NEEDS_PASSWORD)) {
                            throw denied(segment.number(), said, prompts);
                        }
                        withPassword = true;
                        unsent =
                                sent(
                                        ShellScripts.enter(
                                                new Sudo.WithPassword(prompt), payload, end));
                    }
                }
            }
        }
    }

    /// sudo repeats a command it refuses, of which only the beginning says something.
    private static String shortened(String said) {
        int payload = said.indexOf(ShellScripts.PAYLOAD_BEGINNING);
        String text = (payload < 0 ? said : said.substring(0, payload)).strip();
        return text.substring(Math.max(0, text.length() - LONGEST_REASON));
    }

    private Event nextEvent() throws RemoteException, InterruptedException {
        Event event = events.poll(ENTRY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            throw failed(Kind.TIMEOUT, "remote.shell.timeout", ENTRY_LIMIT.toSeconds(), null);
        }
        return event;
    }

    private void answer(int promptsBefore) throws RemoteException {
        if (promptsBefore > 0) {
            privilege.passwordWasWrong();
        }
        char[] password =
                privilege
                        .password(promptsBefore > 0)
                        .orElseThrow(
                                () ->
                                        failed(
                                                Kind.PERMISSION,
                                                "remote.sudo.noPassword",
                                                privilege.user(),
                                                null));
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] line = Arrays.copyOf(encoded.array(), encoded.limit() + 1);
        line[line.length - 1] = '\n';
        try {
            send(line);
        } catch (IOException lost) {
            throw ended("", Optional.of(lost));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    /// Why the script could not be sent: the shell has ended, and what it said is still to be read.
    private Optional<IOException> sent(String script) {
        try {
            send(script.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException lost) {
            return Optional.of(lost);
        }
    }

    private RemoteException ended(String said, Optional<IOException> cause) {
        String key = said.isEmpty() ? "remote.shell.silent" : "remote.shell.ended";
        return failed(Kind.CLOSED, key, said, cause.orElse(null));
    }

    private RemoteException denied(int exitCode, String said, int prompts) {
        if (prompts > 0) {
            privilege.passwordWasWrong();
            return failed(Kind.PERMISSION, "remote.sudo.refused", said, null);
        }
        return exitCode == NOT_FOUND
                ? failed(Kind.PERMISSION, "remote.sudo.missing", privilege.user(), null)
                : failed(Kind.PERMISSION, "remote.sudo.refused", said, null);
    }

    private RemoteException failed(Kind kind, String key, Object argument, Throwable cause) {
        return new RemoteException(
                privilege.host(), kind, Message.of(key, privilege.host(), argument), cause);
    }
}
