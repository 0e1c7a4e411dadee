package org.vxlab.topology;

import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a fragment into a lab under new names and addresses.
///
/// A copied host is another machine: how to reach it is not copied.
final class LabPaste {
    private final LabFragment fragment;
    private final double dx;
    private final double dy;
    private Lab lab;
    private final Map<String, String> networks = new LinkedHashMap<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();
    private final Map<String, Point> places = new LinkedHashMap<>();

    LabPaste(Lab lab, LabFragment fragment, double dx, double dy) {
        this.lab = lab;
        this.fragment = fragment;
        this.dx = dx;
        this.dy = dy;
    }

    Lab paste() {
        Lab part = fragment.part();
        part.networks().forEach(this::network);
        part.routers().forEach(this::router);
        part.hosts().forEach(this::host);
        UnderlayGraph underlay = UnderlayGraph.of(lab);
        for (Segment segment : part.segments()) {
            boolean whole = fragment.segments().contains(segment.shownName());
            SegmentPaste paste = new SegmentPaste(lab, underlay, segment, hosts);
            if (whole) {
                lab = paste.copy();
                place(segment.shownName(), lab.segments().getLast().shownName());
            } else {
                lab = paste.join();
            }
        }
        Map<String, Point> positions = new LinkedHashMap<>(lab.layout().positions());
        positions.putAll(places);
        List<Note> notes = new ArrayList<>(lab.layout().notes());
        part.layout().notes().forEach(note -> notes.add(new Note(moved(note.at()), note.text())));
        return lab.withLayout(new Layout(positions, notes));
    }

    private void network(Network old) {
        Network network =
                new Network(
                        NextFree.nameLike(lab, old.name()),
                        NextFree.underlaySubnet(lab),
                        old.mtu());
        lab = new LabEdit.AddNetwork(network).applyTo(lab);
        networks.put(old.name(), network.name());
        place(old.name(), network.name());
    }

    private void router(Router old) {
        Map<String, Ip> addresses = new LinkedHashMap<>();
        for (String name : old.addresses().keySet()) {
            lab.network(networks.getOrDefault(name, name))
                    .ifPresent(
                            network ->
                                    NextFree.routerAddress(lab, network)
                                            .ifPresent(ip -> addresses.put(network.name(), ip)));
        }
        Router router = new Router(NextFree.nameLike(lab, old.name()), addresses);
        lab = new LabEdit.AddRouter(router).applyTo(lab);
        place(old.name(), router.name());
    }

    private void host(Host old) {
        Network network = networkFor(old.underlay().network());
        Optional<InterfaceAddress> address = NextFree.hostAddress(lab, network);
        if (address.isEmpty()) {
            return;
        }
        Host host =
                new Host(
                        NextFree.nameLike(lab, old.name()),
                        Optional.empty(),
                        old.underlay().withNetwork(network.name()).withAddress(address.get()));
        lab = new LabEdit.AddHost(host).applyTo(lab);
        hosts.put(old.name(), host.name());
        place(old.name(), host.name());
    }

    /// The network's copy, the network itself, any other, or a new one.
    private Network networkFor(String old) {
        Optional<Network> found =
                lab.network(networks.getOrDefault(old, old))
                        .or(() -> lab.networks().stream().findFirst());
        if (found.isPresent()) {
            return found.get();
        }
        Network added =
                new Network(
                        NextFree.name(lab, "lan"), NextFree.underlaySubnet(lab), Optional.empty());
        lab = new LabEdit.AddNetwork(added).applyTo(lab);
        return added;
    }

    private void place(String old, String name) {
        Optional.ofNullable(fragment.part().layout().positions().get(old))
                .ifPresent(point -> places.put(name, moved(point)));
    }

    private Point moved(Point point) {
        return new Point(point.x() + dx, point.y() + dy);
    }
}
