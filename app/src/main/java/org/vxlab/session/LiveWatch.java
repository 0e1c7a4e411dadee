package org.vxlab.session;

import org.vxlab.observe.HostObservation;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.Observation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The watch of a live lab: tells every event, and the whole state whenever it changed, but not
/// more often than a person can see. Used by one thread.
final class LiveWatch {
    /// Between two snapshots while things change.
    private static final Duration SHORTEST = Duration.ofMillis(80);

    /// Between two snapshots while nothing changes, since readings grow older.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /// How many snapshots what was seen before may stand for, while hosts that were watched already
    /// are read again.
    private static final int PATIENCE = 40;

    private final Consumer<LiveReport> reports;
    private final Consumer<Observation> seen;
    private Optional<Running> running = Optional.empty();

    /// @param steady whether every pair is pinged all the while
    private record Running(LabHosts hosts, boolean steady, LabWatch watch, Thread snapshots) {}

    LiveWatch(Consumer<LiveReport> reports, Consumer<Observation> seen) {
        this.reports = reports;
        this.seen = seen;
    }

    boolean isSteady() {
        return running.filter(Running::steady).isPresent();
    }

    /// Starts anew. Where the same hosts were watched before, what was seen of them stands until
    /// they have been read again: pinging steadily or no longer is no reason to show nothing.
    void start(LabHosts hosts, boolean steadily) {
        boolean again = running.filter(before -> before.hosts() == hosts).isPresent();
        stop();
        Semaphore changed = new Semaphore(0);
        LabWatch watch =
                hosts.watch(
                        steadily,
                        event -> {
                            reports.accept(new LiveReport.Happened(event));
                            changed.release();
                        });
        Thread snapshots =
                Thread.ofVirtual()
                        .name("snapshots")
                        .start(
                                () -> {
                                    try {
                                        if (again) {
                                            awaitReadings(watch);
                                        }
                                        tell(watch, changed);
                                    } catch (InterruptedException e) {
                                        // The watch was stopped; the thread ends here.
                                        Thread.currentThread().interrupt();
                                    }
                                });
        running = Optional.of(new Running(hosts, steadily, watch, snapshots));
    }

    private static void awaitReadings(LabWatch watch) throws InterruptedException {
        for (int i = 0; i < PATIENCE && isConnecting(watch.snapshot()); i++) {
            Thread.sleep(SHORTEST);
        }
    }

    private static boolean isConnecting(Observation seen) {
        return seen.hosts().values().stream()
                .anyMatch(host -> host.status() instanceof HostObservation.Status.Connecting);
    }

    private void tell(LabWatch watch, Semaphore changed) throws InterruptedException {
        while (true) {
            seen.accept(watch.snapshot());
            Thread.sleep(SHORTEST);
            if (changed.tryAcquire(LONGEST.minus(SHORTEST).toMillis(), TimeUnit.MILLISECONDS)) {
                changed.drainPermits();
            }
        }
    }

    /// Ends the monitors on the hosts and waits for that.
    void stop() {
        running.ifPresent(
                one -> {
                    one.snapshots().interrupt();
                    one.watch().close();
                });
        running = Optional.empty();
    }
}
