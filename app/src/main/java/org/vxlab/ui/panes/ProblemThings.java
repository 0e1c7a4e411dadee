package org.vxlab.ui.panes;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Problem.Place;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what on the drawing a place in the lab file is.
final class ProblemThings {
    private static final Pattern UNDERLAY =
            Pattern.compile("underlay\\.(networks|routers)\\[(\\d+)].*");
    private static final Pattern HOST = Pattern.compile("hosts\\[(\\d+)].*");
    private static final Pattern SEGMENT =
            Pattern.compile("segments\\[(\\d+)](?:\\.([a-z]+)\\[(\\d+)])?.*");

    private ProblemThings() {}

    /// What stands at a place; empty for the lab as a whole.
    static Set<Thing> at(Lab lab, Place place) {
        Matcher underlay = UNDERLAY.matcher(place.path());
        if (underlay.matches()) {
            int index = Integer.parseInt(underlay.group(2));
            return underlay.group(1).equals("networks")
                    ? Set.of(new Thing.Network(lab.networks().get(index).name()))
                    : Set.of(new Thing.Router(lab.routers().get(index).name()));
        }
        Matcher host = HOST.matcher(place.path());
        if (host.matches()) {
            return Set.of(new Thing.Host(lab.hosts().get(Integer.parseInt(host.group(1))).name()));
        }
        Matcher segment = SEGMENT.matcher(place.path());
        if (segment.matches()) {
            Segment found = lab.segments().get(Integer.parseInt(segment.group(1)));
            return segment.group(2) == null
                    ? Set.of(new Thing.Segment(found.shownName()))
                    : Set.of(part(found, segment.group(2), Integer.parseInt(segment.group(3))));
        }
        return Set.of();
    }

    private static Thing part(Segment segment, String list, int index) {
        String name = segment.shownName();
        return switch (list) {
            case "members" -> new Thing.Member(name, segment.members().get(index).host());
            case "tunnels" -> {
                Segment.Tunnel tunnel = segment.tunnels().orElse(List.of()).get(index);
                yield new Thing.Tunnel(name, tunnel.one(), tunnel.other());
            }
            case "fdb" ->
                    new Thing.Fdb(
                            name, segment.fdb().get(index).on(), segment.fdb().get(index).mac());
            case "neighbours" ->
                    new Thing.Neighbour(
                            name,
                            segment.neighbours().get(index).on(),
                            segment.neighbours().get(index).address());
            case "workloads" ->
                    new Thing.Workload(
                            name,
                            segment.workloads().get(index).host(),
                            segment.workloads().get(index).name());
            default -> new Thing.Segment(name);
        };
    }
}
