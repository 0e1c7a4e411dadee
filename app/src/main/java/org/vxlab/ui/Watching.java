package org.vxlab.ui;

import org.vxlab.observe.HostObservation;
import org.vxlab.observe.HostObservation.Status;
import org.vxlab.observe.Observation;
import org.vxlab.observe.PingPair;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.session.MacOwners;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what the drawing shows of the hosts up with what is known of them. UI thread only.
final class Watching {
    private final Desk desk;
    private final Live live;
    private Map<MacAddress, String> owners = Map.of();

    Watching(Desk desk, Live live, Plans plans) {
        this.desk = desk;
        this.live = live;
        plans.resolvedProperty()
                .subscribe(
                        lab -> {
                            owners = lab.map(MacOwners::of).map(MacOwners::known).orElse(Map.of());
                            show();
                        });
        live.observationProperty().subscribe(_ -> show());
        live.pingsProperty().subscribe(_ -> show());
        desk.modeProperty().subscribe(_ -> show());
    }

    private void show() {
        desk.showLive(
                desk.modeProperty().get() == Desk.Mode.LIVE
                        ? live.observationProperty().get().map(this::state)
                        : Optional.empty());
    }

    private LiveState state(Observation seen) {
        Map<String, WatchedHost> hosts = new LinkedHashMap<>();
        seen.hosts().forEach((name, host) -> hosts.put(name, watched(host, seen.at())));
        return new LiveState(hosts, reaches(), owners);
    }

    private static WatchedHost watched(HostObservation host, Instant now) {
        Trust trust =
                switch (host.status()) {
                    case Status.Connecting _ -> Trust.CONNECTING;
                    case Status.Live _ -> Trust.LIVE;
                    case Status.Stale _ -> Trust.STALE;
                    case Status.Lost _ -> Trust.LOST;
                };
        return new WatchedHost(trust, host.age(now), host.state());
    }

    /// Pairs of workloads stand for their hosts: one that is not answered counts.
    private List<Reach> reaches() {
        Map<List<String>, Reach> reaches = new LinkedHashMap<>();
        live.pingsProperty()
                .get()
                .forEach(
                        (pair, state) ->
                                reaches.merge(
                                        List.of(
                                                pair.segment(),
                                                pair.from().host(),
                                                pair.to().host()),
                                        reach(pair, state),
                                        (one, other) -> one.answered() ? other : one));
        return List.copyOf(reaches.values());
    }

    private static Reach reach(PingPair pair, PairState state) {
        return new Reach(
                pair.segment(),
                pair.from().host(),
                pair.to().host(),
                state.answered(),
                state.milliseconds().isPresent()
                        ? Optional.of(state.milliseconds().getAsDouble())
                        : Optional.empty());
    }
}
