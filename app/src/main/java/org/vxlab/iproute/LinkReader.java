package org.vxlab.iproute;

import org.vxlab.kernel.Link;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads devices out of `ip -j -d addr show`, or the same with `link` or with `-s`.
final class LinkReader {
    /// What IFLA_VXLAN_TOS holds for "copy the inner header's" (`tos inherit`).
    private static final String TOS_INHERIT = "0x1";

    /// `ageing_time` counts hundredths of a second (USER_HZ).
    private static final long TICKS_PER_SECOND = 100;

    /// Flags nobody here sets, under the key of each, in the order of [Vxlan#foreign].
    private static final Map<String, String> FOREIGN_FLAGS = foreignFlags();

    private final String command;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, LinkCounters> counters = new LinkedHashMap<>();

    LinkReader(String command) {
        this.command = command;
    }

    private static Map<String, String> foreignFlags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("external", "external");
        flags.put("collect_metadata", "external");
        for (String flag : List.of("gbp", "gpe", "rsc", "l2miss", "l3miss", "proxy", "vnifilter")) {
            flags.put(flag, flag);
        }
        flags.put("remcsum_tx", "remcsumtx");
        flags.put("remcsum_rx", "remcsumrx");
        return flags;
    }

    LinkReader read(String json) throws MalformedOutput {
        JsonRecords.read(json, List.of(table()));
        return this;
    }

    /// To be read together with other tables.
    JsonRecords.Table table() {
        return new JsonRecords.Table(command, this::add);
    }

    /// By name, in the kernel's order.
    Map<String, Link> links() {
        return links;
    }

    /// By name; empty where the tool was not asked for them.
    Map<String, LinkCounters> counters() {
        return counters;
    }

    private void add(Fields device) {
        String name = device.text("ifname");
        Fields info = device.object("linkinfo");
        links.put(
                name,
                new Link(
                        name,
                        kind(device, info),
                        mac(device),
                        device.number("mtu"),
                        device.list("flags").contains("UP"),
                        device.optionalText("operstate").orElse("UNKNOWN"),
                        device.optionalText("master"),
                        port(info),
                        device.optionalText("ifalias"),
                        addresses(device)));
        if (device.has("stats64")) {
            counters.put(name, counters(device.object("stats64")));
        }
    }

    /// Tunnels and other devices without Ethernet show something else as their address.
    private static Optional<MacAddress> mac(Fields device) {
        String type = device.optionalText("link_type").orElse("");
        return type.equals("ether") || type.equals("loopback")
                ? device.optionalMac("address")
                : Optional.empty();
    }

    private static Link.Kind kind(Fields device, Fields info) {
        Fields data = info.object("info_data");
        String kind = info.optionalText("info_kind").orElse("");
        return switch (kind) {
            case "vxlan" -> vxlan(data);
            case "bridge" ->
                    new Link.Bridge(
                            (int) (data.counter("ageing_time") / TICKS_PER_SECOND),
                            data.isOn("mcast_snooping"));
            case "veth" -> new Link.Veth(device.optionalText("link"));
            default -> new Link.Other(kind);
        };
    }

    /// An `external` device has no VNI of its own: `id 0`, and up to iproute2 5.15 no more than the
    /// word itself.
    private static Vxlan vxlan(Fields data) {
        boolean whole = data.has("id");
        boolean sendsZero = data.isOn("udp_zero_csum6_tx");
        boolean acceptsZero = data.isOn("udp_zero_csum6_rx");
        return new Vxlan(
                Fields.parsed(
                        "id",
                        Integer.toString(whole ? data.number("id") : 0),
                        id -> new Vni(Integer.parseInt(id))),
                eitherFamily(data, "local"),
                eitherFamily(data, "remote"),
                eitherFamily(data, "group"),
                data.optionalText("link"),
                data.optionalNumber("port").orElse(0),
                data.isOn("learning"),
                (int) Math.min(data.counter("ageing"), Integer.MAX_VALUE),
                whole ? ttl(data) : "auto",
                tos(data),
                data.optionalText("df").orElse("unset"),
                data.isOn("udp_csum"),
                sendsZero && acceptsZero,
                foreign(data, sendsZero, acceptsZero));
    }

    private static Optional<Ip> eitherFamily(Fields data, String key) {
        return data.optionalIp(key).or(() -> data.optionalIp(key + "6"));
    }

    /// The key is missing for `ttl inherit`, and 0 is `auto`.
    private static String ttl(Fields data) {
        return data.optionalNumber("ttl")
                .map(ttl -> ttl == 0 ? "auto" : Integer.toString(ttl))
                .orElse("inherit");
    }

    private static String tos(Fields data) {
        String tos = data.optionalText("tos").orElse("0");
        return tos.equals(TOS_INHERIT)
                ? "inherit"
                : Fields.parsed("tos", tos, text -> Integer.toString(Integer.decode(text)));
    }

    private static String foreign(Fields data, boolean sendsZero, boolean acceptsZero) {
        List<String> words = new ArrayList<>();
        FOREIGN_FLAGS.forEach(
                (key, word) -> {
                    if (data.isOn(key)) {
                        words.add(word);
                    }
                });
        if (sendsZero != acceptsZero) {
            words.add(sendsZero ? "udp6zerocsumtx" : "udp6zerocsumrx");
        }
        return String.join(" ", words);
    }

    private static Optional<Link.BridgePort> port(Fields info) {
        if (!info.optionalText("info_slave_kind").equals(Optional.of("bridge"))) {
            return Optional.empty();
        }
        Fields data = info.object("info_slave_data");
        return Optional.of(
                new Link.BridgePort(
                        data.text("state"),
                        data.isOn("learning"),
                        data.isOn("neigh_suppress"),
                        data.isOn("isolated")));
    }

    private static List<InterfaceAddress> addresses(Fields device) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (Object entry : device.list("addr_info")) {
            if (entry instanceof Fields address && !address.isEmpty()) {
                String text = address.text("local") + "/" + address.number("prefixlen");
                addresses.add(Fields.parsed("local", text, InterfaceAddress::parse));
            }
        }
        return addresses;
    }

    private static LinkCounters counters(Fields stats) {
        Fields rx = stats.object("rx");
        Fields tx = stats.object("tx");
        return new LinkCounters(
                rx.counter("packets"),
                rx.counter("bytes"),
                rx.counter("errors"),
                rx.counter("dropped"),
                tx.counter("packets"),
                tx.counter("bytes"),
                tx.counter("errors"),
                tx.counter("dropped"),
                tx.counter("carrier_errors"),
                tx.counter("collisions"));
    }
}
