package org.vxlab.topology;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.vxlab.topology.Segment.Member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which segments are one Ethernet, because they share a bridge somewhere.
final class BroadcastDomains {
    /// A bridge on a host.
    record Bridge(String host, String name) {}

    private BroadcastDomains() {}

    /// The indexes of the segments of each domain, in the order of the lab.
    static List<List<Integer>> of(Lab lab) {
        Graph<Integer, DefaultEdge> joined = new SimpleGraph<>(DefaultEdge.class);
        Map<Bridge, Integer> first = new HashMap<>();
        for (int i = 0; i < lab.segments().size(); i++) {
            joined.addVertex(i);
            Segment segment = lab.segments().get(i);
            for (Member member : segment.members()) {
                int index = i;
                Defaults.bridge(segment, member)
                        .map(name -> first.putIfAbsent(new Bridge(member.host(), name), index))
                        .filter(other -> other != index)
                        .ifPresent(other -> joined.addEdge(other, index));
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
