package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.plan.HostPlan;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.topology.ResolvedLab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Plans from what monitors tell of a running lab.
@Tag("kernel")
class WatchedPlanTest {
    private static final long LIMIT_SECONDS = 60;

    /// Of the snapshots that follow a push.
    private static final int LOOKS = 5;

    /// Snapshots until all that was pushed has been told.
    private static final int PATIENCE = 30;

    static final List<String> TEMPLATES = Templates.NAMES;

    @TempDir Path home;
    private final Map<String, HostState> read = new ConcurrentHashMap<>();
    private final CompletableFuture<Optional<LiveReport.Refused>> pushed =
            new CompletableFuture<>();
    private final BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void aLabThatWasPushedAndPingedIsSeenAsDrawn(String template) throws Exception {
        ResolvedLab lab =
                ResolvedLab.of(LabFile.read(Templates.read(template)).lab().orElseThrow());
        SshAccess ssh = new SshAccess(new SshAccess.User(home, "tester"), Prompts.NOBODY, false);
        try (LiveLab live =
                new LiveLab(
                        new LabHosts.Ways(BuiltIn.MOMENTARY, ssh, List.of()),
                        InstantSource.system(),
                        this::told,
                        seen::add)) {
            live.apply(lab, OnFailure.KEEP);
            pushed.get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .ifPresent(
                            refused ->
                                    Assumptions.abort(new Words(Locale.ENGLISH).of(refused.why())));
            live.ping(lab);
            List<HostPlan> plans = plans(lab, nextWatched());
            for (int i = 0; i < PATIENCE && !isEmpty(plans); i++) {
                plans = plans(lab, nextWatched());
            }
            for (int i = 0; i < LOOKS; i++) {
                assertThat(plans).allMatch(HostPlan::isEmpty);
                plans = plans(lab, nextWatched());
            }
        }
    }

    private static boolean isEmpty(List<HostPlan> plans) {
        return plans.stream().allMatch(HostPlan::isEmpty);
    }

    private Observation nextWatched() throws InterruptedException {
        while (true) {
            Observation next = seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("the hosts were seen as drawn").isNotNull();
            if (next.hosts().values().stream()
                    .allMatch(host -> host.status() instanceof HostObservation.Status.Live)) {
                return next;
            }
        }
    }

    private List<HostPlan> plans(ResolvedLab lab, Observation observation) {
        Map<String, HostState> known = new HashMap<>(read);
        observation
                .hosts()
                .forEach(
                        (name, host) ->
                                known.computeIfPresent(
                                        name,
                                        (_, state) -> PlanPreview.since(state, host.state())));
        return PlanPreview.of(lab, known);
    }

    private void told(LiveReport report) {
        switch (report) {
            case LiveReport.Surveyed(Goal goal, List<HostSurvey> found) when goal == Goal.LAB ->
                    found.forEach(this::remember);
            case LiveReport.Refused refused -> pushed.complete(Optional.of(refused));
            case LiveReport.Pushed _ -> seen.clear();
            case LiveReport.Working(Activity now) when now == Activity.IDLE && !read.isEmpty() ->
                    pushed.complete(Optional.empty());
            default -> {}
        }
    }

    private void remember(HostSurvey survey) {
        switch (survey) {
            case HostSurvey.Read found -> read.put(found.host(), found.state());
            case HostSurvey.Away _ -> {}
        }
    }
}
