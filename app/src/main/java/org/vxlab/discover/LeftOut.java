package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Link.BridgePort;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells what the devices of a segment have that a lab has no words for.
final class LeftOut {
    private final FindingList findings;

    LeftOut(FindingList findings) {
        this.findings = findings;
    }

    /// @param suppresses whether the lab has the device answer ARP itself (`neigh_suppress`)
    void tell(TunnelEnd end, boolean suppresses) {
        routes(end);
        List<String> words = new ArrayList<>();
        if (!end.vxlan().foreign().isEmpty()) {
            words.addAll(List.of(end.vxlan().foreign().split(" ")));
        }
        settings(end, end.link(), words, end.vxlan().learning(), suppresses);
        entries(end);
        control(end);
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

    /// Entries are told once for all that have the same: there may be thousands.
    private void entries(TunnelEnd end) {
        Map<FdbEntry, List<String>> words = new LinkedHashMap<>();
        for (ExtraSetting extra : end.station().extras()) {
            if (extra.device().equals(end.device()) && !isUsual(extra, end.vxlan())) {
                extra.entry()
                        .filter(TunnelEnd::isWritten)
                        .ifPresent(
                                entry ->
                                        words.computeIfAbsent(entry, _ -> new ArrayList<>())
                                                .add(extra.words()));
            }
        }
        Map<String, List<FdbEntry>> alike = new LinkedHashMap<>();
        words.forEach(
                (entry, own) ->
                        alike.computeIfAbsent(String.join(", ", own), _ -> new ArrayList<>())
                                .add(entry));
        alike.forEach(
                (own, entries) ->
                        findings.add(
                                Kind.APART,
                                end.host(),
                                end.device(),
                                "discover.entry.foreign",
                                end.device(),
                                entries.size(),
                                own,
                                entries.getFirst().mac()));
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

    /// Routes into the overlay are left to whoever wrote them.
    private void routes(TunnelEnd end) {
        for (Route route : end.station().state().routes()) {
            route.device()
                    .filter(name -> name.equals(end.device()))
                    .ifPresent(
                            name ->
                                    findings.add(
                                            Kind.APART,
                                            end.host(),
                                            name,
                                            "discover.route",
                                            route.destination(),
                                            name));
        }
    }
}
