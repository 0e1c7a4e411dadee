package org.vxlab.session;

import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.plan.HostPlan;
import org.vxlab.session.LiveReport.Activity;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Readings and pushes of a live lab: tells what they find and do. Used by one thread, and stopped
/// from any.
final class LivePush {
    private final Consumer<LiveReport> reports;
    private final AtomicReference<LabPush> running = new AtomicReference<>();

    /// Something that is done while the hosts are held.
    private interface Held {
        boolean done() throws InterruptedException;
    }

    LivePush(Consumer<LiveReport> reports) {
        this.reports = reports;
    }

    /// Reads the hosts and what would have to be changed for a goal.
    List<HostSurvey> survey(LabHosts hosts, Goal goal) throws InterruptedException {
        working(Activity.READING);
        List<HostSurvey> surveys = hosts.survey(goal);
        reports.accept(new LiveReport.Surveyed(goal, surveys));
        return surveys;
    }

    /// Pushes the lab, unless a host is away or something stands in the way.
    ///
    /// @return whether it was pushed, however that went
    boolean apply(LabHosts hosts, OnFailure onFailure) throws InterruptedException {
        return held(
                hosts,
                () -> {
                    List<HostSurvey> surveys = survey(hosts, Goal.LAB);
                    boolean ready = surveys.stream().allMatch(LivePush::isReady);
                    if (ready) {
                        push(hosts, Goal.LAB, surveys, onFailure);
                    }
                    return ready;
                });
    }

    /// Removes what the lab owns.
    ///
    /// @return whether all of it is gone
    boolean down(LabHosts hosts) throws InterruptedException {
        held(
                hosts,
                () -> {
                    push(hosts, Goal.NOTHING, survey(hosts, Goal.NOTHING), OnFailure.KEEP);
                    return true;
                });
        return survey(hosts, Goal.NOTHING).stream().allMatch(LivePush::isEmpty);
    }

    /// Has a push begin no other host and bring those under way to an end.
    ///
    /// @return whether there was one
    boolean stop() {
        LabPush push = running.get();
        if (push == null) {
            return false;
        }
        push.stop();
        return true;
    }

    /// Keeps other programs from changing the hosts between reading and the end of a push.
    private static boolean held(LabHosts hosts, Held work) throws InterruptedException {
        hosts.hold();
        try {
            return work.done();
        } finally {
            hosts.release();
        }
    }

    private void push(LabHosts hosts, Goal goal, List<HostSurvey> surveys, OnFailure onFailure)
            throws InterruptedException {
        working(goal == Goal.LAB ? Activity.PUSHING : Activity.REMOVING);
        LabPush push = hosts.push(event -> reports.accept(new LiveReport.Pushing(event)));
        running.set(push);
        try {
            List<HostPlan> plans =
                    surveys.stream()
                            .filter(HostSurvey.Read.class::isInstance)
                            .map(survey -> ((HostSurvey.Read) survey).plan())
                            .toList();
            List<HostResult> results = push.run(plans, onFailure);
            reports.accept(new LiveReport.Pushed(goal, results, push.isStopped()));
        } finally {
            running.set(null);
        }
    }

    private void working(Activity activity) {
        reports.accept(new LiveReport.Working(activity));
    }

    private static boolean isReady(HostSurvey survey) {
        return survey instanceof HostSurvey.Read read && read.isReady();
    }

    private static boolean isEmpty(HostSurvey survey) {
        return survey instanceof HostSurvey.Read read && read.plan().isEmpty();
    }
}
