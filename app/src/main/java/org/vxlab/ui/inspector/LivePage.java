package org.vxlab.ui.inspector;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.HostObservation.Status;
import org.vxlab.observe.Observation;
import org.vxlab.plan.Ownership;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Thing;
import org.vxlab.topology.WorkloadNames;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the hosts said of a thing, with the age of each reading.
final class LivePage {
    private final Lab lab;
    private final Observation seen;

    LivePage(Lab lab, Observation seen) {
        this.lab = lab;
        this.seen = seen;
    }

    /// Empty for things no host says anything of.
    List<Row> of(Thing thing) {
        return switch (thing) {
            case Thing.Host(String name) -> host(name);
            case Thing.Segment(String name) ->
                    lab.segment(name).stream()
                            .flatMap(
                                    segment ->
                                            segment.members().stream()
                                                    .limit(SegmentPage.MOST_ROWS)
                                                    .map(member -> summary(segment, member)))
                            .toList();
            case Thing.Member(String name, String host) ->
                    lab.segment(name)
                            .flatMap(
                                    segment ->
                                            segment.member(host)
                                                    .map(member -> member(segment, member)))
                            .orElse(List.of());
            case Thing.Workload workload ->
                    reading(
                            workload.host(),
                            state ->
                                    List.of(
                                            device(
                                                    state,
                                                    WorkloadNames.hostDevice(workload.name()))));
            case Thing.Network _,
                    Thing.Router _,
                    Thing.Tunnel _,
                    Thing.Fdb _,
                    Thing.Neighbour _,
                    Thing.Note _ ->
                    List.of();
        };
    }

    private List<Row> host(String name) {
        Ownership owner = new Ownership(lab.name(), name);
        return reading(
                name,
                state ->
                        state.links().values().stream()
                                .filter(owner::owns)
                                .map(link -> device(state, link.name()))
                                .toList());
    }

    private List<Row> member(Segment segment, Member member) {
        String vxlan = Defaults.device(segment, member);
        return reading(
                member.host(),
                state -> {
                    List<Row> rows = new ArrayList<>();
                    rows.add(device(state, vxlan));
                    Defaults.bridge(segment, member)
                            .ifPresent(bridge -> rows.add(device(state, bridge)));
                    rows.add(
                            new Row.Fact(
                                    Message.of("ui.inspector.live.fdb"), entries(state, vxlan)));
                    return rows;
                });
    }

    private Row summary(Segment segment, Member member) {
        String vxlan = Defaults.device(segment, member);
        HostObservation host = seen.hosts().get(member.host());
        Message value =
                host == null
                        ? Message.of("ui.inspector.live.unread")
                        : host.status() instanceof Status.Live
                                ? Message.of(
                                        "ui.inspector.live.both",
                                        state(host.state(), vxlan),
                                        entries(host.state(), vxlan))
                                : status(host.status());
        return new Row.Fact(Choices.plainText(member.host()), value);
    }

    /// What a host's state says; only its connection where nothing was read yet.
    private List<Row> reading(String name, Function<HostState, List<? extends Row>> rows) {
        HostObservation host = seen.hosts().get(name);
        if (host == null) {
            return List.of(new Row.Sentence(Message.of("ui.inspector.live.unread")));
        }
        List<Row> all = new ArrayList<>();
        all.add(new Row.Fact(Message.of("ui.inspector.live.connection"), status(host.status())));
        Optional<Duration> age = host.age(seen.at());
        age.ifPresent(
                old ->
                        all.add(
                                new Row.Fact(
                                        Message.of("ui.inspector.live.age"),
                                        Message.of(
                                                "ui.inspector.seconds",
                                                Math.max(0, old.toSeconds())))));
        if (age.isPresent()) {
            all.addAll(rows.apply(host.state()));
        }
        return all;
    }

    private Message status(Status status) {
        return switch (status) {
            case Status.Connecting() -> Message.of("ui.inspector.live.connecting");
            case Status.Live() -> Message.of("ui.inspector.live.live");
            case Status.Stale(Instant since) ->
                    Message.of("ui.inspector.live.stale", seconds(since));
            case Status.Lost(Instant since, Message why) ->
                    Message.of("ui.inspector.live.lost", seconds(since), why);
        };
    }

    private long seconds(Instant since) {
        return Math.max(0, Duration.between(since, seen.at()).toSeconds());
    }

    private static Row.Fact device(HostState state, String device) {
        return new Row.Fact(Choices.plainText(device), state(state, device));
    }

    private static Message state(HostState state, String device) {
        Link link = state.links().get(device);
        if (link == null) {
            return Message.of("ui.inspector.live.missing");
        }
        Message up = Message.of(link.up() ? "ui.inspector.live.up" : "ui.inspector.live.down");
        return link.master()
                .map(bridge -> Message.of("ui.inspector.live.port", up, bridge, link.mtu()))
                .orElseGet(() -> Message.of("ui.inspector.live.device", up, link.mtu()));
    }

    private static Message entries(HostState state, String vxlan) {
        List<FdbEntry> entries =
                state.fdb().stream()
                        .filter(entry -> entry.device().equals(vxlan))
                        .filter(entry -> entry.table() == FdbEntry.Table.VXLAN)
                        .toList();
        long flood = entries.stream().filter(entry -> entry.mac().isZero()).count();
        return Message.of("ui.inspector.live.entries", entries.size() - flood, flood);
    }
}
