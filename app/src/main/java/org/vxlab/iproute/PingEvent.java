package org.vxlab.iproute;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What `ping` or `fping` says.
///
/// Addresses are text, for an IPv6 one may carry a zone (`fe80::1%eth0`), and a name may stand in
/// their place. Sequence numbers begin at 1 with iputils and at 0 with fping and BusyBox.
public sealed interface PingEvent {

    /// An event with its time.
    ///
    /// @param at by the host's clock; empty without `-D`
    record Reported(Optional<Instant> at, PingEvent event) {}

    /// An answer.
    ///
    /// @param from who answered; with fping the target
    /// @param milliseconds empty where the packet was too small to carry a time
    /// @param ttl empty with fping, which does not show it
    /// @param duplicate one more answer to the same packet
    record Reply(
            String from,
            int sequence,
            OptionalDouble milliseconds,
            OptionalInt ttl,
            boolean duplicate)
            implements PingEvent {}

    /// The next packet is sent and this one has no answer (`ping -O`); one may still come.
    record NoAnswerYet(int sequence) implements PingEvent {}

    /// fping has given this packet up.
    record TimedOut(String target, int sequence) implements PingEvent {}

    /// A router, or this host itself for want of an ARP answer, says that it does not get there.
    ///
    /// @param from who says so
    /// @param target where to, with fping
    /// @param sequence which packet, with ping
    /// @param reason in the tool's words: `Destination Host Unreachable`, `Time to live exceeded`
    record Unreachable(String from, Optional<String> target, OptionalInt sequence, String reason)
            implements PingEvent {}

    /// A packet that must not be fragmented does not fit.
    ///
    /// @param mtu in bytes, of the route
    record TooLong(int mtu) implements PingEvent {}

    /// The tool could not send at all, or not this packet.
    ///
    /// @param words what it said, without its own name
    record NotSent(Cause cause, String words) implements PingEvent {}

    /// Why nothing could be sent.
    enum Cause {
        /// `Network is unreachable`: no route, or its device is down.
        NO_ROUTE,
        /// No such device to send from.
        NO_DEVICE,
        /// No such address to send from.
        NO_ADDRESS,
        /// The target's name has no address.
        NO_NAME,
        /// Anything else.
        OTHER
    }

    /// The end of a run, or of an interval with `fping -Q`.
    ///
    /// @param errors packets that came back as [Unreachable] or could not be sent
    /// @param roundTrip empty if nothing was received
    record Summary(
            String target,
            int sent,
            int received,
            int duplicates,
            int errors,
            Optional<RoundTrip> roundTrip)
            implements PingEvent {
        /// Packets without an answer, in percent of those sent; 0 if none was.
        public double lossPercent() {
            return sent == 0 ? 0 : 100.0 * Math.max(0, sent - received) / sent;
        }
    }

    /// Round-trip times in milliseconds.
    record RoundTrip(double min, double average, double max) {}

    /// A line that has no meaning here.
    record Unrecognised(String line) implements PingEvent {}
}
