package org.vxlab.ui.inspector;

import org.vxlab.topology.Lab;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where a thing stands in the lab file, as problems name it.
final class Paths {
    private Paths() {}

    /// The path; empty where the lab has no such thing, or its place has no problems.
    static String of(Lab lab, Thing thing) {
        return switch (thing) {
            case Thing.Network(String name) ->
                    at("underlay.networks", lab.networks(), one -> one.name().equals(name));
            case Thing.Router(String name) ->
                    at("underlay.routers", lab.routers(), one -> one.name().equals(name));
            case Thing.Host(String name) ->
                    at("hosts", lab.hosts(), one -> one.name().equals(name));
            case Thing.Segment(String name) ->
                    at("segments", lab.segments(), one -> one.shownName().equals(name));
            case Thing.Member(String segment, String host) ->
                    in(lab, segment, "members", Segment::members, one -> one.host().equals(host));
            case Thing.Tunnel(String segment, String one, String other) ->
                    in(
                            lab,
                            segment,
                            "tunnels",
                            in -> in.tunnels().orElse(List.of()),
                            tunnel -> tunnel.joins(one) && tunnel.joins(other));
            case Thing.Fdb fdb ->
                    in(
                            lab,
                            fdb.segment(),
                            "fdb",
                            Segment::fdb,
                            one -> one.on().equals(fdb.on()) && one.mac().equals(fdb.mac()));
            case Thing.Neighbour neighbour ->
                    in(
                            lab,
                            neighbour.segment(),
                            "neighbours",
                            Segment::neighbours,
                            one ->
                                    one.on().equals(neighbour.on())
                                            && one.address().equals(neighbour.address()));
            case Thing.Workload workload ->
                    in(
                            lab,
                            workload.segment(),
                            "workloads",
                            Segment::workloads,
                            one -> one.is(workload.host(), workload.name()));
            case Thing.Note _ -> "";
        };
    }

    private static <T> String in(
            Lab lab,
            String segment,
            String list,
            Function<Segment, List<T>> items,
            Predicate<T> wanted) {
        return lab.segment(segment)
                .map(
                        one ->
                                at(
                                        of(lab, new Thing.Segment(segment)) + "." + list,
                                        items.apply(one),
                                        wanted))
                .orElse("");
    }

    private static <T> String at(String list, List<T> items, Predicate<T> wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (wanted.test(items.get(i))) {
                return list + "[" + i + "]";
            }
        }
        return "";
    }
}
