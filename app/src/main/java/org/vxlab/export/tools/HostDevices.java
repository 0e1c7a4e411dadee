package org.vxlab.export.tools;

import org.vxlab.export.ExportSource;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.LinkCommands;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.UnderlayGraph;
import org.vxlab.topology.UnderlayRoutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One host of the lab as the other tools look at it: device by device, each with what belongs to
/// it.
record HostDevices(ResolvedLab lab, Blueprint blueprint) {

    /// A vxlan device with its settings.
    record Tunnel(Link link, Vxlan vxlan) {
        String name() {
            return link.name();
        }

        boolean learnsAsPort() {
            return link.port().map(Link.BridgePort::learning).orElse(true);
        }

        boolean suppresses() {
            return link.port().map(Link.BridgePort::neighSuppress).orElse(false);
        }
    }

    /// A bridge with its settings.
    record Bridge(Link link, Link.Bridge settings) {
        String name() {
            return link.name();
        }
    }

    /// The hosts on which the lab makes something.
    static List<HostDevices> withTunnels(ExportSource source) {
        return source.hosts().stream()
                .map(blueprint -> new HostDevices(source.lab(), blueprint))
                .filter(host -> !host.tunnels().isEmpty())
                .toList();
    }

    String name() {
        return blueprint.host().name();
    }

    String underlayDevice() {
        return blueprint.device();
    }

    /// Whether the underlay device is a loopback, which no tunnel is bound to.
    boolean isBehindLoopback() {
        return tunnels().stream().allMatch(tunnel -> tunnel.vxlan().underlayDevice().isEmpty());
    }

    boolean knowsUnderlayDevice() {
        return !blueprint.device().equals(Blueprint.UNKNOWN_DEVICE);
    }

    /// All devices the lab makes here, but those of workloads.
    List<Link> links() {
        return Stream.concat(
                        bridges().stream().map(Bridge::link), tunnels().stream().map(Tunnel::link))
                .toList();
    }

    /// Some tools take brackets in a name for a pattern or a range.
    Optional<String> deviceWithBrackets() {
        return Stream.concat(Stream.of(underlayDevice()), links().stream().map(Link::name))
                .filter(name -> name.contains("[") || name.contains("]"))
                .findFirst();
    }

    List<Bridge> bridges() {
        List<Bridge> bridges = new ArrayList<>();
        for (Link link : blueprint.wanted().links().values()) {
            if (link.kind() instanceof Link.Bridge bridge) {
                bridges.add(new Bridge(link, bridge));
            }
        }
        return bridges;
    }

    List<Tunnel> tunnels() {
        List<Tunnel> tunnels = new ArrayList<>();
        for (Link link : blueprint.wanted().links().values()) {
            if (link.kind() instanceof Vxlan vxlan) {
                tunnels.add(new Tunnel(link, vxlan));
            }
        }
        return tunnels;
    }

    /// The vxlan devices that are ports of a bridge.
    List<Tunnel> ports(Bridge bridge) {
        return tunnels().stream()
                .filter(tunnel -> tunnel.link().master().filter(bridge.name()::equals).isPresent())
                .toList();
    }

    /// The entries of the vxlan table that the device does not bring along itself.
    List<FdbEntry> entries(Tunnel tunnel) {
        return fdb(
                entry ->
                        entry.device().equals(tunnel.name())
                                && entry.table() == Table.VXLAN
                                && !comesWithDevice(tunnel.vxlan(), entry));
    }

    /// The entries of the bridge's table.
    List<FdbEntry> bridgeEntries() {
        return fdb(entry -> entry.table() == Table.BRIDGE);
    }

    private List<FdbEntry> fdb(Predicate<FdbEntry> wanted) {
        return blueprint.wanted().fdb().stream().filter(wanted).toList();
    }

    private static boolean comesWithDevice(Vxlan vxlan, FdbEntry entry) {
        return entry.isFlood() && entry.vtep().equals(vxlan.remote().or(vxlan::group));
    }

    List<Neighbour> neighbours(String device) {
        return blueprint.wanted().neighbours().stream()
                .filter(neighbour -> neighbour.device().equals(device))
                .toList();
    }

    List<ResolvedWorkload> workloads() {
        return lab.segments().stream()
                .flatMap(segment -> segment.workloads().stream())
                .filter(workload -> workload.host().equals(name()))
                .toList();
    }

    /// The steps that make a workload.
    List<Step> steps(ResolvedWorkload workload) {
        return blueprint.up().stream()
                .filter(
                        step ->
                                step.device().equals(workload.hostDevice())
                                        || step.device().equals(workload.namespace())
                                        || step.namespace()
                                                .filter(workload.namespace()::equals)
                                                .isPresent())
                .toList();
    }

    /// The step that runs this command.
    List<Step> steps(Command command) {
        return blueprint.up().stream().filter(step -> step.command().equals(command)).toList();
    }

    /// The steps on the host itself whose command begins with these words.
    List<Step> stepsBeginning(String... words) {
        List<String> beginning = List.of(words);
        return blueprint.up().stream()
                .filter(step -> step.namespace().isEmpty())
                .filter(step -> step.command().argv().size() > beginning.size())
                .filter(
                        step ->
                                step.command()
                                        .argv()
                                        .subList(0, beginning.size())
                                        .equals(beginning))
                .toList();
    }

    /// The host's ways to the other underlay networks.
    List<UnderlayGraph.Route> underlayRoutes() {
        return new UnderlayRoutes(lab).ofHost(blueprint.host());
    }

    /// Takes the devices away again, those that hang on others first.
    List<String> deletions() {
        return Stream.concat(
                        tunnels().stream().map(Tunnel::name), bridges().stream().map(Bridge::name))
                .map(device -> "sudo " + LinkCommands.delete(device) + "   # " + name())
                .toList();
    }

    /// One gap for each workload: a namespace is nothing that tools for a host's own network know.
    List<Gap> workloadGaps() {
        return workloads().stream()
                .map(
                        workload ->
                                new Gap(
                                        Message.of(
                                                "export.gap.workload",
                                                name(),
                                                workload.name(),
                                                workload.namespace()),
                                        steps(workload)))
                .toList();
    }

    /// What has to be written in by hand where the lab does not name the underlay device.
    List<Gap> deviceGap() {
        return knowsUnderlayDevice()
                ? List.of()
                : List.of(
                        Gap.of(
                                "export.gap.device",
                                name(),
                                Blueprint.UNKNOWN_DEVICE,
                                blueprint.host().vtep()));
    }
}
