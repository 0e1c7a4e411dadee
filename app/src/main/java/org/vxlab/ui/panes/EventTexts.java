package org.vxlab.ui.panes;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.Ip;
import org.vxlab.ui.Texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What happened, in words.
final class EventTexts {
    private final Texts texts;

    EventTexts(Texts texts) {
        this.texts = texts;
    }

    String of(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned learned -> forwarding("cli.event.learned", learned);
            case ObservedEvent.Moved moved ->
                    texts.of(
                            "cli.event.moved",
                            mac(moved),
                            where(moved.from()),
                            where(moved.entry()));
            case ObservedEvent.Aged aged -> forwarding("cli.event.aged", aged);
            case ObservedEvent.Deleted deleted -> forwarding("cli.event.deleted", deleted);
            case ObservedEvent.Added added -> forwarding("cli.event.added", added);
            case ObservedEvent.FloodAdded(_, FdbEntry entry) ->
                    texts.of("cli.event.flood-added", entry.device(), vtep(entry));
            case ObservedEvent.FloodRemoved(_, FdbEntry entry) ->
                    texts.of("cli.event.flood-removed", entry.device(), vtep(entry));
            case ObservedEvent.LinkAdded(_, Link link) ->
                    texts.of("cli.event.link-added", link.name());
            case ObservedEvent.LinkRemoved(_, Link link) ->
                    texts.of("cli.event.link-removed", link.name());
            case ObservedEvent.LinkUp(_, Link link) -> texts.of("cli.event.link-up", link.name());
            case ObservedEvent.LinkDown(_, Link link) ->
                    texts.of("cli.event.link-down", link.name());
            case ObservedEvent.LinkChanged(_, Link before, Link link) ->
                    texts.of("cli.event.link-changed", link.name(), changes(before, link));
            case ObservedEvent.AddressAdded(_, String device, var address) ->
                    texts.of("cli.event.address-added", device, address);
            case ObservedEvent.AddressRemoved(_, String device, var address) ->
                    texts.of("cli.event.address-removed", device, address);
            case ObservedEvent.NeighbourChanged(_, Neighbour neighbour) -> neighbour(neighbour);
            case ObservedEvent.NeighbourRemoved(_, Neighbour neighbour) ->
                    texts.of(
                            "cli.event.neighbour-removed", neighbour.address(), neighbour.device());
            case ObservedEvent.HostLive live ->
                    texts.of("cli.event.host-live", live.links(), live.forwardingEntries());
            case ObservedEvent.HostLost lost -> lost(lost);
            case ObservedEvent.HostBack back -> texts.of("cli.event.host-back", back.differences());
            case ObservedEvent.LinesLost _ -> texts.of("cli.event.lines-lost");
            case ObservedEvent.TableReread reread ->
                    texts.of("cli.event.reread", reread.differences());
            case ObservedEvent.PingReply(_, PingPair pair, OptionalDouble milliseconds) ->
                    texts.of(
                            "cli.event.ping-reply",
                            pair.from().name(),
                            pair.to().name(),
                            pair.segment(),
                            milliseconds.isPresent()
                                    ? String.format(
                                            Locale.ROOT, "%.2f ms", milliseconds.getAsDouble())
                                    : "-");
            case ObservedEvent.PingLost(_, PingPair pair, Optional<PingResult.Failure> reason) ->
                    texts.of(
                            "cli.event.ping-lost",
                            pair.from().name(),
                            pair.to().name(),
                            pair.segment(),
                            reason.map(this::why).orElseGet(() -> texts.of("cli.ping.silent")));
        };
    }

    private String why(PingResult.Failure failure) {
        return switch (failure) {
            case PingResult.Failure.NoSource(var why) -> texts.of(why);
            case PingResult.Failure.Absent(var why) -> texts.of(why);
            case PingResult.Failure.Told(String words) -> words;
        };
    }

    static Tone tone(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.Learned _,
                    ObservedEvent.LinkUp _,
                    ObservedEvent.HostLive _,
                    ObservedEvent.HostBack _ ->
                    Tone.GOOD;
            case ObservedEvent.Moved _ -> Tone.SPECIAL;
            case ObservedEvent.Aged _, ObservedEvent.Deleted _, ObservedEvent.LinesLost _ ->
                    Tone.WARNING;
            case ObservedEvent.LinkDown _, ObservedEvent.HostLost _, ObservedEvent.PingLost _ ->
                    Tone.BAD;
            case ObservedEvent.Added _,
                    ObservedEvent.FloodAdded _,
                    ObservedEvent.FloodRemoved _,
                    ObservedEvent.LinkAdded _,
                    ObservedEvent.LinkRemoved _,
                    ObservedEvent.LinkChanged _,
                    ObservedEvent.AddressAdded _,
                    ObservedEvent.AddressRemoved _,
                    ObservedEvent.NeighbourChanged _,
                    ObservedEvent.NeighbourRemoved _,
                    ObservedEvent.TableReread _,
                    ObservedEvent.PingReply _ ->
                    Tone.PLAIN;
        };
    }

    private String forwarding(String key, ObservedEvent.Forwarding event) {
        return texts.of(key, mac(event), where(event.entry()));
    }

    private static String mac(ObservedEvent.Forwarding event) {
        String mac = event.entry().mac().toString();
        return event.owner().map(owner -> mac + " (" + owner + ")").orElse(mac);
    }

    private String where(FdbEntry entry) {
        return switch (entry.table()) {
            case BRIDGE ->
                    texts.of(
                            "cli.entry.bridge",
                            entry.device(),
                            entry.master().orElseGet(() -> texts.of("cli.entry.some-bridge")));
            case VXLAN -> texts.of("cli.entry.vxlan", vtep(entry), entry.device());
            case DEVICE -> texts.of("cli.entry.device", entry.device());
        };
    }

    private static String vtep(FdbEntry entry) {
        return entry.vtep().map(Ip::toString).orElse("-");
    }

    private String neighbour(Neighbour neighbour) {
        return neighbour
                .mac()
                .map(
                        mac ->
                                texts.of(
                                        "cli.event.neighbour",
                                        neighbour.address(),
                                        mac,
                                        neighbour.device(),
                                        neighbour.state()))
                .orElseGet(
                        () ->
                                texts.of(
                                        "cli.event.neighbour-unknown",
                                        neighbour.address(),
                                        neighbour.device(),
                                        neighbour.state()));
    }

    private String lost(ObservedEvent.HostLost lost) {
        String why = texts.of(lost.why());
        return lost.retryIn()
                .map(wait -> texts.of("cli.event.host-lost-retry", why, seconds(wait)))
                .orElseGet(() -> texts.of("cli.event.host-lost", why));
    }

    private static String seconds(Duration wait) {
        return String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0);
    }

    /// What is different, as `mtu 1500 -> 1450`.
    private static String changes(Link before, Link now) {
        List<String> changes = new ArrayList<>();
        change(changes, "mtu", before.mtu(), now.mtu());
        change(changes, "master", before.master().orElse("-"), now.master().orElse("-"));
        change(changes, "state", before.operState(), now.operState());
        change(changes, "port", port(before), port(now));
        if (changes.isEmpty()) {
            change(changes, "settings", before.kind(), now.kind());
        }
        return String.join(", ", changes);
    }

    private static String port(Link link) {
        return link.port().map(Link.BridgePort::state).orElse("-");
    }

    private static void change(List<String> changes, String word, Object before, Object now) {
        if (!before.equals(now)) {
            changes.add(word + " " + before + " -> " + now);
        }
    }
}
