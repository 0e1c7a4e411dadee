package org.vxlab.observe;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happened on a host as a sentence that has no language yet; the host's name stands before
/// it.
public final class EventMessage {
    private static final String NOTHING = "-";
    private static final double MILLIS = 1000;

    private EventMessage() {}

    /// The sentence of an event. A learned entry says why: the kernel learns from the source
    /// address of frames that arrive, and from nothing else (vxlan_snoop in
    /// drivers/net/vxlan/vxlan_core.c, br_fdb_update in net/bridge/br_fdb.c).
    public static Message of(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned learned ->
                    Message.of(
                            "observe.event.learned",
                            mac(learned),
                            where(learned.entry()),
                            because(learned.entry()));
            case ObservedEvent.Moved moved ->
                    Message.of(
                            "observe.event.moved",
                            mac(moved),
                            where(moved.from()),
                            where(moved.entry()));
            case ObservedEvent.Aged aged -> forwarding("observe.event.aged", aged);
            case ObservedEvent.Deleted deleted -> forwarding("observe.event.deleted", deleted);
            case ObservedEvent.Added added -> forwarding("observe.event.added", added);
            case ObservedEvent.FloodAdded flood ->
                    flood("observe.event.flood-added", flood.entry());
            case ObservedEvent.FloodRemoved flood ->
                    flood("observe.event.flood-removed", flood.entry());
            case ObservedEvent.LinkAdded link ->
                    Message.of("observe.event.link-added", link.link().name());
            case ObservedEvent.LinkRemoved link ->
                    Message.of("observe.event.link-removed", link.link().name());
            case ObservedEvent.LinkUp link ->
                    Message.of("observe.event.link-up", link.link().name());
            case ObservedEvent.LinkDown link ->
                    Message.of("observe.event.link-down", link.link().name());
            case ObservedEvent.LinkChanged link ->
                    Message.of(
                            "observe.event.link-changed",
                            link.link().name(),
                            changes(link.before(), link.link()));
            case ObservedEvent.AddressAdded added ->
                    Message.of("observe.event.address-added", added.device(), added.address());
            case ObservedEvent.AddressRemoved removed ->
                    Message.of(
                            "observe.event.address-removed", removed.device(), removed.address());
            case ObservedEvent.NeighbourChanged changed -> NeighbourMessage.of(changed);
            case ObservedEvent.NeighbourRemoved removed ->
                    Message.of(
                            "observe.event.neighbour-removed",
                            removed.neighbour().address(),
                            removed.neighbour().device());
            case ObservedEvent.HostLive live ->
                    Message.of("observe.event.host-live", live.links(), live.forwardingEntries());
            case ObservedEvent.HostLost lost -> lost(lost);
            case ObservedEvent.HostBack back ->
                    Message.of("observe.event.host-back", back.differences());
            case ObservedEvent.LinesLost _ -> Message.of("observe.event.lines-lost");
            case ObservedEvent.TableReread reread ->
                    Message.of("observe.event.reread", reread.differences());
            case ObservedEvent.PingReply reply ->
                    Message.of(
                            "observe.event.ping-reply",
                            reply.pair().from().name(),
                            reply.pair().to().name(),
                            reply.pair().segment(),
                            reply.milliseconds().isPresent()
                                    ? milliseconds(reply.milliseconds().getAsDouble())
                                    : NOTHING);
            case ObservedEvent.PingLost lost ->
                    Message.of(
                            "observe.event.ping-lost",
                            lost.pair().from().name(),
                            lost.pair().to().name(),
                            lost.pair().segment(),
                            lost.reason()
                                    .map(EventMessage::why)
                                    .orElse(Message.of("cli.ping.silent")));
        };
    }

    /// Where frames to an entry's MAC leave.
    public static Message where(FdbEntry entry) {
        return switch (entry.table()) {
            case BRIDGE ->
                    Message.of(
                            "observe.entry.bridge",
                            entry.device(),
                            entry.master()
                                    .<Object>map(bridge -> bridge)
                                    .orElse(Message.of("observe.entry.some-bridge")));
            case VXLAN ->
                    entry.vtep()
                            .map(vtep -> Message.of("observe.entry.vxlan", vtep, entry.device()))
                            .orElse(Message.of("observe.entry.device", entry.device()));
            case DEVICE -> Message.of("observe.entry.device", entry.device());
        };
    }

    private static Message because(FdbEntry entry) {
        return switch (entry.table()) {
            case BRIDGE -> Message.of("observe.because.bridge", entry.device());
            case VXLAN, DEVICE -> Message.of("observe.because.vxlan", entry.device());
        };
    }

    private static Message forwarding(String key, ObservedEvent.Forwarding event) {
        return Message.of(key, mac(event), where(event.entry()));
    }

    private static Message flood(String key, FdbEntry entry) {
        return Message.of(key, entry.device(), entry.vtep().map(Object::toString).orElse(NOTHING));
    }

    private static String mac(ObservedEvent.Forwarding event) {
        return mac(event.entry().mac(), event.owner());
    }

    static String mac(MacAddress mac, Optional<String> owner) {
        return owner.map(whose -> mac + " (" + whose + ")").orElse(mac.toString());
    }

    private static Message lost(ObservedEvent.HostLost lost) {
        return lost.retryIn()
                .map(wait -> Message.of("observe.event.host-lost-retry", lost.why(), seconds(wait)))
                .orElse(Message.of("observe.event.host-lost", lost.why()));
    }

    /// Why no ping could be sent.
    public static Object why(PingResult.Failure failure) {
        return switch (failure) {
            case PingResult.Failure.NoSource(var message) -> message;
            case PingResult.Failure.Absent(var message) -> message;
            case PingResult.Failure.Told(String words) -> words;
        };
    }

    /// What is different, as `mtu 1500 -> 1450`.
    private static String changes(Link before, Link now) {
        List<String> changes = new ArrayList<>();
        change(changes, "mtu", before.mtu(), now.mtu());
        change(changes, "master", before.master().orElse(NOTHING), now.master().orElse(NOTHING));
        change(
                changes,
                "mac",
                before.mac().map(Object::toString).orElse(NOTHING),
                now.mac().map(Object::toString).orElse(NOTHING));
        change(changes, "state", before.operState(), now.operState());
        change(changes, "port", port(before), port(now));
        change(changes, "alias", before.alias().orElse(NOTHING), now.alias().orElse(NOTHING));
        if (changes.isEmpty()) {
            change(changes, "settings", before.kind(), now.kind());
        }
        return String.join(", ", changes);
    }

    private static String port(Link link) {
        return link.port().map(Link.BridgePort::state).orElse(NOTHING);
    }

    private static void change(List<String> changes, String word, Object before, Object now) {
        if (!before.equals(now)) {
            changes.add(word + " " + before + " -> " + now);
        }
    }

    private static String seconds(Duration wait) {
        return String.format(Locale.ROOT, "%.1f", wait.toMillis() / MILLIS);
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.0f ms", value);
    }
}
