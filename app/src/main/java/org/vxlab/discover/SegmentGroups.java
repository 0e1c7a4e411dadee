package org.vxlab.discover;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Sorts vxlan devices into segments: those of one VNI and port that lead to each other.
///
/// Devices that neither point at one another nor share a group stay together as long as there is
/// only one place to put them: that is how the two ends of a tunnel look which nobody told of each
/// other.
final class SegmentGroups {
    private final Vteps vteps;

    SegmentGroups(Vteps vteps) {
        this.vteps = vteps;
    }

    private record Key(Vni vni, int port) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::vni).thenComparingInt(Key::port).compare(this, other);
        }
    }

    /// The groups by VNI and port; the devices of each in their own order.
    List<List<TunnelEnd>> of(List<TunnelEnd> ends) {
        Map<Key, List<TunnelEnd>> byKey =
                ends.stream()
                        .collect(
                                Collectors.groupingBy(
                                        end -> new Key(end.vxlan().vni(), end.vxlan().port()),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<List<TunnelEnd>> groups = new ArrayList<>();
        byKey.values().forEach(same -> groups.addAll(connected(same)));
        return groups;
    }

    private List<List<TunnelEnd>> connected(List<TunnelEnd> ends) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int from = 0; from < ends.size(); from++) {
            graph.addVertex(from);
            for (int to = 0; to < from; to++) {
                if (leads(ends.get(from), ends.get(to)) || leads(ends.get(to), ends.get(from))) {
                    graph.addEdge(from, to);
                }
            }
        }
        List<Set<Integer>> islands = new ArrayList<>();
        Set<Integer> alone = new TreeSet<>();
        for (Set<Integer> island : new ConnectivityInspector<>(graph).connectedSets()) {
            if (island.size() == 1) {
                alone.addAll(island);
            } else {
                islands.add(new TreeSet<>(island));
            }
        }
        if (!alone.isEmpty()) {
            if (islands.size() == 1) {
                alone.addAll(islands.removeFirst());
            }
            islands.add(alone);
        }
        return islands.stream().map(island -> island.stream().map(ends::get).toList()).toList();
    }

    private boolean leads(TunnelEnd from, TunnelEnd to) {
        boolean sameGroup =
                from.vxlan().group().isPresent() && from.vxlan().group().equals(to.vxlan().group());
        return sameGroup || vteps.of(to.station()).filter(from.targets()::contains).isPresent();
    }
}
