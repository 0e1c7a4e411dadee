package org.vxlab.observe;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// Something that changed on a host, or in our view of it.
public sealed interface ObservedEvent {
    Stamp stamp();

    /// A change of one forwarding entry.
    sealed interface Forwarding extends ObservedEvent {
        /// The entry as it is now, or as it last was.
        FdbEntry entry();

        /// Whose MAC it is, where the lab says.
        Optional<String> owner();
    }

    /// The kernel learned where a MAC is.
    record Learned(Stamp stamp, FdbEntry entry, Optional<String> owner) implements Forwarding {}

    /// A MAC is now behind another port or VTEP.
    record Moved(Stamp stamp, FdbEntry from, FdbEntry entry, Optional<String> owner)
            implements Forwarding {}

    /// A learned entry was not used for the ageing time and is gone.
    record Aged(Stamp stamp, FdbEntry entry, Optional<String> owner) implements Forwarding {}

    /// An entry is gone: deleted, flushed with its port, or, where the stamp has no host time, gone
    /// for a reason we were not told.
    record Deleted(Stamp stamp, FdbEntry entry, Optional<String> owner) implements Forwarding {}

    /// An entry was put there by hand or by a control plane, or a learned one was made fast.
    record Added(Stamp stamp, FdbEntry entry, Optional<String> owner) implements Forwarding {}

    /// A VTEP was added to a vxlan device's flood list.
    record FloodAdded(Stamp stamp, FdbEntry entry) implements ObservedEvent {}

    /// A VTEP was taken off a vxlan device's flood list.
    record FloodRemoved(Stamp stamp, FdbEntry entry) implements ObservedEvent {}

    /// A device was made, or moved into this namespace.
    record LinkAdded(Stamp stamp, Link link) implements ObservedEvent {}

    /// A device is gone, and its addresses with it.
    record LinkRemoved(Stamp stamp, Link link) implements ObservedEvent {}

    /// A device can carry frames now.
    record LinkUp(Stamp stamp, Link link) implements ObservedEvent {}

    /// A device cannot carry frames any more: taken down, or without carrier.
    record LinkDown(Stamp stamp, Link link) implements ObservedEvent {}

    /// Something else about a device changed: master, MTU, MAC, port state, settings.
    record LinkChanged(Stamp stamp, Link before, Link link) implements ObservedEvent {}

    /// A device got an address.
    record AddressAdded(Stamp stamp, String device, InterfaceAddress address)
            implements ObservedEvent {}

    /// A device lost an address.
    record AddressRemoved(Stamp stamp, String device, InterfaceAddress address)
            implements ObservedEvent {}

    /// A neighbour is new, or its MAC or state changed.
    ///
    /// @param owner whose MAC it is, where the lab says
    record NeighbourChanged(
            Stamp stamp, Neighbour neighbour, Optional<String> owner, NeighbourNews news)
            implements ObservedEvent {}

    /// A neighbour entry is gone.
    record NeighbourRemoved(Stamp stamp, Neighbour neighbour) implements ObservedEvent {}

    /// The first reading of a host has arrived and its monitors run.
    record HostLive(Stamp stamp, int links, int forwardingEntries) implements ObservedEvent {}

    /// A host cannot be watched any more; what was last seen of it is kept with its age.
    ///
    /// @param retryIn how long until the next try; absent when trying again cannot help
    record HostLost(Stamp stamp, Message why, Optional<Duration> retryIn)
            implements ObservedEvent {}

    /// A lost host is watched again and its tables were read anew.
    record HostBack(Stamp stamp, int differences) implements ObservedEvent {}

    /// The host's monitor lost lines; the tables will be read again.
    record LinesLost(Stamp stamp) implements ObservedEvent {}

    /// The tables were read again after lines were lost.
    ///
    /// @param differences how many events that reading brought
    record TableReread(Stamp stamp, int differences) implements ObservedEvent {}

    /// A ping over the overlay was answered.
    ///
    /// @param milliseconds from sending to the answer
    record PingReply(Stamp stamp, PingPair pair, OptionalDouble milliseconds)
            implements ObservedEvent {}

    /// A ping over the overlay was not answered in time, or could not be sent.
    ///
    /// @param reason why, where that is known
    record PingLost(Stamp stamp, PingPair pair, Optional<PingResult.Failure> reason)
            implements ObservedEvent {}
}
