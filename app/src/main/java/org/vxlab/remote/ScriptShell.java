package org.vxlab.remote;

import org.vxlab.iproute.Command;
import org.vxlab.remote.MarkedStream.Segment;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.remote.RootShell.Stream;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A shell kept open on a host, which takes one script per run.
///
/// A run that was interrupted goes on on the host; the next run waits for its end first.
final class ScriptShell {
    private sealed interface Event {
        record Marked(Stream stream, Segment segment) implements Event {}

        record Lost(Optional<IOException> cause) implements Event {}
    }

    private final String host;
    private final Nonce nonces;
    private final RootShell shell;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean open = true;
    private volatile Optional<Hold> hold = Optional.empty();

    /// How many streams have yet to reach the end of the script sent last.
    private int endsMissing;

    private ScriptShell(ShellSource source, Privilege privilege, Nonce nonces)
            throws RemoteException, InterruptedException {
        this.host = privilege.host();
        this.nonces = nonces;
        this.shell =
                RootShell.enter(
                        source.open(), privilege, nonces, ShellScripts::scriptLoop, this::read);
    }

    static ScriptShell open(ShellSource source, Privilege privilege, Nonce nonces)
            throws RemoteException, InterruptedException {
        return new ScriptShell(source, privilege, nonces);
    }

    /// As [RemoteHost#run]. After a TIMEOUT the shell is of no more use, except where the limit
    /// passed while another caller had its turn.
    List<Outcome> run(
            List<Command> commands, OnFailure onFailure, Consumer<Outcome> live, Duration limit)
            throws RemoteException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        if (!turn.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw failed(Kind.TIMEOUT, "remote.run.timeout", limit, null);
        }
        try {
            while (endsMissing > 0) {
                marked(deadline, limit);
            }
            String nonce = nonces.next();
            String script = ShellScripts.script(commands, onFailure, hold);
            shell.expect(nonce);
            endsMissing = Stream.values().length;
            Thread.startVirtualThread(() -> send(ShellScripts.announced(script, nonce)));
            return collect(commands, live, deadline, limit);
        } finally {
            turn.unlock();
        }
    }

    /// For whom the host is held from the next run on.
    void hold(Optional<Hold> wanted) {
        hold = wanted;
    }

    boolean isOpen() {
        return open;
    }

    private void read(Stream stream, MarkedStream source) throws IOException {
        try {
            Optional<Segment> segment = source.next();
            while (segment.isPresent()) {
                events.add(new Event.Marked(stream, segment.get()));
                segment = source.next();
            }
            lost(Optional.empty());
        } catch (IOException cause) {
            lost(Optional.of(cause));
        }
    }

    private void lost(Optional<IOException> cause) {
        open = false;
        events.add(new Event.Lost(cause));
    }

    /// On a thread of its own, because a host that reads nothing would hold the caller for ever.
    private void send(byte[] script) {
        try {
            shell.send(script);
        } catch (IOException cause) {
            lost(Optional.of(cause));
        }
    }

    private List<Outcome> collect(
            List<Command> commands, Consumer<Outcome> live, long deadline, Duration limit)
            throws RemoteException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        Queue<Segment> out = new ArrayDeque<>();
        Queue<Segment> err = new ArrayDeque<>();
        Optional<String> holder = Optional.empty();
        long before = System.nanoTime();
        while (endsMissing > 0) {
            Event.Marked marked = marked(deadline, limit);
            (marked.stream() == Stream.OUT ? out : err).add(marked.segment());
            while (!out.isEmpty() && !err.isEmpty()) {
                Segment stdout = out.remove();
                String stderr = err.remove().text();
                if (stdout.word().equals(ShellScripts.BUSY)) {
                    holder = Optional.of(stdout.text().strip());
                } else if (!stdout.word().equals(RootShell.END)) {
                    long now = System.nanoTime();
                    int index = Integer.parseInt(stdout.word());
                    Outcome outcome =
                            new Outcome(
                                    index,
                                    commands.get(index),
                                    stdout.number(),
                                    stdout.text(),
                                    stderr,
                                    Duration.ofNanos(now - before));
                    before = now;
                    outcomes.add(outcome);
                    live.accept(outcome);
                }
            }
        }
        if (holder.isPresent()) {
            throw busy(holder.get());
        }
        return outcomes;
    }

    /// @param holder the number of the holding shell and its [Hold#line], or empty where it has not
    ///   written them yet
    private RemoteException busy(String holder) {
        String[] words = holder.split(" ", 4);
        Message text =
                words.length == 4
                        ? Message.of("remote.run.held", host, words[3], words[2], words[0])
                        : Message.of("remote.run.busy", host);
        return new RemoteException(host, Kind.BUSY, text, null);
    }

    private Event.Marked marked(long deadline, Duration limit)
            throws RemoteException, InterruptedException {
        Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        return switch (event) {
            case null -> {
                open = false;
                throw failed(Kind.TIMEOUT, "remote.run.timeout", limit, null);
            }
            case Event.Lost(Optional<IOException> cause) -> {
                events.add(event);
                throw failed(Kind.CLOSED, "remote.run.lost", limit, cause.orElse(null));
            }
            case Event.Marked marked -> {
                if (marked.segment().word().equals(RootShell.END)) {
                    endsMissing--;
                }
                yield marked;
            }
        };
    }

    private RemoteException failed(Kind kind, String key, Duration limit, Throwable cause) {
        return new RemoteException(
                host, kind, Message.of(key, host, limit.toMillis() / 1000.0), cause);
    }
}
