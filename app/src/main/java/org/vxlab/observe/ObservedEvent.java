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

    /// A change of a vxlan device's flood list.
    sealed interface Flooding extends ObservedEvent {
        /// An entry of the all-zero MAC.
        FdbEntry entry();
    }

    /// A VTEP was added to a vxlan device's flood list.
    record FloodAdded(Stamp stamp, FdbEntry entry) implements Flooding {}

    /// A VTEP was taken off a vxlan device's flood list.
    record FloodRemoved(Stamp stamp, FdbEntry entry) implements Flooding {}

    /// A change of one device.
    sealed interface OfLink extends ObservedEvent {
        /// The device as it is now, or as it last was.
        Link link();
    }

    /// A device was made, or moved into this namespace.
    record LinkAdded(Stamp stamp, Link link) implements OfLink {}

    /// A device is gone, and its addresses with it.
    record LinkRemoved(Stamp stamp, Link link) implements OfLink {}

    /// A device can carry frames now.
    record LinkUp(Stamp stamp, Link link) implements OfLink {}

    /// A device cannot carry frames any more: taken down, or without carrier.
    record LinkDown(Stamp stamp, Link link) implements OfLink {}

    /// Something else about a device changed: master, MTU, MAC, port state, settings.
    record LinkChanged(Stamp stamp, Link before, Link link) implements OfLink {}

    /// A change of a device's addresses.
    sealed interface OfAddress extends ObservedEvent {
        String device();

        InterfaceAddress address();
    }

    /// A device got an address.
    record AddressAdded(Stamp stamp, String device, InterfaceAddress address)
            implements OfAddress {}

    /// A device lost an address.
    record AddressRemoved(Stamp stamp, String device, InterfaceAddress address)
            implements OfAddress {}

    /// A change of one neighbour.
    sealed interface OfNeighbour extends ObservedEvent {
        /// The entry as it is now, or as it last was.
        Neighbour neighbour();
    }

    /// A neighbour is new, or its MAC or state changed.
    ///
    /// @param owner whose MAC it is, where the lab says
    record NeighbourChanged(
            Stamp stamp, Neighbour neighbour, Optional<String> owner, NeighbourNews news)
            implements OfNeighbour {}

    /// A neighbour entry is gone.
    record NeighbourRemoved(Stamp stamp, Neighbour neighbour) implements OfNeighbour {}

    /// A host came into view, went out of it, or came back.
    sealed interface Presence extends ObservedEvent {}

    /// The first reading of a host has arrived and its monitors run.
    record HostLive(Stamp stamp, int links, int forwardingEntries) implements Presence {}

    /// A host cannot be watched any more; what was last seen of it is kept with its age.
    ///
    /// @param retryIn how long until the next try; absent when trying again cannot help
    record HostLost(Stamp stamp, Message why, Optional<Duration> retryIn) implements Presence {}

    /// A lost host is watched again and its tables were read anew.
    record HostBack(Stamp stamp, int differences) implements Presence {}

    /// What we know of a host had a gap, or has it no longer.
    sealed interface Rereading extends ObservedEvent {}

    /// The host's monitor lost lines; the tables will be read again.
    record LinesLost(Stamp stamp) implements Rereading {}

    /// The tables were read again after lines were lost.
    ///
    /// @param differences how many events that reading brought
    record TableReread(Stamp stamp, int differences) implements Rereading {}

    /// The outcome of one ping over the overlay.
    sealed interface OfPing extends ObservedEvent {
        PingPair pair();
    }

    /// A ping over the overlay was answered.
    ///
    /// @param milliseconds from sending to the answer
    record PingReply(Stamp stamp, PingPair pair, OptionalDouble milliseconds) implements OfPing {}

    /// A ping over the overlay was not answered in time, or could not be sent.
    ///
    /// @param reason why, where that is known
    record PingLost(Stamp stamp, PingPair pair, Optional<PingResult.Failure> reason)
            implements OfPing {}
}
