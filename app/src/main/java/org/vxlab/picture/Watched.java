package org.vxlab.picture;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Link;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a live state says of the parts of hosts.
final class Watched {
    /// A vxlan device's operstate is UNKNOWN when it is healthy.
    private static final Set<String> DOWN =
            Set.of("DOWN", "LOWERLAYERDOWN", "NOTPRESENT", "DORMANT");

    private final Optional<LiveState> live;

    Watched(Optional<LiveState> live) {
        this.live = live;
    }

    private Optional<WatchedHost> watched(String host) {
        return live.map(state -> state.hosts().get(host));
    }

    boolean isLive() {
        return live.isPresent();
    }

    Condition host(String host) {
        return watched(host)
                .map(
                        one ->
                                switch (one.trust()) {
                                    case CONNECTING -> Condition.UNKNOWN;
                                    case LIVE -> Condition.UP;
                                    case STALE -> Condition.STALE;
                                    case LOST -> Condition.LOST;
                                })
                .orElse(live.isPresent() ? Condition.UNKNOWN : Condition.DRAWN);
    }

    /// A device by its name; without a name it cannot be known.
    Condition device(String host, Optional<String> device) {
        Condition whole = host(host);
        if (whole != Condition.UP) {
            return whole;
        }
        if (device.isEmpty()) {
            return Condition.UNKNOWN;
        }
        Link link = watched(host).get().state().links().get(device.get());
        if (link == null) {
            return Condition.MISSING;
        }
        boolean blocked =
                link.port().filter(port -> !port.state().equals("forwarding")).isPresent();
        return link.up() && !DOWN.contains(link.operState()) && !blocked
                ? Condition.UP
                : Condition.DOWN;
    }

    /// The device a host's underlay cable ends in, where the drawing says or the built-in lab makes
    /// it.
    static Optional<String> portOf(Host host) {
        return host.underlay()
                .device()
                .or(
                        () ->
                                host.ssh().isEmpty()
                                        ? Optional.of(Defaults.BUILT_IN_DEVICE)
                                        : Optional.empty());
    }

    /// What a host's way into the underlay is like; where its device is not known, the host.
    Condition port(Host host) {
        Optional<String> device = portOf(host);
        return device.isPresent() ? device(host.name(), device) : host(host.name());
    }

    Optional<Duration> age(String host) {
        return watched(host).flatMap(WatchedHost::age);
    }

    List<FdbEntry> fdb(String host) {
        return watched(host).map(one -> one.state().fdb()).orElse(List.of());
    }

    /// Whether nothing gets through, as far as is known.
    static boolean isBroken(Condition condition) {
        return switch (condition) {
            case DOWN, MISSING, LOST -> true;
            case DRAWN, UP, UNKNOWN, STALE -> false;
        };
    }

    /// What of two ends counts for the line between them: the worse.
    static Condition worse(Condition one, Condition other) {
        List<Condition> order =
                List.of(
                        Condition.DRAWN,
                        Condition.UP,
                        Condition.UNKNOWN,
                        Condition.STALE,
                        Condition.LOST,
                        Condition.MISSING,
                        Condition.DOWN);
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }
}
