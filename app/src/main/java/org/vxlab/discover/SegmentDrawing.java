package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws one segment out of the vxlan devices that belong together, and leaves out what holds
/// anyway.
final class SegmentDrawing {
    private final List<TunnelEnd> ends;
    private final Vteps vteps;
    private final OptionDrawing options;
    private final WorkloadDrawing workloads;
    private final FindingList findings;
    private final LeftOut leftOut;

    /// @param ends at most one a host
    SegmentDrawing(
            List<TunnelEnd> ends,
            Vteps vteps,
            Underlay underlay,
            WorkloadDrawing workloads,
            FindingList findings) {
        this.ends = ends;
        this.vteps = vteps;
        this.options = new OptionDrawing(ends, underlay, findings);
        this.workloads = workloads;
        this.findings = findings;
        this.leftOut = new LeftOut(findings);
    }

    /// @param name absent where `vni<VNI>` will do
    Segment draw(Optional<String> name) {
        Flooding flooding = flooding();
        List<Member> members = new ArrayList<>();
        List<StaticFdb> fdb = new ArrayList<>();
        List<StaticNeighbour> neighbours = new ArrayList<>();
        List<Workload> guests = new ArrayList<>();
        for (TunnelEnd end : ends) {
            members.add(member(end));
            // A kernel lists its tables in the order of a hash, which is another after each start.
            end.unicast().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.mac().bits()))
                    .forEach(entry -> fdb.add(fdb(end, entry)));
            neighbours.addAll(neighbours(end));
            guests.addAll(workloads.of(end));
        }
        for (TunnelEnd end : ends) {
            leftOut.tell(end, neighbours.stream().anyMatch(entry -> entry.on().equals(end.host())));
            if (end.bridge().isEmpty() || workloads.isFirstOf(end)) {
                leftOut.tellCarrier(end);
            }
        }
        return new Segment(
                ends.getFirst().vxlan().vni(),
                name,
                options.draw(flooding),
                tunnels(flooding, members),
                members,
                fdb,
                neighbours,
                guests);
    }

    private Optional<Ip> vtep(TunnelEnd end) {
        return vteps.of(end.station());
    }

    private boolean pointsAt(TunnelEnd from, TunnelEnd to) {
        return vtep(to).filter(from.targets()::contains).isPresent();
    }

    private boolean floodsTo(TunnelEnd from, TunnelEnd to) {
        return vtep(to).filter(from.floods()::contains).isPresent();
    }

    /// How the devices flood. `remote` is kept for two that each name the other so: for more, or
    /// with further entries, the same flood list is called head-end.
    private Flooding flooding() {
        if (ends.stream().anyMatch(end -> end.vxlan().group().isPresent())) {
            return Flooding.MULTICAST;
        }
        if (ends.stream().noneMatch(end -> ends.stream().anyMatch(to -> floodsTo(end, to)))) {
            // Of a device that is alone nobody can tell how it would reach others.
            boolean silent = ends.stream().allMatch(end -> end.floods().isEmpty());
            return silent && ends.size() > 1 ? Flooding.NONE : Flooding.HEAD_END;
        }
        boolean pair =
                ends.size() == 2
                        && ends.stream()
                                .allMatch(
                                        end ->
                                                end.floods().size() == 1
                                                        ? end.vxlan().remote().isPresent()
                                                        : end.floods().isEmpty());
        return pair ? Flooding.REMOTE : Flooding.HEAD_END;
    }

    private Optional<List<Tunnel>> tunnels(Flooding flooding, List<Member> members) {
        List<Tunnel> drawn = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            for (TunnelEnd other : ends.subList(i + 1, ends.size())) {
                boolean flooded = floodsTo(ends.get(i), other) || floodsTo(other, ends.get(i));
                boolean written = pointsAt(ends.get(i), other) || pointsAt(other, ends.get(i));
                if (flooded || flooding == Flooding.NONE && written) {
                    drawn.add(new Tunnel(ends.get(i).host(), other.host()));
                }
                if (flooding != Flooding.MULTICAST) {
                    half(ends.get(i), other);
                    half(other, ends.get(i));
                }
            }
        }
        boolean untold = flooding == Flooding.NONE && drawn.isEmpty();
        boolean every = drawn.size() == Defaults.allPairs(members).size();
        return flooding == Flooding.MULTICAST || untold || every
                ? Optional.empty()
                : Optional.of(drawn);
    }

    private void half(TunnelEnd from, TunnelEnd to) {
        if (floodsTo(from, to) && !floodsTo(to, from)) {
            findings.add(
                    Kind.DOUBTFUL,
                    to.host(),
                    to.device(),
                    "discover.half",
                    from.host(),
                    from.device(),
                    to.host(),
                    to.device(),
                    vtep(from).orElseThrow());
        }
    }

    private Member member(TunnelEnd end) {
        Optional<Link> bridge = end.bridge();
        Optional<BridgeChoice> choice =
                bridge.isEmpty()
                        ? Optional.of(new BridgeChoice.None())
                        : bridge.map(Link::name)
                                .filter(name -> !name.equals("br" + end.vxlan().vni()))
                                .map(BridgeChoice.Named::new);
        return new Member(
                end.host(),
                address(end),
                choice,
                Optional.of(end.device()).filter(name -> !name.equals("vxlan" + end.vxlan().vni())),
                options.learning(end));
    }

    /// The first address of the bridge, or of the vxlan device where it is no port.
    private Optional<InterfaceAddress> address(TunnelEnd end) {
        Link carrier = end.bridge().orElse(end.link());
        List<InterfaceAddress> own = written(carrier);
        if (end.bridge().isPresent() && !workloads.isFirstOf(end)) {
            return Optional.empty();
        }
        if (end.bridge().isPresent()) {
            for (InterfaceAddress address : written(end.link())) {
                findings.add(
                        Kind.WRONG,
                        end.host(),
                        end.device(),
                        "discover.address.port",
                        address,
                        end.device(),
                        carrier.name());
            }
            own = own.isEmpty() ? written(end.link()) : own;
        }
        return leftOut.first(end, own, carrier.name(), carrier.name());
    }

    static List<InterfaceAddress> written(Link link) {
        return link.addresses().stream().filter(one -> !one.ip().isLinkLocal()).toList();
    }

    private StaticFdb fdb(TunnelEnd end, FdbEntry entry) {
        Ip vtep = entry.vtep().orElseThrow();
        String name =
                ends.stream()
                        .filter(other -> vtep(other).filter(vtep::equals).isPresent())
                        .map(TunnelEnd::host)
                        .findFirst()
                        .orElse(vtep.toString());
        return new StaticFdb(end.host(), entry.mac(), name);
    }

    private List<StaticNeighbour> neighbours(TunnelEnd end) {
        Set<String> devices = new LinkedHashSet<>(List.of(end.device()));
        if (workloads.isFirstOf(end)) {
            end.bridge().map(Link::name).ifPresent(devices::add);
        }
        return end.station().state().neighbours().stream()
                .filter(Neighbour::isPermanent)
                .filter(entry -> devices.contains(entry.device()) && !entry.address().isMulticast())
                .filter(entry -> entry.mac().filter(mac -> !mac.isGroup()).isPresent())
                .map(
                        entry ->
                                new StaticNeighbour(
                                        end.host(), entry.address(), entry.mac().orElseThrow()))
                .distinct()
                .sorted(Comparator.comparing(StaticNeighbour::address))
                .toList();
    }
}
