package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Ownership;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes a lab out of hosts as they were found.
///
/// Tunnels are matched on local address, remote address, VNI and port. What holds anyway is left
/// out of the lab, and what has no place in a lab is told, never dropped.
public final class Discovery {
    private static final String UNNAMED = "imported";

    private final Source source;
    private final FindingList findings = new FindingList();

    private Discovery(Source source) {
        this.source = source;
    }

    /// The lab of these hosts.
    ///
    /// @param name of the lab; absent means the one whose mark the devices carry, or `imported`
    public static Discovered of(List<FoundHost> hosts, Source source, Optional<String> name) {
        return new Discovery(source).discover(hosts, name);
    }

    private Discovered discover(List<FoundHost> hosts, Optional<String> wished) {
        String name = Names.usable(wished.or(() -> mark(hosts)).orElse(UNNAMED));
        List<Station> stations = Stations.of(hosts, findings);
        List<TunnelEnd> ends =
                stations.stream().flatMap(station -> TunnelEnd.of(station).stream()).toList();
        Vteps vteps = new Vteps(stations, ends, findings);
        vteps.find();
        List<TunnelEnd> usable = vteps.usable();
        Set<String> madeUp = new HashSet<>();
        if (source == Source.TEXT) {
            Completion completion = new Completion(stations, usable, vteps, findings);
            completion.complete();
            madeUp.addAll(completion.madeUp());
            stations = completion.stations();
            usable = completion.ends();
        }
        Underlay underlay = new UnderlayDrawing(source, vteps, findings).draw(stations);
        List<TunnelEnd> placed =
                usable.stream().filter(end -> vteps.of(end.station()).isPresent()).toList();
        List<Segment> segments = segments(placed, name, vteps, underlay);
        for (Station station : stations) {
            new Apart(station, vteps.of(station), findings).tell(drawn(station, placed));
        }
        return new Discovered(
                new Lab(
                        name,
                        underlay.networks(),
                        underlay.routers(),
                        underlay.hosts(),
                        segments,
                        Layout.NONE),
                findings.all().stream()
                        .filter(one -> one.kind() == Kind.ASSUMED || !madeUp.contains(one.host()))
                        .toList());
    }

    /// The name of the one lab whose mark is on the hosts.
    private static Optional<String> mark(List<FoundHost> hosts) {
        SortedSet<String> labs = new TreeSet<>();
        hosts.forEach(host -> labs.addAll(Ownership.labsOn(host.state())));
        return labs.size() == 1 ? Optional.of(labs.first()) : Optional.empty();
    }

    private List<Segment> segments(
            List<TunnelEnd> ends, String lab, Vteps vteps, Underlay underlay) {
        WorkloadDrawing workloads = new WorkloadDrawing(source, lab, findings);
        Set<String> names = new HashSet<>();
        Set<Vni> vnis = new HashSet<>();
        List<Segment> segments = new ArrayList<>();
        for (List<TunnelEnd> group : new SegmentGroups(vteps).of(ends)) {
            Vni vni = group.getFirst().vxlan().vni();
            String name = Names.unique("vni" + vni, names);
            segments.add(
                    new SegmentDrawing(oneAHost(group), vteps, underlay, workloads, findings)
                            .draw(vnis.add(vni) ? Optional.empty() : Optional.of(name)));
        }
        new TunnelFindings(source, ends, vteps, findings).tell();
        return segments;
    }

    /// The kernel allows one VNI and port twice where one device speaks IPv4 and the other IPv6.
    private List<TunnelEnd> oneAHost(List<TunnelEnd> group) {
        Set<String> hosts = new HashSet<>();
        List<TunnelEnd> first = new ArrayList<>();
        for (TunnelEnd end : group) {
            if (hosts.add(end.host())) {
                first.add(end);
            } else {
                findings.add(
                        Kind.APART,
                        end.host(),
                        end.device(),
                        "discover.vni.second",
                        end.device(),
                        end.vxlan().vni());
            }
        }
        return first;
    }

    private static Set<String> drawn(Station station, List<TunnelEnd> ends) {
        Set<String> drawn =
                ends.stream()
                        .filter(end -> end.station().equals(station))
                        .map(TunnelEnd::bridge)
                        .flatMap(Optional::stream)
                        .map(Link::name)
                        .collect(Collectors.toSet());
        station.state().links().values().stream()
                .filter(link -> link.kind() instanceof Vxlan)
                .map(Link::name)
                .forEach(drawn::add);
        return drawn;
    }
}
