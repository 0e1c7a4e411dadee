package org.vxlab.session;

import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.Observation;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPlan;
import org.vxlab.observe.PingRound;
import org.vxlab.remote.RemoteException;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A lab on its hosts, for a face that must not wait: every method returns at once, the work is
/// done one thing after the other on a thread of its own, and what comes of it is told.
///
/// May be used from any thread.
public final class LiveLab implements AutoCloseable {
    /// An ARP request is given up after 3 s, and then the kernel says why a ping is lost.
    private static final PingRound ROUND = new PingRound(Duration.ofSeconds(4), 3, 16);

    private final LabHosts.Ways ways;
    private final InstantSource clock;
    private final Consumer<LiveReport> reports;
    private final LiveWatch watch;
    private final LivePush push;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("live lab").factory());
    private final ExecutorService shells = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Thread> stoppable = new AtomicReference<>();

    /// What is open now, for shells; null while nothing is.
    private final AtomicReference<LabHosts> reachable = new AtomicReference<>();

    /// Both belong to the worker alone.
    private Optional<LabHosts> hosts = Optional.empty();

    private Optional<ResolvedLab> opened = Optional.empty();

    /// Something that talks to open hosts.
    private interface Work {
        void on(LabHosts hosts) throws LocalLabException, RemoteException, InterruptedException;
    }

    /// Something that may be refused.
    private interface Attempt {
        void run() throws LocalLabException, RemoteException, InterruptedException;
    }

    /// @param reports told what happens, from several threads; must not block
    /// @param seen told the newest state of the hosts, several times a second while they change
    public LiveLab(
            LabHosts.Ways ways,
            InstantSource clock,
            Consumer<LiveReport> reports,
            Consumer<Observation> seen) {
        this.ways = ways;
        this.clock = clock;
        this.reports = reports;
        this.watch = new LiveWatch(reports, seen);
        this.push = new LivePush(reports);
    }

    /// Opens the hosts of a lab, watches and reads them.
    public void look(ResolvedLab lab) {
        work(lab, open -> push.survey(open, Goal.LAB));
    }

    /// Pushes a lab and watches its hosts from before the first command on. Nothing is pushed where
    /// a host is away or something stands in the way.
    public void apply(ResolvedLab lab, OnFailure onFailure) {
        work(
                lab,
                open -> {
                    if (push.apply(open, onFailure)) {
                        push.survey(open, Goal.LAB);
                    } else {
                        refuse(Message.of("session.live.not-ready"));
                    }
                });
    }

    /// Pings every pair of every segment.
    public void ping(ResolvedLab lab) {
        ping(lab, PingPlan.of(lab).pairs());
    }

    /// Pings these pairs.
    public void ping(ResolvedLab lab, List<PingPair> pairs) {
        work(
                lab,
                open -> {
                    working(Activity.PINGING);
                    reports.accept(
                            new LiveReport.PingsEnded(
                                    open.ping(
                                            new PingPlan(pairs),
                                            ROUND,
                                            (pair, result) ->
                                                    reports.accept(
                                                            new LiveReport.Pinged(pair, result)))));
                });
    }

    /// Pings every pair all the while, or no longer.
    public void pingSteadily(ResolvedLab lab, boolean steadily) {
        work(lab, open -> watch.start(open, steadily));
    }

    /// Removes what the lab owns and closes its hosts; a built-in lab that was started for it ends.
    public void down(ResolvedLab lab) {
        work(
                lab,
                open -> {
                    if (push.down(open)) {
                        open.endWithDown();
                        release();
                    }
                });
    }

    /// Finds the command that opens a shell on a host, and tells it on a thread of its own,
    /// whatever else is being done.
    public void shell(ResolvedLab lab, String host, Consumer<List<String>> told) {
        beside(lab, host, open -> told.accept(open.shellCommand(host)), this::refuse);
    }

    /// Opens a shell on a host, on a terminal, and tells it, or why there is none, on a thread of
    /// its own, whatever else is being done.
    public void terminal(
            ResolvedLab lab,
            String host,
            int columns,
            int rows,
            Consumer<HostTerminal> told,
            Consumer<Message> refused) {
        beside(lab, host, open -> told.accept(open.terminal(host, columns, rows)), refused);
    }

    /// Ends the watch and closes the hosts, leaving on SSH hosts what was pushed.
    public void leave() {
        submit(worker, this::release);
    }

    /// Calls off what is being done: a push begins no other host and brings those under way to an
    /// end, everything else ends at once.
    public void stop() {
        Thread waiting = stoppable.get();
        if (!push.stop() && waiting != null) {
            waiting.interrupt();
        }
    }

    /// Leaves, and waits for that.
    @Override
    public void close() {
        stop();
        leave();
        shells.shutdownNow();
        worker.close();
        shells.close();
    }

    /// Shells have connections of their own, so they wait only until their host is open.
    private void beside(ResolvedLab lab, String host, Work work, Consumer<Message> refused) {
        LabHosts open = reachable.get();
        if (open == null || !open.has(lab, host)) {
            work(lab, work, refused);
            return;
        }
        submit(shells, () -> attempt(() -> work.on(open), refused));
    }

    private void work(ResolvedLab lab, Work work) {
        work(lab, work, this::refuse);
    }

    private void work(ResolvedLab lab, Work work, Consumer<Message> refused) {
        submit(
                worker,
                () -> {
                    // A wish to stop that came too late for the work before.
                    Thread.interrupted();
                    stoppable.set(Thread.currentThread());
                    try {
                        attempt(() -> work.on(open(lab)), refused);
                    } finally {
                        stoppable.set(null);
                        working(Activity.IDLE);
                    }
                });
    }

    private static void attempt(Attempt attempt, Consumer<Message> refused) {
        try {
            attempt.run();
        } catch (LocalLabException why) {
            refused.accept(why.text());
        } catch (RemoteException why) {
            refused.accept(why.text());
        } catch (InterruptedException e) {
            refused.accept(Message.of("session.live.stopped"));
        }
    }

    private void refuse(Message why) {
        reports.accept(new LiveReport.Refused(why));
    }

    private void submit(ExecutorService thread, Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            refuse(Message.of("session.live.stopped"));
        }
    }

    private LabHosts open(ResolvedLab lab) throws LocalLabException, InterruptedException {
        if (hosts.isPresent() && opened.equals(Optional.of(lab))) {
            return hosts.get();
        }
        working(Activity.OPENING);
        boolean steadily = watch.isSteady();
        watch.stop();
        Optional<LabHosts> same = hosts.flatMap(open -> open.forEdited(lab));
        if (same.isEmpty()) {
            release();
        }
        LabHosts open = same.isPresent() ? same.get() : LabHosts.open(lab, ways, clock);
        hosts = Optional.of(open);
        opened = Optional.of(lab);
        reachable.set(open);
        reports.accept(new LiveReport.Opened(open.origin()));
        watch.start(open, steadily);
        return open;
    }

    private void release() {
        reachable.set(null);
        watch.stop();
        hosts.ifPresent(
                open -> {
                    open.close();
                    reports.accept(new LiveReport.Closed());
                });
        hosts = Optional.empty();
        opened = Optional.empty();
    }

    private void working(Activity activity) {
        reports.accept(new LiveReport.Working(activity));
    }
}
