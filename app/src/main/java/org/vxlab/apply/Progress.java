package org.vxlab.apply;

import org.vxlab.apply.HostResult.Failure;
import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.plan.Step;
import org.vxlab.remote.Outcome;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Turns the outcomes of batches back into the steps they carried, while they arrive.
final class Progress {
    /// Steps in one process: enough to make the start of a process cheap, few enough to see it
    /// move.
    private static final int BATCH_STEPS = 256;

    private final String host;
    private final List<Step> steps;
    private final boolean rollback;
    private final Consumer<PushEvent> events;
    private final List<Batch> batches;
    private int done;
    private Optional<Failure> failure = Optional.empty();
    private boolean nothingRan;

    Progress(String host, List<Step> steps, boolean rollback, Consumer<PushEvent> events) {
        this.host = host;
        this.steps = steps;
        this.rollback = rollback;
        this.events = events;
        this.batches = Batch.group(steps.stream().map(Step::command).toList(), BATCH_STEPS);
    }

    List<Command> commands() {
        return batches.stream().map(Batch::run).toList();
    }

    /// Called on one thread, in order.
    void ended(Outcome outcome) {
        Batch batch = batches.get(outcome.index());
        Batch.Ending ending = batch.ending(outcome.exitCode(), outcome.stderr());
        OptionalInt failed = ending.failed();
        int ran = ending.succeeded() ? batch.commands().size() : failed.orElse(0);
        for (int i = 0; i < ran; i++) {
            Step step = steps.get(done);
            done++;
            events.accept(
                    new PushEvent.StepDone(
                            host, done, steps.size(), step, outcome.took(), rollback));
        }
        if (!ending.succeeded()) {
            nothingRan = done == 0 && failed.isPresent();
            Failure step =
                    new Failure(
                            done + 1, steps.get(done), outcome.exitCode(), ending.stderr().strip());
            failure = Optional.of(step);
            events.accept(
                    new PushEvent.StepFailed(
                            host,
                            step.number(),
                            steps.size(),
                            step.step(),
                            step.exitCode(),
                            step.stderr(),
                            rollback));
        }
    }

    Optional<Failure> failure() {
        return failure;
    }

    /// Whether the very first command failed, and it is certain that it was the first.
    boolean nothingRan() {
        return nothingRan;
    }
}
