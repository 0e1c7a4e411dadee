package org.vxlab.picture;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Segment;
import org.vxlab.topology.WorkloadNames;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would be known of a lab that runs as drawn and in which everybody has pinged everybody.
final class SampleLive {
    private final Lab lab;
    private final Map<String, Map<String, Link>> links = new LinkedHashMap<>();
    private final Map<String, List<FdbEntry>> fdb = new LinkedHashMap<>();
    private final Map<MacAddress, String> owners = new LinkedHashMap<>();
    private final List<Reach> pings = new ArrayList<>();

    private SampleLive(Lab lab) {
        this.lab = lab;
    }

    static LiveState of(Lab lab) {
        return new SampleLive(lab).state();
    }

    private LiveState state() {
        lab.hosts()
                .forEach(
                        host -> {
                            links.put(host.name(), new LinkedHashMap<>());
                            fdb.put(host.name(), new ArrayList<>());
                            link(host.name(), "eth0", "UP");
                        });
        lab.segments().forEach(this::segment);
        Map<String, WatchedHost> hosts = new LinkedHashMap<>();
        lab.hosts()
                .forEach(
                        host ->
                                hosts.put(
                                        host.name(),
                                        new WatchedHost(
                                                Trust.LIVE,
                                                Optional.of(Duration.ofMillis(200)),
                                                new HostState(
                                                        links.get(host.name()),
                                                        fdb.get(host.name()),
                                                        List.of(),
                                                        List.of(),
                                                        Map.of()))));
        return new LiveState(hosts, pings, owners);
    }

    private void segment(Segment segment) {
        for (Segment.Member member : segment.members()) {
            String device = Defaults.device(segment, member);
            link(member.host(), device, "UNKNOWN");
            Defaults.bridge(segment, member).ifPresent(name -> link(member.host(), name, "UP"));
            owners.put(mac(segment, member), member.host());
        }
        segment.workloads()
                .forEach(one -> link(one.host(), WorkloadNames.hostDevice(one.name()), "UP"));
        for (Segment.Tunnel tunnel : Defaults.tunnels(segment)) {
            seen(segment, tunnel.one(), tunnel.other());
            seen(segment, tunnel.other(), tunnel.one());
        }
    }

    private MacAddress mac(Segment segment, Segment.Member member) {
        return DerivedMac.of(
                lab.name(),
                member.host(),
                Defaults.bridge(segment, member).orElse(Defaults.device(segment, member)));
    }

    private void seen(Segment segment, String host, String peer) {
        String device = Defaults.device(segment, segment.member(host).orElseThrow());
        Ip vtep = lab.host(peer).orElseThrow().underlay().address().ip();
        if (Defaults.flooding(segment) == Flooding.HEAD_END) {
            entry(host, MacAddress.ZERO, device, Optional.of(vtep), State.PERMANENT);
        }
        learned(host, mac(segment, segment.member(peer).orElseThrow()), device, vtep);
        segment.workloads().stream()
                .filter(workload -> workload.host().equals(peer))
                .forEach(
                        workload ->
                                learned(host, Defaults.mac(lab.name(), workload), device, vtep));
        pings.add(new Reach(segment.shownName(), host, peer, true, Optional.of(0.31)));
    }

    private void learned(String host, MacAddress mac, String device, Ip vtep) {
        entry(host, mac, device, Optional.of(vtep), State.DYNAMIC);
        entry(host, mac, device, Optional.empty(), State.DYNAMIC);
    }

    private void entry(String host, MacAddress mac, String device, Optional<Ip> vtep, State state) {
        fdb.get(host)
                .add(
                        new FdbEntry(
                                mac,
                                device,
                                vtep.isPresent() ? Table.VXLAN : Table.BRIDGE,
                                Optional.empty(),
                                vtep,
                                state,
                                false));
    }

    private void link(String host, String name, String operState) {
        links.get(host)
                .put(
                        name,
                        new Link(
                                name,
                                new Link.Other(""),
                                Optional.empty(),
                                1500,
                                true,
                                operState,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
    }
}
