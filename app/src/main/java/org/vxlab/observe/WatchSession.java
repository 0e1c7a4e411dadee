package org.vxlab.observe;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.MonitorEvent.Overflow;
import org.vxlab.iproute.MonitorParser;
import org.vxlab.iproute.StateReading;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.iproute.StateReading.Reading;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteHost.Following;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One connection's worth of watching a host: its monitors, its readings, its pings.
///
/// The streams' threads only append to a queue, because a slow reader makes the host's monitor lose
/// lines; the host's own thread takes from it in bulk and folds. Readings are made on a thread of
/// their own beside it.
final class WatchSession {
    /// Lines waiting to be folded; more than a burst of 20,000 entries brings. What is beyond
    /// counts as lost.
    private static final int MAX_WAITING = 200_000;

    /// Lines folded in one go before the changes are told.
    private static final int BULK = 1_000;

    private static final Duration READING_LIMIT = Duration.ofSeconds(15);

    /// How often counters are read while somebody looks, for the kernel tells nobody of them.
    private static final Duration COUNTERS_PERIOD = Duration.ofSeconds(2);

    /// How long after a snapshot was asked for somebody counts as looking.
    private static final Duration LOOKING = Duration.ofSeconds(10);

    /// What [Following#awaitEnd] says when the connection was lost.
    private static final int CONNECTION_LOST = -1;

    private final HostWatch watch;
    private final RemoteHost remote;
    private final List<FollowedStream> streams;
    private final RereadSchedule schedule = new RereadSchedule(System.nanoTime());
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final List<Following> followings = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private long countersReadAt = System.nanoTime();
    private boolean readingCounters;
    private volatile boolean dropped;

    WatchSession(HostWatch watch, RemoteHost remote, List<FollowedStream> streams) {
        this.watch = watch;
        this.remote = remote;
        this.streams = List.copyOf(streams);
    }

    /// What the host's thread has to deal with.
    private sealed interface Item {}

    private record Out(FollowedStream stream, String line, Instant at) implements Item {}

    private record LinesLost() implements Item {}

    private record WholeRead(Reading reading, Instant at) implements Item {}

    private record CountersRead(Map<String, LinkCounters> counters, Instant at) implements Item {}

    private record Ended(Message why) implements Item {}

    /// Watches until the host is lost, then leaves nothing running on it.
    ///
    /// @return why it was lost
    Message run() throws InterruptedException {
        try {
            for (FollowedStream stream : streams) {
                StreamLines lines = new StreamLines(stream);
                Following following = remote.follow(stream.command(), lines);
                followings.add(following);
                start(() -> new Ended(lines.whyEnded(following.awaitEnd())));
            }
            return work();
        } catch (RemoteException e) {
            return e.text();
        } finally {
            threads.forEach(Thread::interrupt);
            followings.forEach(Following::close);
        }
    }

    private Message work() throws InterruptedException {
        List<Item> bulk = new ArrayList<>();
        while (true) {
            startReadingWhenDue();
            Item first = queue.poll(idleNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                bulk.add(first);
                queue.drainTo(bulk, BULK - 1);
            }
            if (dropped) {
                dropped = false;
                bulk.add(new LinesLost());
            }
            Optional<Message> end = deal(bulk);
            if (end.isPresent()) {
                return end.get();
            }
            bulk.clear();
        }
    }

    private Optional<Message> deal(List<Item> bulk) {
        List<Out> lines = new ArrayList<>();
        for (Item item : bulk) {
            if (item instanceof Out line) {
                lines.add(line);
                continue;
            }
            foldLines(lines);
            switch (item) {
                case Out _ -> throw new IllegalStateException("dealt with above");
                case LinesLost _ -> {
                    if (schedule.linesLost(System.nanoTime())) {
                        watch.stale();
                    }
                }
                case WholeRead(Reading reading, Instant at) -> {
                    boolean wasStale = schedule.isStale();
                    boolean madeUp = schedule.finished(System.nanoTime());
                    countersReadAt = System.nanoTime();
                    if (watch.read(reading, at, !wasStale || madeUp, madeUp)) {
                        schedule.wantDetail(System.nanoTime());
                    }
                }
                case CountersRead(Map<String, LinkCounters> counters, Instant at) -> {
                    readingCounters = false;
                    countersReadAt = System.nanoTime();
                    watch.counters(counters, at);
                }
                case Ended(Message why) -> {
                    return Optional.of(why);
                }
            }
        }
        foldLines(lines);
        return Optional.empty();
    }

    private void foldLines(List<Out> lines) {
        if (lines.isEmpty()) {
            return;
        }
        boolean lacksDetail =
                watch.fold(
                        (fold, changes) ->
                                lines.forEach(
                                        line ->
                                                line.stream()
                                                        .fold(
                                                                line.line(),
                                                                line.at(),
                                                                fold,
                                                                changes)),
                        lines.getLast().at());
        long now = System.nanoTime();
        if (lines.stream().anyMatch(line -> line.stream().isMonitor())) {
            schedule.line(now);
        }
        if (lacksDetail) {
            schedule.wantDetail(now);
        }
        lines.clear();
    }

    private long idleNanos() {
        long now = System.nanoTime();
        return Math.min(
                schedule.dueIn(now), Math.max(0, countersReadAt + COUNTERS_PERIOD.toNanos() - now));
    }

    private void startReadingWhenDue() {
        long now = System.nanoTime();
        if (schedule.dueIn(now) == 0) {
            schedule.started(now);
            watch.startReading();
            start(this::readWhole);
            return;
        }
        if (now - countersReadAt < COUNTERS_PERIOD.toNanos()) {
            return;
        }
        if (!readingCounters && watch.unseenFor().compareTo(LOOKING) < 0) {
            readingCounters = true;
            start(this::readCounters);
        } else {
            countersReadAt = now;
        }
    }

    private Item readWhole() throws InterruptedException, RemoteException, MalformedOutput {
        return new WholeRead(
                StateReading.parse(outputs(StateReading.commandsWithCounters())), watch.now());
    }

    private Item readCounters() throws InterruptedException, RemoteException, MalformedOutput {
        return new CountersRead(
                StateReading.counters(outputs(List.of(StateReading.COUNTERS)).getFirst()),
                watch.now());
    }

    private List<Output> outputs(List<Command> commands)
            throws RemoteException, InterruptedException {
        return remote.run(commands, OnFailure.CONTINUE, _ -> {}, READING_LIMIT).stream()
                .map(outcome -> new Output(outcome.exitCode(), outcome.stdout(), outcome.stderr()))
                .toList();
    }

    /// Runs a question to the host on a thread of its own; its answer goes into the queue.
    private void start(Question question) {
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(Thread.ofVirtual().name(watch.host() + " watch").start(() -> ask(question)));
    }

    private void ask(Question question) {
        try {
            queue.put(answer(question));
        } catch (InterruptedException e) {
            // The session is over; nobody waits for the answer.
            Thread.currentThread().interrupt();
        }
    }

    private static Item answer(Question question) throws InterruptedException {
        try {
            return question.answer();
        } catch (RemoteException e) {
            return new Ended(e.text());
        } catch (MalformedOutput e) {
            return new Ended(e.text());
        }
    }

    /// Something that takes its time on the host.
    private interface Question {
        Item answer() throws InterruptedException, RemoteException, MalformedOutput;
    }

    /// Puts a stream's lines into the queue, on the stream's threads.
    private final class StreamLines implements RemoteHost.Lines {
        private final FollowedStream stream;
        private volatile String lastWords = "";

        StreamLines(FollowedStream stream) {
            this.stream = stream;
        }

        @Override
        public void out(String line) {
            offer(new Out(stream, line, watch.now()));
        }

        @Override
        public void err(String line) {
            lastWords = line;
            if (stream.isMonitor() && MonitorParser.acceptError(line) instanceof Overflow) {
                offer(new LinesLost());
            }
        }

        Message whyEnded(int exitCode) {
            return exitCode == CONNECTION_LOST
                    ? Message.of("observe.connection-lost", watch.host())
                    : Message.of(
                            "observe.stream-ended",
                            stream.name(),
                            watch.host(),
                            exitCode,
                            lastWords);
        }

        private void offer(Item item) {
            if (!queue.offer(item)) {
                dropped = true;
            }
        }
    }
}
