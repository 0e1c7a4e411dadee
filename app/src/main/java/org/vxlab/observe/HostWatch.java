package org.vxlab.observe;

import org.vxlab.iproute.StateReading.Reading;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.observe.HostObservation.Status;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is known of one host across its connections, and how far it can be trusted.
///
/// Changed on the host's own thread; [#snapshot] may be called from any.
final class HostWatch {
    private final String host;
    private final InstantSource clock;
    private final Consumer<ObservedEvent> listener;
    private final Object lock = new Object();
    private final HostFold fold;
    private Status status = new Status.Connecting();
    private Optional<Instant> currentAt = Optional.empty();
    private boolean everRead;
    private boolean lost;
    private volatile long lookedAt = System.nanoTime() - Long.MAX_VALUE / 2;

    /// @param owners whose a MAC is, where the lab says; safe for several threads
    /// @param listener told every change, on the host's thread; must not block
    HostWatch(
            String host,
            InstantSource clock,
            Function<MacAddress, Optional<String>> owners,
            Consumer<ObservedEvent> listener) {
        this.host = host;
        this.clock = clock;
        this.listener = listener;
        this.fold = new HostFold(host, owners);
    }

    String host() {
        return host;
    }

    Instant now() {
        return clock.instant();
    }

    /// A copy of what is known now.
    HostObservation snapshot() {
        lookedAt = System.nanoTime();
        synchronized (lock) {
            return new HostObservation(
                    host, status, fold.state(), fold.counters(), currentAt, fold.countersAt());
        }
    }

    /// Whether there is a connection over which a reading has come.
    boolean isLive() {
        synchronized (lock) {
            return switch (status) {
                case Status.Live _, Status.Stale _ -> true;
                case Status.Connecting _, Status.Lost _ -> false;
            };
        }
    }

    /// How long ago somebody asked for a snapshot.
    Duration unseenFor() {
        return Duration.ofNanos(System.nanoTime() - lookedAt);
    }

    /// Folds a step and tells the changes it brings. Before the first reading nothing is told: it
    /// is not known yet what is news.
    ///
    /// @param newest when the newest line of the step arrived
    /// @return whether only a reading can tell the rest of what the lines told
    boolean fold(BiConsumer<HostFold, List<ObservedEvent>> step, Instant newest) {
        List<ObservedEvent> changes = new ArrayList<>();
        boolean lacksDetail;
        synchronized (lock) {
            step.accept(fold, changes);
            if (everRead) {
                currentAt = Optional.of(newest);
            } else {
                changes.clear();
            }
            lacksDetail = fold.lacksDetail();
        }
        tell(changes);
        return lacksDetail;
    }

    /// A reading is being made from here on.
    void startReading() {
        synchronized (lock) {
            fold.startReading();
        }
    }

    void counters(Map<String, LinkCounters> counters, Instant receivedAt) {
        synchronized (lock) {
            fold.counters(counters, receivedAt);
        }
    }

    /// Lines were lost; what is known may be wrong until the next reading.
    void stale() {
        Instant now = now();
        synchronized (lock) {
            if (everRead && !lost) {
                status = staleStatus(now);
            }
        }
        listener.accept(new ObservedEvent.LinesLost(Stamp.found(host, now)));
    }

    /// Folds a whole reading.
    ///
    /// @param whole whether nothing was lost that this reading does not make up for
    /// @param madeUp whether lines had been lost that it makes up for
    /// @return whether lines told of something this reading was too early for
    boolean read(Reading reading, Instant receivedAt, boolean whole, boolean madeUp) {
        List<ObservedEvent> changes;
        boolean first;
        boolean back;
        boolean lacksDetail;
        Stamp stamp = Stamp.found(host, receivedAt);
        synchronized (lock) {
            changes = fold.finishReading(reading, receivedAt);
            lacksDetail = fold.lacksDetail();
            first = !everRead;
            back = lost && everRead;
            everRead = true;
            lost = false;
            currentAt = Optional.of(receivedAt);
            status = whole ? new Status.Live() : staleStatus(receivedAt);
            if (first) {
                changes =
                        List.of(
                                new ObservedEvent.HostLive(
                                        stamp, fold.linkCount(), fold.forwardingCount()));
            }
        }
        tell(changes);
        if (back) {
            listener.accept(new ObservedEvent.HostBack(stamp, changes.size()));
        } else if (madeUp) {
            listener.accept(new ObservedEvent.TableReread(stamp, changes.size()));
        }
        return lacksDetail;
    }

    /// The host is lost; what was last seen stays, with its age.
    void lost(Message why, Optional<Duration> retryIn) {
        Instant now = now();
        synchronized (lock) {
            fold.abandonReading();
            Instant since = status instanceof Status.Lost(Instant first, Message _) ? first : now;
            status = new Status.Lost(since, why);
            lost = true;
        }
        listener.accept(new ObservedEvent.HostLost(Stamp.found(host, now), why, retryIn));
    }

    private Status staleStatus(Instant now) {
        return status instanceof Status.Stale ? status : new Status.Stale(now);
    }

    private void tell(List<ObservedEvent> changes) {
        changes.forEach(listener);
    }
}
