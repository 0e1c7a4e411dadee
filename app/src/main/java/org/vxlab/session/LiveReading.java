package org.vxlab.session;

import org.vxlab.apply.HostSurvey;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a picture shows of hosts that were pinged and read once.
public final class LiveReading {
    private LiveReading() {}

    /// @param surveys of all hosts; one that is away is shown as lost
    /// @param pings what every pair came to; pairs of workloads stand for their hosts
    public static LiveState of(ResolvedLab lab, List<HostSurvey> surveys, PingMatrix pings) {
        Map<String, WatchedHost> hosts = new LinkedHashMap<>();
        for (HostSurvey survey : surveys) {
            hosts.put(
                    survey.host(),
                    switch (survey) {
                        case HostSurvey.Read read ->
                                new WatchedHost(
                                        Trust.LIVE, Optional.of(Duration.ZERO), read.state());
                        case HostSurvey.Away _ ->
                                new WatchedHost(Trust.LOST, Optional.empty(), HostState.EMPTY);
                    });
        }
        return new LiveState(hosts, reaches(pings), MacOwners.of(lab).known());
    }

    /// One that is not answered counts more than all that are.
    private static List<Reach> reaches(PingMatrix pings) {
        Map<List<String>, Reach> reaches = new LinkedHashMap<>();
        pings.results()
                .forEach(
                        (pair, result) ->
                                reaches.merge(
                                        List.of(
                                                pair.segment(),
                                                pair.from().host(),
                                                pair.to().host()),
                                        reach(pair, result),
                                        (one, other) -> one.answered() ? other : one));
        return new ArrayList<>(reaches.values());
    }

    private static Reach reach(PingPair pair, PingResult result) {
        return new Reach(
                pair.segment(),
                pair.from().host(),
                pair.to().host(),
                result.complete(),
                result.roundTrip().filter(_ -> result.complete()).map(times -> times.average()));
    }
}
