package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells of devices that no drawing has a place for.
final class Apart {
    private final Station station;
    private final Optional<Ip> vtep;
    private final FindingList findings;

    Apart(Station station, Optional<Ip> vtep, FindingList findings) {
        this.station = station;
        this.vtep = vtep;
        this.findings = findings;
    }

    /// What a device is, in the kernel's word.
    static String word(Link link) {
        return switch (link.kind()) {
            case Vxlan _ -> "vxlan";
            case Link.Bridge _ -> "bridge";
            case Link.Veth _ -> "veth";
            case Link.Other(String kind) -> kind.isEmpty() ? "ethernet" : kind;
        };
    }

    /// @param drawn names of the station's vxlan devices and bridges that are in the lab
    void tell(Set<String> drawn) {
        Set<String> known = new HashSet<>(drawn);
        known.addAll(station.plugged().keySet());
        List<String> others = new ArrayList<>();
        for (Link link : station.state().links().values()) {
            boolean port = link.master().filter(drawn::contains).isPresent();
            if (link.kind() instanceof Vxlan vxlan && TunnelEnd.isExternal(vxlan)) {
                findings.add(
                        Kind.APART,
                        station.name(),
                        link.name(),
                        "discover.external",
                        link.name(),
                        vxlan.foreign());
            } else if (!known.contains(link.name()) && !port && !carries(link) && isMade(link)) {
                others.add(link.name() + " (" + word(link) + ")");
            }
        }
        if (!others.isEmpty()) {
            findings.add(
                    Kind.APART, station.name(), "", "discover.others", String.join(", ", others));
        }
    }

    /// Whether the device is the station's way into the underlay: it has the VTEP address, or the
    /// tunnels are bound to it, or the routes to their far ends leave by it.
    private boolean carries(Link link) {
        return link.addresses().stream().anyMatch(own -> vtep.filter(own.ip()::equals).isPresent())
                || TunnelEnd.of(station).stream().anyMatch(end -> leavesBy(link, end));
    }

    private boolean leavesBy(Link link, TunnelEnd end) {
        Optional<String> bound = end.vxlan().underlayDevice();
        return bound.isPresent()
                ? bound.get().equals(link.name())
                : station.state().routes().stream()
                        .filter(route -> route.device().filter(link.name()::equals).isPresent())
                        .anyMatch(
                                route ->
                                        end.targets().stream()
                                                .anyMatch(route.destination()::contains));
    }

    /// Whether somebody made the device: the machine's own network cards are no news, nor are those
    /// of vxlan devices that are told of elsewhere.
    private static boolean isMade(Link link) {
        return switch (link.kind()) {
            case Vxlan _ -> false;
            case Link.Bridge _, Link.Veth _ -> true;
            case Link.Other(String kind) -> !kind.isEmpty();
        };
    }
}
