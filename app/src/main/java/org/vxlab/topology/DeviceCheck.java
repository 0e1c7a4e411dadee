package org.vxlab.topology;

import org.vxlab.topology.Problem.Severity;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checks that the devices of a host can exist beside each other.
final class DeviceCheck {
    private final Lab lab;
    private final Findings findings;

    DeviceCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    /// A member and what it makes on its host.
    ///
    /// @param order place of its segment in the lab
    private record Place(
            String path,
            int order,
            Segment segment,
            int mtu,
            String device,
            Optional<String> bridge) {}

    void check() {
        Map<String, List<Place>> places = new TreeMap<>();
        OverlayMtu overlay = new OverlayMtu(lab, UnderlayGraph.of(lab));
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            int mtu =
                    segment.options()
                            .mtu()
                            .orElseGet(() -> overlay.of(segment).orElse(OverlayMtu.USUAL));
            for (int j = 0; j < segment.members().size(); j++) {
                Member member = segment.members().get(j);
                places.computeIfAbsent(member.host(), host -> new ArrayList<>())
                        .add(
                                new Place(
                                        "segments[" + i + "].members[" + j + "]",
                                        i,
                                        segment,
                                        mtu,
                                        Defaults.device(segment, member),
                                        Defaults.bridge(segment, member)));
            }
        }
        Map<String, Host> hosts = lab.hostsByName();
        Map<String, List<Workload>> workloads =
                lab.segments().stream()
                        .flatMap(segment -> segment.workloads().stream())
                        .collect(Collectors.groupingBy(Workload::host));
        places.forEach(
                (name, all) -> {
                    Host host = hosts.get(name);
                    if (host != null) {
                        pairs(host, all);
                        names(host, all);
                        cables(host, all, workloads.getOrDefault(name, List.of()));
                    }
                });
    }

    private void pairs(Host host, List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            for (Place earlier : places.subList(0, i)) {
                Place later = places.get(i);
                // A host twice in one segment is said already.
                if (earlier.order() != later.order()) {
                    pair(host, earlier, later);
                }
            }
        }
    }

    private void pair(Host host, Place earlier, Place later) {
        boolean samePort = Defaults.port(earlier.segment()) == Defaults.port(later.segment());
        String otherName = Defaults.name(earlier.segment());
        if (samePort && earlier.segment().vni().equals(later.segment().vni())) {
            findings.error(
                    later.path() + ".host",
                    "topology.device.vni",
                    later.segment().vni(),
                    host.name(),
                    Defaults.port(later.segment()));
        } else if (earlier.device().equals(later.device())) {
            findings.error(
                    later.path() + ".device",
                    "topology.device.twice",
                    later.device(),
                    host.name(),
                    otherName);
        }
        if (earlier.bridge().isPresent() && earlier.bridge().equals(later.bridge())) {
            sharedBridge(earlier, later);
        }
        boolean v6 = host.underlay().address().ip().family() == Ip.Family.V6;
        if (v6 && samePort && checksum(earlier) != checksum(later)) {
            findings.error(
                    later.path() + ".host",
                    "topology.device.checksum",
                    host.name(),
                    Defaults.port(later.segment()),
                    otherName);
        }
    }

    private void sharedBridge(Place earlier, Place later) {
        String bridge = later.bridge().orElseThrow();
        String otherName = Defaults.name(earlier.segment());
        int ageing = Defaults.ageing(later.segment());
        int otherAgeing = Defaults.ageing(earlier.segment());
        if (ageing != otherAgeing) {
            findings.error(
                    later.path() + ".bridge",
                    "topology.device.bridge-ageing",
                    bridge,
                    ageing,
                    otherAgeing,
                    otherName);
        }
        if (earlier.mtu() != later.mtu()) {
            findings.error(
                    later.path() + ".bridge",
                    "topology.device.bridge-mtu",
                    bridge,
                    later.mtu(),
                    earlier.mtu(),
                    otherName);
        }
    }

    private static boolean checksum(Place place) {
        return place.segment().options().udpcsum().orElse(true);
    }

    /// A name may be a vxlan device, a bridge or the underlay device, but not two of them.
    private void names(Host host, List<Place> places) {
        Map<String, String> devices = new HashMap<>();
        host.underlay()
                .device()
                .or(
                        () ->
                                host.ssh().isEmpty()
                                        ? Optional.of(Defaults.BUILT_IN_DEVICE)
                                        : Optional.empty())
                .ifPresent(device -> devices.put(device, host.name()));
        for (Place place : places) {
            if (host.name().equals(devices.get(place.device()))) {
                findings.error(
                        place.path() + ".device",
                        "topology.device.underlay",
                        place.device(),
                        host.name());
            }
        }
        for (Place place : places) {
            devices.putIfAbsent(place.device(), "");
        }
        for (Place place : places) {
            place.bridge()
                    .filter(devices::containsKey)
                    .ifPresent(
                            bridge ->
                                    findings.error(
                                            place.path() + ".bridge",
                                            "topology.device.bridge",
                                            bridge,
                                            host.name()));
        }
    }

    /// Each workload on the host brings a device of its own, plugged into a bridge.
    private void cables(Host host, List<Place> places, List<Workload> workloads) {
        Map<String, String> cables = new HashMap<>();
        workloads.stream()
                .map(Workload::name)
                .forEach(name -> cables.put(WorkloadNames.hostDevice(name), name));
        for (Place place : places) {
            cable(cables, host, place.device(), place.path() + ".device");
            place.bridge()
                    .ifPresent(bridge -> cable(cables, host, bridge, place.path() + ".bridge"));
        }
    }

    private void cable(Map<String, String> cables, Host host, String device, String path) {
        if (cables.containsKey(device)) {
            findings.error(path, "topology.device.cable", device, host.name(), cables.get(device));
        }
    }

    /// Checks a name that a person gave to a device.
    static void name(String name, String path, Findings findings) {
        DeviceName.problem(name)
                .ifPresent(
                        what ->
                                findings.add(
                                        Severity.ERROR,
                                        path,
                                        what,
                                        Message.of("topology.device.name.cure")));
    }

    /// Checks a name that a person gave to a bridge.
    static void bridge(String name, String path, Findings findings) {
        if (name.equals(BridgeChoice.None.WORD)) {
            findings.error(path, "topology.device.none", name);
        } else {
            name(name, path, findings);
        }
    }
}
