package org.vxlab.apply;

import org.vxlab.apply.HostResult.End;
import org.vxlab.apply.HostResult.Failure;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Owned;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Step;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out the plan of one host: sends it, tells how far it got, reads back, and rolls back
/// what failed.
///
/// The host gets all commands at once and goes through them by itself, so a lost connection leaves
/// it as before or as wanted unless a command failed meanwhile; whichever it is, is found out by
/// reading it again.
final class HostPush {
    private static final Duration RUN_LIMIT = Duration.ofMinutes(5);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(5);
    private static final Duration SETTLE_PAUSE = Duration.ofMillis(40);
    private static final Duration LOST_PAUSE = Duration.ofMillis(500);
    private static final int LOST_ATTEMPTS = 10;

    private final HostAccess host;
    private final Ownership owner;
    private final InstantSource clock;
    private final Consumer<PushEvent> events;

    HostPush(HostAccess host, Ownership owner, InstantSource clock, Consumer<PushEvent> events) {
        this.host = host;
        this.owner = owner;
        this.clock = clock;
        this.events = events;
    }

    /// Pushes a plan.
    ///
    /// @throws InterruptedException when the thread is interrupted: the host, which has all its
    ///   commands, goes through them unwatched. To end early without that, see [LabPush#stop]
    HostResult push(HostPlan plan) throws InterruptedException {
        Ending ending = new Ending(plan, clock.instant());
        if (plan.isEmpty()) {
            return ending.as(End.UNCHANGED);
        }
        Progress progress;
        try {
            progress = send(host.open(), plan, false);
        } catch (RemoteException lost) {
            events.accept(new PushEvent.Lost(host.name(), lost.text()));
            return afterLoss(plan, ending, lost);
        }
        if (progress.failure().isPresent()) {
            ending.failed(progress.failure().get());
            // Then somebody else changed the host since it was read, perhaps another push of the
            // same lab: there is nothing of ours to undo, and theirs is not ours to remove.
            return progress.nothingRan() ? ending.as(End.UNTOUCHED) : undo(plan, ending);
        }
        try {
            Settled settled = settle(host.open(), plan.wanted());
            return settled.isEqual()
                    ? ending.troubled(settled.trouble()).as(End.APPLIED)
                    : undo(plan, ending.troubled(Optional.of(notConverged(settled))));
        } catch (RemoteException lost) {
            events.accept(new PushEvent.Lost(host.name(), lost.text()));
            return afterLoss(plan, ending, lost);
        }
    }

    /// Brings the host back to what it was when `plan` was made.
    HostResult rollBack(HostPlan plan) throws InterruptedException {
        return undo(plan, new Ending(plan, clock.instant()));
    }

    private HostResult undo(HostPlan plan, Ending ending) throws InterruptedException {
        try {
            RemoteHost remote = host.open();
            HostState now = HostReader.state(remote);
            HostPlan back = Planner.plan(plan.before(), now, owner);
            Optional<Failure> failure =
                    back.isEmpty() ? Optional.empty() : send(remote, back, true).failure();
            Settled settled = settle(remote, plan.before());
            if (settled.isEqual()) {
                return ending.as(End.ROLLED_BACK);
            }
            return ending.troubled(
                            failure.map(
                                            step ->
                                                    Message.of(
                                                            "apply.rollback.failed",
                                                            step.step().text(),
                                                            step.stderr()))
                                    .or(() -> ending.trouble))
                    .left(settled.left())
                    .as(End.BETWEEN);
        } catch (RemoteException lost) {
            return ending.troubled(Optional.of(lost.text())).as(End.BETWEEN);
        }
    }

    /// Reaches a lost host again and finds out how far it got.
    private HostResult afterLoss(HostPlan plan, Ending ending, RemoteException lost)
            throws InterruptedException {
        RemoteException last = lost;
        for (int attempt = 0; attempt < LOST_ATTEMPTS; attempt++) {
            Thread.sleep(LOST_PAUSE);
            try {
                RemoteHost remote = host.open();
                HostState now = atRest(remote);
                if (Planner.plan(plan.wanted(), now, owner).isEmpty()) {
                    return ending.as(End.APPLIED);
                }
                return undo(plan, ending.troubled(Optional.of(lost.text())));
            } catch (RemoteException again) {
                last = again;
                if (!again.kind().retryHelps()) {
                    break;
                }
            }
        }
        return ending.troubled(Optional.of(last.text())).as(End.BETWEEN);
    }

    /// The state once it has stopped changing: the host may still be going through its commands.
    private HostState atRest(RemoteHost remote) throws RemoteException, InterruptedException {
        HostState before = HostReader.state(remote);
        for (int attempt = 0; attempt < LOST_ATTEMPTS; attempt++) {
            Thread.sleep(LOST_PAUSE);
            HostState now = HostReader.state(remote);
            if (Owned.of(now, owner).equals(Owned.of(before, owner))) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private Progress send(RemoteHost remote, HostPlan plan, boolean rollback)
            throws RemoteException, InterruptedException {
        events.accept(new PushEvent.Started(host.name(), plan, rollback));
        List<Step> steps = plan.steps();
        Progress progress = new Progress(plan.host(), steps, rollback, events);
        remote.run(progress.commands(), RemoteHost.OnFailure.STOP, progress::ended, RUN_LIMIT);
        return progress;
    }

    /// Reads back until the host is as it should be and its ports forward. A port forwards only
    /// after a pass of the kernel's linkwatch, a moment after it was switched on.
    private Settled settle(RemoteHost remote, HostState target)
            throws RemoteException, InterruptedException {
        Instant limit = clock.instant().plus(SETTLE_LIMIT);
        while (true) {
            HostState now = HostReader.state(remote);
            Settled settled =
                    new Settled(
                            Planner.plan(target, now, owner).steps(),
                            Forwarding.notForwarding(target, now));
            if (settled.isEqual() && settled.waiting().isEmpty()
                    || clock.instant().isAfter(limit)) {
                return settled;
            }
            Thread.sleep(SETTLE_PAUSE);
        }
    }

    private static Message notConverged(Settled settled) {
        return Message.of("apply.notconverged", settled.left().getFirst().text());
    }

    /// What reading back found.
    ///
    /// @param left steps that would still have to run
    /// @param waiting ports that do not forward yet
    private record Settled(List<Step> left, List<String> waiting) {
        boolean isEqual() {
            return left.isEmpty();
        }

        Optional<Message> trouble() {
            return waiting.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Message.of("apply.notforwarding", String.join(", ", waiting)));
        }
    }

    /// A result that is still being put together.
    private final class Ending {
        private final HostPlan plan;
        private final Instant began;
        private Optional<Failure> failure = Optional.empty();
        private Optional<Message> trouble = Optional.empty();
        private List<Step> left = List.of();

        Ending(HostPlan plan, Instant began) {
            this.plan = plan;
            this.began = began;
        }

        Ending failed(Failure step) {
            failure = Optional.of(step);
            return this;
        }

        Ending troubled(Optional<Message> what) {
            trouble = what;
            return this;
        }

        Ending left(List<Step> steps) {
            left = steps;
            return this;
        }

        HostResult as(End end) {
            HostResult result =
                    new HostResult(
                            plan.host(),
                            end,
                            plan,
                            failure,
                            left,
                            trouble,
                            Duration.between(began, clock.instant()));
            events.accept(new PushEvent.Ended(plan.host(), result));
            return result;
        }
    }
}
