package org.vxlab.cli;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Vxlan;

import java.util.Locale;
import java.util.Map;

/// The reading of a host for programs; `app/docs/json.md` describes it.
final class ReadingJson {
    private ReadingJson() {}

    static Map<String, Object> of(HostState state) {
        return Json.object(
                "links", state.links().values().stream().map(ReadingJson::link).toList(),
                "fdb", state.fdb().stream().map(ReadingJson::entry).toList(),
                "neighbours", state.neighbours().stream().map(ReadingJson::neighbour).toList());
    }

    static Map<String, Object> link(Link link) {
        Map<String, Object> json =
                Json.object(
                        "name", link.name(),
                        "kind", kind(link.kind()),
                        "mac", link.mac(),
                        "mtu", link.mtu(),
                        "up", link.up(),
                        "operState", link.operState(),
                        "master", link.master(),
                        "portState", link.port().map(port -> port.state()),
                        "alias", link.alias(),
                        "addresses", link.addresses());
        if (link.kind() instanceof Vxlan vxlan) {
            json.put(
                    "vxlan",
                    Json.object(
                            "vni", vxlan.vni().value(),
                            "local", vxlan.local(),
                            "remote", vxlan.remote(),
                            "group", vxlan.group(),
                            "port", vxlan.port(),
                            "learning", vxlan.learning(),
                            "ageing", vxlan.ageing()));
        }
        return json;
    }

    private static String kind(Link.Kind kind) {
        return switch (kind) {
            case Vxlan _ -> "vxlan";
            case Link.Bridge _ -> "bridge";
            case Link.Veth _ -> "veth";
            case Link.Other(String other) -> other;
        };
    }

    static Map<String, Object> entry(FdbEntry entry) {
        return Json.object(
                "mac", entry.mac(),
                "device", entry.device(),
                "table", entry.table().name().toLowerCase(Locale.ROOT),
                "bridge", entry.master(),
                "vtep", entry.vtep(),
                "state", entry.state().name().toLowerCase(Locale.ROOT),
                "externLearn", entry.externLearn());
    }

    static Map<String, Object> neighbour(Neighbour neighbour) {
        return Json.object(
                "address", neighbour.address(),
                "device", neighbour.device(),
                "mac", neighbour.mac(),
                "state", neighbour.state());
    }
}
