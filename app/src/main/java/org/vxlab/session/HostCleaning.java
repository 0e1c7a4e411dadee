package org.vxlab.session;

import org.vxlab.apply.HostAccess;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.PushEvent;
import org.vxlab.apply.Surveyor;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.SshTarget;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Removes what labs own on hosts for which there is no lab file.
public final class HostCleaning implements AutoCloseable {
    /// What hosts are held for.
    private static final String NO_LAB = "clean";

    private final Map<String, HostAccess> hosts = new LinkedHashMap<>();
    private final InstantSource clock;

    /// What labs own on a host.
    ///
    /// @param plans by the lab's name, what removes it
    public record Found(HostSurvey survey, Map<String, HostPlan> plans) {
        public Found {
            plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        }
    }

    /// @param targets by the name each is called
    public HostCleaning(Map<String, SshTarget> targets, SshAccess ssh, InstantSource clock) {
        this.clock = clock;
        targets.forEach(
                (name, target) ->
                        hosts.put(name, new HostAccess(name, () -> ssh.connect(name, target))));
    }

    /// Reads all hosts at once, and holds them until the end.
    public List<Found> look() throws InterruptedException {
        hosts.values().forEach(host -> host.hold(NO_LAB, clock.instant()));
        ResolvedLab noLab = new ResolvedLab("", List.of(), List.of(), List.of(), List.of());
        List<Found> found = new ArrayList<>();
        for (HostSurvey survey : new Surveyor(noLab, hosts).survey(Surveyor.Goal.NOTHING)) {
            found.add(new Found(survey, plans(survey)));
        }
        return found;
    }

    private static Map<String, HostPlan> plans(HostSurvey survey) {
        Map<String, HostPlan> plans = new LinkedHashMap<>();
        switch (survey) {
            case HostSurvey.Away _ -> {}
            case HostSurvey.Read read -> {
                for (String lab : Ownership.labsOn(read.state())) {
                    plans.put(
                            lab,
                            Planner.plan(
                                    HostState.EMPTY,
                                    read.state(),
                                    new Ownership(lab, read.host())));
                }
            }
        }
        return plans;
    }

    /// A push that removes what `lab` owns.
    public LabPush push(String lab, Consumer<PushEvent> events) {
        return new LabPush(lab, hosts, clock, events);
    }

    @Override
    public void close() {
        HostAccess.closeAll(hosts.values());
    }
}
