package org.vxlab.export;

import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.OverlayPair;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who pings whom through a segment's tunnels, under names that are used once: with `@host` where
/// the table has several of a name.
///
/// @param name the segment's
record PingTable(String name, List<Row> rows) {
    /// Everybody one end pings.
    record Row(OverlayEnd from, List<OverlayEnd> to) {
        Row {
            to = List.copyOf(to);
        }
    }

    PingTable {
        rows = List.copyOf(rows);
    }

    /// One for each segment of the lab, in its order.
    static List<PingTable> of(ResolvedLab lab) {
        Map<String, Map<OverlayEnd, List<OverlayEnd>>> tables = new LinkedHashMap<>();
        for (ResolvedSegment segment : lab.segments()) {
            Map<OverlayEnd, List<OverlayEnd>> rows = new LinkedHashMap<>();
            OverlayEnd.of(segment).forEach(end -> rows.put(end, new ArrayList<>()));
            tables.put(segment.name(), rows);
        }
        for (OverlayPair pair : OverlayPair.of(lab)) {
            tables.get(pair.segment().name())
                    .computeIfAbsent(pair.from(), _ -> new ArrayList<>())
                    .add(pair.to());
        }
        return tables.entrySet().stream()
                .map(table -> named(table.getKey(), table.getValue()))
                .toList();
    }

    /// The rows of the ends on a host.
    List<Row> on(String host) {
        return rows.stream().filter(row -> row.from().host().equals(host)).toList();
    }

    private static PingTable named(String segment, Map<OverlayEnd, List<OverlayEnd>> rows) {
        Set<OverlayEnd> all = new LinkedHashSet<>(rows.keySet());
        rows.values().forEach(all::addAll);
        Map<OverlayEnd, String> names = OverlayEnd.apart(List.copyOf(all));
        List<Row> named = new ArrayList<>();
        rows.forEach(
                (from, targets) ->
                        named.add(
                                new Row(
                                        from.named(names.get(from)),
                                        targets.stream()
                                                .map(to -> to.named(names.get(to)))
                                                .toList())));
        return new PingTable(segment, named);
    }
}
