package org.vxlab.iproute;

import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes `ip link` and `bridge link` commands in the form tutorials use.
///
/// A device is always named after `name` or `dev`: the tool takes the beginning of a keyword for
/// the keyword, so that a device called `a` would otherwise be read as `address`.
public final class LinkCommands {
    /// `ageing_time` counts hundredths of a second (USER_HZ).
    private static final long TICKS_PER_SECOND = 100;

    /// The kernel's own ageing of a bridge, in seconds (IEEE 802.1D).
    private static final int DEFAULT_AGEING = 300;

    private LinkCommands() {}

    /// Makes a vxlan device. The MAC and the MTU are given at once, so that the device is never
    /// seen with others; an MTU larger than the underlay allows is cut down without a word.
    ///
    /// Alias and `addrgenmode` cannot be given here: some kernels ignore or refuse them.
    ///
    /// @throws IllegalArgumentException if it is no vxlan device
    public static Command addVxlan(Link link) {
        if (!(link.kind() instanceof Vxlan vxlan)) {
            throw notOfKind(link, "vxlan");
        }
        return add(link, "vxlan", VxlanSettings.whole(vxlan));
    }

    /// Makes a bridge. Without a MAC of its own it would take the lowest of its ports', and change
    /// whenever a port comes or goes.
    ///
    /// @throws IllegalArgumentException if it is no bridge
    public static Command addBridge(Link link) {
        if (!(link.kind() instanceof Link.Bridge bridge)) {
            throw notOfKind(link, "bridge");
        }
        List<String> settings = new ArrayList<>();
        if (!bridge.multicastSnooping()) {
            settings.addAll(List.of("mcast_snooping", "0"));
        }
        if (bridge.ageing() != DEFAULT_AGEING) {
            settings.addAll(List.of("ageing_time", ticks(bridge.ageing())));
        }
        return add(link, "bridge", settings);
    }

    /// Makes both ends of a veth pair, the far one in a namespace.
    public static Command addVeth(Link near, Link far, String namespace) {
        List<String> settings = new ArrayList<>(List.of("peer", "name", far.name()));
        settings.addAll(hardware(far));
        settings.addAll(List.of("netns", namespace));
        return add(near, "veth", settings);
    }

    private static Command add(Link link, String type, List<String> settings) {
        List<String> argv = new ArrayList<>(List.of("ip", "link", "add", "name", link.name()));
        argv.addAll(hardware(link));
        argv.addAll(List.of("type", type));
        argv.addAll(settings);
        return new Command(argv, "");
    }

    private static List<String> hardware(Link link) {
        List<String> words = new ArrayList<>();
        link.mac().ifPresent(mac -> words.addAll(List.of("address", mac.toString())));
        words.addAll(List.of("mtu", Integer.toString(link.mtu())));
        return words;
    }

    private static IllegalArgumentException notOfKind(Link link, String kind) {
        return new IllegalArgumentException(link.name() + " is no " + kind);
    }

    /// Changes a vxlan device that lives; empty where the kernel cannot, and the device has to be
    /// made anew.
    public static Optional<Command> changeVxlan(String device, Vxlan from, Vxlan to) {
        return VxlanSettings.changes(from, to)
                .map(
                        settings -> {
                            List<String> words = new ArrayList<>(List.of("type", "vxlan"));
                            words.addAll(settings);
                            return set(device, words.toArray(String[]::new));
                        });
    }

    /// Sets both settings of a bridge.
    public static Command setBridge(String device, Link.Bridge bridge) {
        return set(
                device,
                "type",
                "bridge",
                "mcast_snooping",
                bridge.multicastSnooping() ? "1" : "0",
                "ageing_time",
                ticks(bridge.ageing()));
    }

    /// Changes what differs of a bridge port's settings; the state is the kernel's own.
    public static Command changePort(String device, Link.BridgePort from, Link.BridgePort to) {
        List<String> argv = new ArrayList<>(List.of("bridge", "link", "set", "dev", device));
        addSwitch(argv, "learning", from.learning(), to.learning());
        addSwitch(argv, "neigh_suppress", from.neighSuppress(), to.neighSuppress());
        addSwitch(argv, "isolated", from.isolated(), to.isolated());
        return new Command(argv, "");
    }

    private static void addSwitch(List<String> argv, String setting, boolean from, boolean to) {
        if (from != to) {
            argv.addAll(List.of(setting, to ? "on" : "off"));
        }
    }

    public static Command delete(String device) {
        return Command.of("ip", "link", "del", "dev", device);
    }

    public static Command setUp(String device) {
        return set(device, "up");
    }

    public static Command setMaster(String device, String bridge) {
        return set(device, "master", bridge);
    }

    public static Command setNoMaster(String device) {
        return set(device, "nomaster");
    }

    /// @param mtu in bytes; a vxlan device refuses more than its underlay device less the overhead
    public static Command setMtu(String device, int mtu) {
        return set(device, "mtu", Integer.toString(mtu));
    }

    public static Command setAddress(String device, MacAddress mac) {
        return set(device, "address", mac.toString());
    }

    public static Command setAlias(String device, String alias) {
        return set(device, "alias", alias);
    }

    /// Keeps the device from making itself an IPv6 link-local address, whose chatter would go
    /// through the tunnel and teach forwarding tables by accident. Before the device is up.
    public static Command setNoLinkLocal(String device) {
        return set(device, "addrgenmode", "none");
    }

    private static Command set(String device, String... words) {
        List<String> argv = new ArrayList<>(List.of("ip", "link", "set", "dev", device));
        argv.addAll(List.of(words));
        return new Command(argv, "");
    }

    private static String ticks(int seconds) {
        return Long.toString(seconds * TICKS_PER_SECOND);
    }
}
