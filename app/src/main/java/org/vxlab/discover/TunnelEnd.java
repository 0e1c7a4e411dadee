package org.vxlab.discover;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A vxlan device of a station, and where it sends.
///
/// @param floods underlay addresses that get a copy of every broadcast, without the group
/// @param unicast static entries, a MAC and the VTEP behind which it is
/// @param targets all underlay addresses this device is told to send to
/// @param apart what else somebody wrote: to a multicast group, for a group of MACs, by `nhid`
record TunnelEnd(
        Station station,
        Link link,
        Vxlan vxlan,
        Set<Ip> floods,
        List<FdbEntry> unicast,
        Set<Ip> targets,
        List<FdbEntry> apart) {
    private static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    static List<TunnelEnd> of(Station station) {
        List<TunnelEnd> ends = new ArrayList<>();
        for (Link link : station.state().links().values()) {
            if (link.kind() instanceof Vxlan vxlan && !isExternal(vxlan)) {
                ends.add(of(station, link, vxlan));
            }
        }
        return ends;
    }

    private static TunnelEnd of(Station station, Link link, Vxlan vxlan) {
        Set<Ip> floods = new LinkedHashSet<>();
        vxlan.remote().filter(remote -> !remote.isUnspecified()).ifPresent(floods::add);
        List<FdbEntry> unicast = new ArrayList<>();
        List<FdbEntry> apart = new ArrayList<>();
        for (FdbEntry entry : station.state().fdb()) {
            if (!entry.device().equals(link.name()) || !isWritten(entry)) {
                continue;
            }
            boolean toOne = entry.vtep().filter(vtep -> !vtep.isMulticast()).isPresent();
            if (toOne && (entry.isFlood() || entry.mac().equals(BROADCAST))) {
                floods.add(entry.vtep().orElseThrow());
            } else if (toOne && !entry.mac().isGroup()) {
                unicast.add(entry);
            } else if (!entry.isFlood() || !entry.vtep().equals(vxlan.group())) {
                apart.add(entry);
            }
        }
        Set<Ip> targets = new LinkedHashSet<>(floods);
        unicast.forEach(entry -> targets.add(entry.vtep().orElseThrow()));
        return new TunnelEnd(
                station, link, vxlan, floods, List.copyOf(unicast), targets, List.copyOf(apart));
    }

    /// Whether somebody put the entry there by hand to say where the device sends.
    static boolean isWritten(FdbEntry entry) {
        return entry.table() == Table.VXLAN
                && (entry.state() == State.PERMANENT || entry.state() == State.STATIC)
                && !entry.externLearn();
    }

    /// Whether each frame brings its VNI and VTEP along, so that the device has none.
    static boolean isExternal(Vxlan vxlan) {
        List<String> words = List.of(vxlan.foreign().split(" "));
        return words.contains("external") || words.contains("vnifilter");
    }

    String host() {
        return station.name();
    }

    String device() {
        return link.name();
    }

    /// The version of IP around its frames, as far as its settings say.
    Ip.Family family() {
        return vxlan.local()
                .or(vxlan::remote)
                .or(vxlan::group)
                .or(() -> targets.stream().findFirst())
                .map(Ip::family)
                .orElse(Ip.Family.V4);
    }

    /// The bridge the device is a port of.
    Optional<Link> bridge() {
        return link.master()
                .flatMap(master -> Optional.ofNullable(station.state().links().get(master)))
                .filter(master -> master.kind() instanceof Link.Bridge);
    }
}
