package org.vxlab.topology;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which segments are one Ethernet, because they share a bridge somewhere.
final class BroadcastDomains {
    /// A bridge on a host.
    record Bridge(String host, String name) {}

    private BroadcastDomains() {}

    /// The indexes of the segments of each domain, in the order of the lab.
    static List<List<Integer>> of(Lab lab) {
        return of(lab.segments().stream().map(BroadcastDomains::bridges).toList());
    }

    static List<List<Integer>> of(ResolvedLab lab) {
        return of(lab.segments().stream().map(BroadcastDomains::bridges).toList());
    }

    private static List<Bridge> bridges(Segment segment) {
        return segment.members().stream()
                .flatMap(member -> bridge(member.host(), Defaults.bridge(segment, member)))
                .toList();
    }

    private static List<Bridge> bridges(ResolvedSegment segment) {
        return segment.members().stream()
                .flatMap(member -> bridge(member.host(), member.bridge()))
                .toList();
    }

    private static Stream<Bridge> bridge(String host, Optional<String> name) {
        return name.stream().map(one -> new Bridge(host, one));
    }

    private static List<List<Integer>> of(List<List<Bridge>> bridges) {
        Graph<Integer, DefaultEdge> joined = new SimpleGraph<>(DefaultEdge.class);
        Map<Bridge, Integer> first = new HashMap<>();
        for (int i = 0; i < bridges.size(); i++) {
            joined.addVertex(i);
            for (Bridge bridge : bridges.get(i)) {
                Integer other = first.putIfAbsent(bridge, i);
                if (other != null && other != i) {
                    joined.addEdge(other, i);
                }
            }
        }
        return new ConnectivityInspector<>(joined)
                .connectedSets().stream()
                        .map(Set::stream)
                        .map(indexes -> indexes.sorted().toList())
                        .sorted((one, other) -> one.getFirst() - other.getFirst())
                        .toList();
    }
}
