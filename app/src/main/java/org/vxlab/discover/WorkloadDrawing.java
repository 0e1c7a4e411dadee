package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.discover.Station.Inside;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Route;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws what is plugged into bridges: a namespace is a workload, anything else is told of.
///
/// A bridge that several segments share is drawn with the first of them.
final class WorkloadDrawing {
    private final Source source;
    private final String lab;
    private final FindingList findings;
    private final LeftOut leftOut;
    private final Map<String, String> firstDevice = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    WorkloadDrawing(Source source, String lab, FindingList findings) {
        this.source = source;
        this.lab = lab;
        this.findings = findings;
        this.leftOut = new LeftOut(findings);
    }

    /// Whether the device is the one with which its bridge is drawn.
    boolean isFirstOf(TunnelEnd end) {
        return end.bridge()
                .map(bridge -> end.host() + "\0" + bridge.name())
                .map(key -> firstDevice.computeIfAbsent(key, _ -> end.device()))
                .filter(end.device()::equals)
                .isPresent();
    }

    List<Workload> of(TunnelEnd end) {
        if (!isFirstOf(end)) {
            return List.of();
        }
        String bridge = end.bridge().orElseThrow().name();
        List<Workload> workloads = new ArrayList<>();
        for (Link port : end.station().state().links().values()) {
            boolean plugged =
                    port.master().filter(bridge::equals).isPresent()
                            && !(port.kind() instanceof Vxlan);
            Inside inside = end.station().plugged().get(port.name());
            if (plugged && inside != null) {
                workloads.add(workload(end, inside));
                leftOut.tellPort(end, port);
            } else if (plugged) {
                findings.add(
                        Kind.APART,
                        end.host(),
                        port.name(),
                        "discover.port.foreign",
                        port.name(),
                        Apart.word(port),
                        bridge);
            }
        }
        return workloads;
    }

    private Workload workload(TunnelEnd end, Inside inside) {
        String prefix = "vxlab." + lab + ".";
        String shown =
                inside.namespace().startsWith(prefix)
                        ? inside.namespace().substring(prefix.length())
                        : inside.namespace();
        String name = Names.unique(shown, names.computeIfAbsent(end.host(), _ -> new HashSet<>()));
        Optional<InterfaceAddress> address =
                leftOut.first(
                        end,
                        SegmentDrawing.written(inside.link()),
                        inside.link().name(),
                        inside.namespace());
        if (!inside.link().up()) {
            findings.add(
                    Kind.WRONG,
                    end.host(),
                    inside.link().name(),
                    "discover.down.inside",
                    inside.link().name(),
                    inside.namespace());
        }
        Optional<Ip> gateway = gateway(inside.state(), inside.link(), address);
        routes(end, inside, gateway);
        return new Workload(
                name, end.host(), mac(end.host(), name, inside.link()), address, gateway);
    }

    /// Where two devices of a namespace lead into segments, its routes are told once.
    private void routes(TunnelEnd end, Inside inside, Optional<Ip> gateway) {
        for (Route route : inside.state().routes()) {
            boolean drawn =
                    route.destination().length() == 0
                            && gateway.isPresent()
                            && route.via().equals(gateway);
            boolean elsewhere =
                    route.device().filter(name -> !name.equals(inside.link().name())).isPresent();
            if (!elsewhere && !drawn) {
                findings.add(
                        Kind.APART,
                        end.host(),
                        "",
                        "discover.route.inside",
                        route.destination(),
                        inside.namespace());
            }
        }
    }

    /// A text has no MACs but those it gives; what the kernel would draw by lot is derived.
    private Optional<MacAddress> mac(String host, String workload, Link link) {
        return link.mac()
                .filter(mac -> !mac.equals(DerivedMac.ofWorkload(lab, host, workload)))
                .filter(mac -> source == Source.RUNNING || !mac.isZero());
    }

    private static Optional<Ip> gateway(
            HostState inside, Link link, Optional<InterfaceAddress> address) {
        return inside.routes().stream()
                .filter(route -> route.destination().length() == 0)
                .filter(route -> route.device().map(link.name()::equals).orElse(true))
                .map(Route::via)
                .flatMap(Optional::stream)
                .filter(via -> address.filter(own -> own.prefix().contains(via)).isPresent())
                .findFirst();
    }
}
