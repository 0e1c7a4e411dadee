package org.vxlab.iproute;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Prefix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the tables of a host: `bridge -j fdb show`, `ip -j neigh show`, `ip -j route show`.
final class TableReader {
    private TableReader() {}

    static List<FdbEntry> fdb(String command, String json) throws MalformedOutput {
        List<FdbEntry> entries = new ArrayList<>();
        Map<String, Ip> vteps = new HashMap<>();
        JsonRecords.read(command, json, fields -> entries.add(fdbEntry(fields, vteps)));
        return entries;
    }

    /// iproute2 4.15 calls the device `dev`.
    ///
    /// @param vteps those read before: a few stand in thousands of lines
    static FdbEntry fdbEntry(Fields fields, Map<String, Ip> vteps) {
        List<?> flags = fields.list("flags");
        Optional<Ip> vtep =
                fields.optionalText("dst")
                        .map(text -> vteps.computeIfAbsent(text, _ -> fields.ip("dst")));
        return new FdbEntry(
                fields.mac("mac"),
                fields.optionalText("ifname").orElseGet(() -> fields.text("dev")),
                table(flags.contains("self"), vtep.isPresent() || fields.has("nhid")),
                fields.optionalText("master"),
                vtep,
                fdbState(fields.optionalText("state").orElse("")),
                flags.contains("extern_learn"));
    }

    /// @param hasDestination a VTEP, or a nexthop group (`nhid`) that stands for VTEPs
    static FdbEntry.Table table(boolean self, boolean hasDestination) {
        if (hasDestination) {
            return FdbEntry.Table.VXLAN;
        }
        return self ? FdbEntry.Table.DEVICE : FdbEntry.Table.BRIDGE;
    }

    /// A state without a word is printed as a number; nobody set it by hand, so it counts as
    /// learned.
    static FdbEntry.State fdbState(String word) {
        return switch (word) {
            case "permanent" -> FdbEntry.State.PERMANENT;
            case "static" -> FdbEntry.State.STATIC;
            case "stale" -> FdbEntry.State.STALE;
            default -> FdbEntry.State.DYNAMIC;
        };
    }

    static List<Neighbour> neighbours(String command, String json) throws MalformedOutput {
        List<Neighbour> neighbours = new ArrayList<>();
        JsonRecords.read(json, List.of(neighbours(command, neighbours)));
        return neighbours;
    }

    /// The same to be read together with other tables.
    ///
    /// @param into what they are added to
    static JsonRecords.Table neighbours(String command, List<Neighbour> into) {
        return new JsonRecords.Table(
                command,
                fields ->
                        into.add(
                                new Neighbour(
                                        fields.ip("dst"),
                                        fields.text("dev"),
                                        fields.optionalMac("lladdr"),
                                        neighbourState(fields))));
    }

    private static String neighbourState(Fields fields) {
        return fields.list("state").stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /// The unicast routes of the main table that somebody put there. The kernel's own come and go
    /// with the addresses and are left out.
    static List<Route> routes(String command, String json) throws MalformedOutput {
        List<Route> routes = new ArrayList<>();
        JsonRecords.read(
                command,
                json,
                fields -> {
                    boolean main = fields.optionalText("table").orElse("main").equals("main");
                    boolean unicast =
                            fields.optionalText("type").orElse("unicast").equals("unicast");
                    boolean kernel = fields.optionalText("protocol").orElse("").equals("kernel");
                    if (main && unicast && !kernel) {
                        routes.add(route(fields));
                    }
                });
        return routes;
    }

    /// A route over several next hops has neither a gateway nor a device of its own.
    private static Route route(Fields fields) {
        Optional<Ip> via =
                fields.optionalIp("gateway").or(() -> fields.object("via").optionalIp("host"));
        return new Route(destination(fields), via, fields.optionalText("dev"));
    }

    /// `default` and host routes are printed without a length; only IPv6 routes have a preference
    /// (RFC 4191).
    private static Prefix destination(Fields fields) {
        String text = fields.text("dst");
        if (text.equals("default")) {
            return Prefix.parse(fields.has("pref") ? "::/0" : "0.0.0.0/0");
        }
        if (text.indexOf('/') >= 0) {
            return Fields.parsed("dst", text, Prefix::parse);
        }
        Ip ip = fields.ip("dst");
        return new Prefix(ip, ip.family().bits());
    }
}
