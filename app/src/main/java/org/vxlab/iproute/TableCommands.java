package org.vxlab.iproute;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.List;

/// Writes the commands for what stands in a table: addresses, forwarding entries, neighbours and
/// routes. Each can be run twice.
public final class TableCommands {
    private TableCommands() {}

    public static Command putAddress(String device, InterfaceAddress address) {
        return Command.of("ip", "addr", "replace", address.toString(), "dev", device);
    }

    public static Command deleteAddress(String device, InterfaceAddress address) {
        return Command.of("ip", "addr", "del", address.toString(), "dev", device);
    }

    /// Puts an entry into the bridge's or the vxlan device's table.
    ///
    /// An entry of the flood list is appended, for `replace` is refused there and `add` fails the
    /// second time; any other replaces what was learned for its MAC.
    ///
    /// @throws IllegalArgumentException for an entry nobody can put
    public static Command putFdb(FdbEntry entry) {
        List<String> argv = fdb(entry.isFlood() ? "append" : "replace", entry);
        if (!entry.isFlood()) {
            argv.add(
                    switch (entry.state()) {
                        case DYNAMIC, STALE -> "dynamic";
                        case STATIC -> "static";
                        case PERMANENT -> "permanent";
                    });
        }
        return new Command(argv, "");
    }

    /// Takes one entry away. In the vxlan table it always names the VTEP: without it the whole
    /// flood list would go.
    ///
    /// @throws IllegalArgumentException for an entry nobody can put
    public static Command deleteFdb(FdbEntry entry) {
        return new Command(fdb("del", entry), "");
    }

    private static List<String> fdb(String verb, FdbEntry entry) {
        List<String> argv =
                new ArrayList<>(
                        List.of(
                                "bridge",
                                "fdb",
                                verb,
                                entry.mac().toString(),
                                "dev",
                                entry.device()));
        switch (entry.table()) {
            case BRIDGE -> argv.add("master");
            case VXLAN -> {
                Ip vtep =
                        entry.vtep()
                                .orElseThrow(
                                        () -> new IllegalArgumentException("no VTEP in " + entry));
                argv.addAll(List.of("dst", vtep.toString()));
                if (!entry.isFlood()) {
                    argv.add("self");
                }
            }
            case DEVICE ->
                    throw new IllegalArgumentException(
                            "a receive filter is the kernel's: " + entry);
        }
        return argv;
    }

    /// Puts a permanent neighbour.
    ///
    /// @throws IllegalArgumentException if it has no MAC
    public static Command putNeighbour(Neighbour neighbour) {
        String mac =
                neighbour
                        .mac()
                        .orElseThrow(() -> new IllegalArgumentException("no MAC in " + neighbour))
                        .toString();
        return Command.of(
                "ip",
                "neigh",
                "replace",
                neighbour.address().toString(),
                "lladdr",
                mac,
                "dev",
                neighbour.device(),
                "nud",
                "permanent");
    }

    public static Command deleteNeighbour(Neighbour neighbour) {
        return Command.of(
                "ip", "neigh", "del", neighbour.address().toString(), "dev", neighbour.device());
    }

    public static Command putRoute(Route route) {
        return route("replace", route);
    }

    public static Command deleteRoute(Route route) {
        return route("del", route);
    }

    private static Command route(String verb, Route route) {
        List<String> argv = new ArrayList<>(List.of("ip", "route", verb, destination(route)));
        route.via().ifPresent(via -> argv.addAll(List.of("via", via.toString())));
        route.device().ifPresent(device -> argv.addAll(List.of("dev", device)));
        return new Command(argv, "");
    }

    /// `default` alone would be IPv4; `::/0` says the family without the option `-6`, which a line
    /// of a batch cannot have.
    private static String destination(Route route) {
        String text = route.destination().toString();
        return text.equals("0.0.0.0/0") ? "default" : text;
    }
}
