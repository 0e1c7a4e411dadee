package org.vxlab.apply;

import org.vxlab.apply.HostResult.End;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Carries out the plans of all hosts of a lab at once, and rolls back as asked when one fails.
public final class LabPush {

    /// What becomes of the hosts that got through when another failed.
    public enum OnFailure {
        /// They keep what was pushed.
        KEEP,
        /// They too go back to what they were.
        ROLLBACK_ALL
    }

    /// Hosts under way at once: enough to keep every processor and slow line busy, few enough that
    /// stopping the push of a large lab leaves most of it as it was.
    static final int AT_ONCE = 32;

    private final String lab;
    private final Map<String, HostAccess> hosts;
    private final InstantSource clock;
    private final Consumer<PushEvent> events;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /// @param hosts by the host's name in the lab
    /// @param events told from several threads at once
    public LabPush(
            String lab,
            Map<String, HostAccess> hosts,
            InstantSource clock,
            Consumer<PushEvent> events) {
        this.lab = lab;
        this.hosts = Map.copyOf(hosts);
        this.clock = clock;
        this.events = events;
    }

    /// Starts nothing new from now on. Hosts under way go on to their end, so that none is left
    /// between. May be called from any thread.
    public void stop() {
        stopped.set(true);
    }

    /// Whether [#stop] was called.
    public boolean isStopped() {
        return stopped.get();
    }

    /// Pushes, one thread a host, [#AT_ONCE] hosts at a time, and waits for all.
    ///
    /// @return a result a host, in the order of `plans`
    public List<HostResult> run(List<HostPlan> plans, OnFailure onFailure)
            throws InterruptedException {
        Map<String, HostResult> results = onAll(plans, this::pushUnlessStopped);
        boolean failed = results.values().stream().anyMatch(LabPush::wentWrong);
        if (failed && onFailure == OnFailure.ROLLBACK_ALL) {
            List<HostPlan> through =
                    plans.stream()
                            .filter(plan -> results.get(plan.host()).end() == End.APPLIED)
                            .toList();
            results.putAll(onAll(through, plan -> push(plan).rollBack(plan)));
        }
        return plans.stream().map(plan -> results.get(plan.host())).toList();
    }

    private static boolean wentWrong(HostResult result) {
        return switch (result.end()) {
            case UNTOUCHED, ROLLED_BACK, BETWEEN -> true;
            case UNCHANGED, APPLIED, NOT_STARTED -> false;
        };
    }

    private HostResult pushUnlessStopped(HostPlan plan) throws InterruptedException {
        if (stopped.get() && !plan.isEmpty()) {
            return new HostResult(
                    plan.host(),
                    End.NOT_STARTED,
                    plan,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Duration.ZERO);
        }
        return push(plan).push(plan);
    }

    private HostPush push(HostPlan plan) {
        return new HostPush(hosts.get(plan.host()), new Ownership(lab, plan.host()), clock, events);
    }

    private Map<String, HostResult> onAll(
            List<HostPlan> plans, Together.Work<HostPlan, HostResult> work)
            throws InterruptedException {
        Map<String, HostResult> results = new LinkedHashMap<>();
        Together.on(plans, plan -> inTurn(plan, work))
                .forEach(result -> results.put(result.host(), result));
        return results;
    }

    private HostResult inTurn(HostPlan plan, Together.Work<HostPlan, HostResult> work)
            throws InterruptedException {
        places.acquire();
        try {
            return work.on(plan);
        } finally {
            places.release();
        }
    }
}
