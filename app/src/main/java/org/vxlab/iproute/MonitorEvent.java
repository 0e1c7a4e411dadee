package org.vxlab.iproute;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.Optional;

/// What a monitor reports.
public sealed interface MonitorEvent {

    /// An event with its time.
    ///
    /// @param at when the tool heard of it, by the host's clock, in microseconds; empty where the
    ///   tool was not asked for it
    record Reported(Optional<Instant> at, MonitorEvent event) {}

    /// An entry was made, learned, or moved to where it now points: a move has no deletion.
    record FdbChanged(FdbEntry entry) implements MonitorEvent {}

    /// An entry went.
    ///
    /// @param stale it aged out; else somebody deleted it, or its device went down
    record FdbDeleted(FdbEntry entry, boolean stale) implements MonitorEvent {}

    /// A device was made or is now like this.
    ///
    /// @param index the kernel's number; it stays when the name changes
    /// @param mtu in bytes
    /// @param operState as in [org.vxlab.kernel.Link]
    record LinkChanged(
            int index,
            String name,
            boolean up,
            int mtu,
            String operState,
            Optional<String> master,
            Optional<MacAddress> mac)
            implements MonitorEvent {}

    /// A device is gone.
    record LinkDeleted(int index, String name) implements MonitorEvent {}

    /// A bridge port is now in this state (`forwarding`, ...); `bridge monitor link` alone says so.
    record PortChanged(String name, String master, String state) implements MonitorEvent {}

    /// A device has this address.
    record AddressAdded(String device, InterfaceAddress address) implements MonitorEvent {}

    /// A device has this address no more.
    record AddressDeleted(String device, InterfaceAddress address) implements MonitorEvent {}

    /// A neighbour was made or is now like this.
    record NeighbourChanged(Neighbour neighbour) implements MonitorEvent {}

    /// A neighbour is gone.
    record NeighbourDeleted(Neighbour neighbour) implements MonitorEvent {}

    /// A vxlan device with `l3miss` asks who has this address.
    record AddressMissed(String device, Ip address) implements MonitorEvent {}

    /// A vxlan device with `l2miss` asks behind which VTEP this MAC is.
    record MacMissed(String device, MacAddress mac) implements MonitorEvent {}

    /// The host had more events than the tool could take: some are lost, and everything is to be
    /// read again.
    record Overflow() implements MonitorEvent {}

    /// A line that has no meaning here.
    record Unrecognised(String line) implements MonitorEvent {}
}
