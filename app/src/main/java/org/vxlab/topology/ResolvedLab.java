package org.vxlab.topology;

import java.util.List;
import java.util.Optional;

/// A lab with every default filled in; what the planner reads. Made only from a lab without errors.
public record ResolvedLab(
        String name,
        List<Network> networks,
        List<Router> routers,
        List<ResolvedHost> hosts,
        List<ResolvedSegment> segments) {
    public ResolvedLab {
        networks = List.copyOf(networks);
        routers = List.copyOf(routers);
        hosts = List.copyOf(hosts);
        segments = List.copyOf(segments);
    }

    /// Fills every default of a lab that has no errors.
    ///
    /// @throws IllegalArgumentException where the lab names a host or network it does not have
    public static ResolvedLab of(Lab lab) {
        return new LabResolution(lab).resolve();
    }

    /// The lab with everything written out and no layout; resolving it gives this value again.
    public Lab toLab() {
        return WrittenOut.lab(this);
    }

    /// The segments, those that share a bridge somewhere together: they are one Ethernet.
    public List<List<ResolvedSegment>> ethernets() {
        return BroadcastDomains.of(this).stream()
                .map(indexes -> indexes.stream().map(segments::get).toList())
                .toList();
    }

    /// The host of that name.
    ///
    /// @throws IllegalArgumentException where there is none
    public ResolvedHost host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no host " + name));
    }

    /// A host with its place in the underlay.
    ///
    /// @param device absent only for an SSH host whose device is found by its address
    /// @param mtu IP MTU of the underlay network in bytes
    public record ResolvedHost(
            String name,
            Optional<SshTarget> ssh,
            String network,
            Optional<String> device,
            InterfaceAddress address,
            int mtu) {
        /// The address that encapsulates.
        public Ip vtep() {
            return address.ip();
        }

        public boolean builtIn() {
            return ssh.isEmpty();
        }
    }
}
