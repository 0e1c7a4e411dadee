package org.vxlab.discover;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Link.BridgePort;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tells what the devices of a segment have that a lab has no words for.
final class LeftOut {
    private final FindingList findings;

    LeftOut(FindingList findings) {
        this.findings = findings;
    }

    /// @param suppresses whether the lab has the device answer ARP itself (`neigh_suppress`)
    void tell(TunnelEnd end, boolean suppresses) {
        List<String> words = new ArrayList<>();
        if (!end.vxlan().foreign().isEmpty()) {
            words.addAll(List.of(end.vxlan().foreign().split(" ")));
        }
        settings(end, end.link(), words, end.vxlan().learning(), suppresses);
        entries(end);
        control(end);
    }

    /// What is about the device that carries the host's own address in the overlay, once for all
    /// that share it.
    void tellCarrier(TunnelEnd end) {
        Link carrier = end.bridge().orElse(end.link());
        routes(end, carrier);
        if (end.bridge().isPresent()) {
            settings(end, carrier, new ArrayList<>(), true, false);
            ports(end, carrier);
        }
    }

    /// The first of several addresses, which the lab has; the others are told.
    ///
    /// @param owner what has the addresses, as a person knows it
    Optional<InterfaceAddress> first(
            TunnelEnd end, List<InterfaceAddress> addresses, String device, String owner) {
        for (InterfaceAddress more : addresses.stream().skip(1).toList()) {
            findings.add(Kind.APART, end.host(), device, "discover.address.more", more, owner);
        }
        return addresses.stream().findFirst();
    }

    /// @param port leads from the bridge of the end to a workload
    void tellPort(TunnelEnd end, Link port) {
        settings(end, port, new ArrayList<>(), true, false);
    }

    /// A flag is told only where somebody set it, and the lab would not.
    private void settings(
            TunnelEnd end, Link link, List<String> words, boolean learns, boolean suppresses) {
        words.addAll(end.station().extrasOf(link.name()));
        if (end.bridge().isPresent() && link.port().isPresent()) {
            BridgePort port = link.port().get();
            if (!port.learning() && learns) {
                words.add("learning off");
            }
            if (port.neighSuppress() && !suppresses) {
                words.add("neigh_suppress on");
            }
            if (port.isolated()) {
                words.add("isolated on");
            }
        }
        if (!words.isEmpty()) {
            findings.add(
                    Kind.APART,
                    end.host(),
                    link.name(),
                    "discover.option.foreign",
                    link.name(),
                    String.join(", ", words));
        }
    }

    private void entries(TunnelEnd end) {
        Map<FdbEntry, List<String>> drawn = new LinkedHashMap<>();
        Map<FdbEntry, List<String>> apart = new LinkedHashMap<>();
        for (FdbEntry entry : end.apart()) {
            List<String> to = new ArrayList<>();
            entry.vtep().ifPresent(vtep -> to.add("dst " + vtep));
            apart.put(entry, to);
        }
        for (ExtraSetting extra : end.station().extras()) {
            if (extra.device().equals(end.device()) && !isUsual(extra, end.vxlan())) {
                extra.entry()
                        .filter(TunnelEnd::isWritten)
                        .ifPresent(
                                entry ->
                                        (apart.containsKey(entry) ? apart : drawn)
                                                .computeIfAbsent(entry, _ -> new ArrayList<>())
                                                .add(extra.words()));
            }
        }
        tell(end, "discover.entry.foreign", drawn);
        tell(end, "discover.entry.apart", apart);
    }

    /// Entries are told once for all that have the same: there may be thousands, and a kernel lists
    /// them in the order of a hash.
    private void tell(TunnelEnd end, String key, Map<FdbEntry, List<String>> words) {
        Map<String, List<MacAddress>> alike = new TreeMap<>();
        words.forEach(
                (entry, own) ->
                        alike.computeIfAbsent(
                                        own.stream().sorted().collect(joining(", ")),
                                        _ -> new ArrayList<>())
                                .add(entry.mac()));
        alike.forEach(
                (own, macs) ->
                        findings.add(
                                Kind.APART,
                                end.host(),
                                end.device(),
                                key,
                                end.device(),
                                macs.size(),
                                own,
                                first(macs.stream())));
    }

    /// Whether the setting says what the device does anyway.
    private static boolean isUsual(ExtraSetting extra, Vxlan vxlan) {
        return switch (extra.name()) {
            case "port" -> extra.value().equals(Integer.toString(vxlan.port()));
            case "vni", "src_vni" -> extra.value().equals(vxlan.vni().toString());
            case "via" -> vxlan.underlayDevice().filter(extra.value()::equals).isPresent();
            default -> false;
        };
    }

    private void control(TunnelEnd end) {
        long told =
                end.station().state().fdb().stream()
                        .filter(entry -> entry.externLearn() && entry.table() == Table.VXLAN)
                        .filter(entry -> entry.device().equals(end.device()))
                        .count();
        if (told > 0) {
            findings.add(
                    Kind.APART, end.host(), end.device(), "discover.control", end.device(), told);
        }
    }

    private static String way(FdbEntry entry) {
        return entry.mac() + " " + entry.device();
    }

    private static MacAddress first(Stream<MacAddress> macs) {
        return macs.min(Comparator.comparingLong(MacAddress::bits)).orElseThrow();
    }

    /// What somebody wrote into the bridge's own table. `permanent` there are the MACs of its
    /// ports, and beside each entry of a vxlan device the lab writes one itself.
    private void ports(TunnelEnd end, Link bridge) {
        List<FdbEntry> fdb = end.station().state().fdb();
        Set<String> drawn =
                fdb.stream().filter(TunnelEnd::isWritten).map(LeftOut::way).collect(toSet());
        List<FdbEntry> written =
                fdb.stream()
                        .filter(entry -> entry.table() == Table.BRIDGE && !entry.externLearn())
                        .filter(entry -> entry.state() == State.STATIC)
                        .filter(entry -> entry.master().filter(bridge.name()::equals).isPresent())
                        .filter(entry -> !drawn.contains(way(entry)))
                        .toList();
        if (!written.isEmpty()) {
            findings.add(
                    Kind.APART,
                    end.host(),
                    bridge.name(),
                    "discover.entry.bridge",
                    bridge.name(),
                    written.size(),
                    first(written.stream().map(FdbEntry::mac)));
        }
    }

    /// Routes into the overlay are left to whoever wrote them.
    private void routes(TunnelEnd end, Link carrier) {
        for (Route route : end.station().state().routes()) {
            boolean near =
                    carrier.addresses().stream()
                            .anyMatch(
                                    own -> route.via().filter(own.prefix()::contains).isPresent());
            if (route.device().map(carrier.name()::equals).orElse(near)) {
                findings.add(
                        Kind.APART,
                        end.host(),
                        carrier.name(),
                        "discover.route",
                        route.destination(),
                        carrier.name());
            }
        }
    }
}
