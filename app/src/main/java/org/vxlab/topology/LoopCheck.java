package org.vxlab.topology;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.vxlab.topology.BroadcastDomains.Bridge;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Tunnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds ways on which one broadcast would circle for ever, since bridges here run no spanning
/// tree.
///
/// A frame that came out of a tunnel of one segment leaves a bridge only by another segment, never
/// back into the same vxlan device. So a loop is a circle of bridges in which each step uses
/// another segment than the step before; a full mesh of one segment is none.
final class LoopCheck {
    private final Lab lab;
    private final Findings findings;
    private final Map<Bridge, List<Integer>> segmentsOf = new HashMap<>();

    LoopCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    /// A frame on a bridge, and the segment it came by.
    private record Arrival(Bridge bridge, int segment) {}

    void check() {
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            if (Defaults.flooding(segment) == Flooding.NONE) {
                continue;
            }
            for (Member member : segment.members()) {
                int index = i;
                bridge(segment, member.host())
                        .map(bridge -> segmentsOf.computeIfAbsent(bridge, b -> new ArrayList<>()))
                        .filter(list -> !list.contains(index))
                        .ifPresent(list -> list.add(index));
            }
        }
        // A bridge with one segment passes nothing on.
        segmentsOf.values().removeIf(list -> list.size() < 2);
        if (segmentsOf.isEmpty()) {
            return;
        }
        Set<Set<Integer>> said = new HashSet<>();
        for (Set<Arrival> circle :
                new KosarajuStrongConnectivityInspector<>(ways()).stronglyConnectedSets()) {
            Set<Integer> segments =
                    circle.stream()
                            .map(Arrival::segment)
                            .collect(Collectors.toCollection(TreeSet::new));
            if (circle.size() > 1 && said.add(segments)) {
                say(segments, circle);
            }
        }
    }

    private void say(Set<Integer> segments, Set<Arrival> circle) {
        String names =
                segments.stream()
                        .map(index -> Defaults.name(lab.segments().get(index)))
                        .collect(Collectors.joining(", "));
        String hosts =
                circle.stream()
                        .map(arrival -> arrival.bridge().host())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        int last = segments.stream().reduce(0, Math::max);
        findings.error("segments[" + last + "].members", "topology.segment.loop", names, hosts);
    }

    private Graph<Arrival, DefaultEdge> ways() {
        Graph<Arrival, DefaultEdge> ways = new DefaultDirectedGraph<>(DefaultEdge.class);
        segmentsOf.forEach(
                (bridge, segments) ->
                        segments.forEach(segment -> ways.addVertex(new Arrival(bridge, segment))));
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            for (Tunnel tunnel : Defaults.tunnels(segment)) {
                step(ways, i, tunnel.one(), tunnel.other());
                step(ways, i, tunnel.other(), tunnel.one());
            }
        }
        return ways;
    }

    private void step(Graph<Arrival, DefaultEdge> ways, int index, String from, String to) {
        Segment segment = lab.segments().get(index);
        Optional<Bridge> start = bridge(segment, from).filter(segmentsOf::containsKey);
        Optional<Bridge> end = bridge(segment, to).filter(segmentsOf::containsKey);
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        for (int arrivedBy : segmentsOf.get(start.get())) {
            Arrival next = new Arrival(end.get(), index);
            if (arrivedBy != index && ways.containsVertex(next)) {
                ways.addEdge(new Arrival(start.get(), arrivedBy), next);
            }
        }
    }

    private static Optional<Bridge> bridge(Segment segment, String host) {
        return segment.members().stream()
                .filter(member -> member.host().equals(host))
                .findFirst()
                .flatMap(member -> Defaults.bridge(segment, member))
                .map(name -> new Bridge(host, name));
    }
}
