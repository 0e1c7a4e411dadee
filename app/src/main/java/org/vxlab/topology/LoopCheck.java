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
                Defaults.bridge(segment, member)
                        .map(name -> new Bridge(member.host(), name))
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
            Map<String, Bridge> passing = passing(segment);
            List<Member> between =
                    segment.members().stream()
                            .filter(member -> passing.containsKey(member.host()))
                            .toList();
            for (Tunnel tunnel : segment.tunnels().orElseGet(() -> Defaults.allPairs(between))) {
                if (passing.containsKey(tunnel.one()) && passing.containsKey(tunnel.other())) {
                    step(ways, i, passing.get(tunnel.one()), passing.get(tunnel.other()));
                    step(ways, i, passing.get(tunnel.other()), passing.get(tunnel.one()));
                }
            }
        }
        return ways;
    }

    /// The bridges of a segment that pass frames on to another one, by their hosts' names.
    private Map<String, Bridge> passing(Segment segment) {
        Map<String, Bridge> passing = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Member member : segment.members()) {
            Optional<Bridge> bridge =
                    Defaults.bridge(segment, member).map(name -> new Bridge(member.host(), name));
            if (seen.add(member.host()) && bridge.filter(segmentsOf::containsKey).isPresent()) {
                passing.put(member.host(), bridge.get());
            }
        }
        return passing;
    }

    private void step(Graph<Arrival, DefaultEdge> ways, int index, Bridge start, Bridge end) {
        for (int arrivedBy : segmentsOf.get(start)) {
            Arrival next = new Arrival(end, index);
            if (arrivedBy != index && ways.containsVertex(next)) {
                ways.addEdge(new Arrival(start, arrivedBy), next);
            }
        }
    }
}
