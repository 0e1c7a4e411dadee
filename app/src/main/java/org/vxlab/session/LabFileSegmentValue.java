package org.vxlab.session;

import org.vxlab.session.LabFileValue.Builder;
import org.vxlab.session.YamlValue.Items;
import org.vxlab.session.YamlValue.Text;
import org.vxlab.session.YamlValue.Word;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.List;
import java.util.Optional;

/// A segment as the YAML it is written as.
final class LabFileSegmentValue {
    private LabFileSegmentValue() {}

    static YamlValue of(Segment segment) {
        Options options = segment.options();
        Builder fields = new Builder();
        fields.word("vni", Optional.of(segment.vni()));
        fields.text("name", segment.name());
        fields.word("port", options.port());
        fields.word("flooding", options.flooding());
        fields.text("group", options.group());
        fields.word("learning", options.learning());
        fields.word("ageing", options.ageing());
        fields.word("mtu", options.mtu());
        options.ttl().ifPresent(ttl -> fields.put("ttl", number(ttl)));
        options.tos().ifPresent(tos -> fields.put("tos", number(tos)));
        fields.text("df", options.df());
        fields.word("udpcsum", options.udpcsum());
        segment.tunnels().ifPresent(tunnels -> fields.put("tunnels", tunnels(tunnels)));
        fields.list("members", segment.members(), LabFileSegmentValue::member);
        fields.list("fdb", segment.fdb(), LabFileSegmentValue::fdb);
        fields.list("neighbours", segment.neighbours(), LabFileSegmentValue::neighbour);
        fields.list("workloads", segment.workloads(), LabFileSegmentValue::workload);
        return fields.block();
    }

    /// A number without quotes, a word as a text.
    private static YamlValue number(String text) {
        return text.matches("0|[1-9][0-9]{0,8}") ? new Word(text) : new Text(text);
    }

    private static YamlValue tunnels(List<Tunnel> tunnels) {
        return new Items(
                tunnels.stream()
                        .<YamlValue>map(
                                tunnel ->
                                        new Items(
                                                List.of(
                                                        new Text(tunnel.one()),
                                                        new Text(tunnel.other())),
                                                true))
                        .toList(),
                true);
    }

    private static YamlValue member(Member member) {
        Builder fields = new Builder();
        fields.text("host", Optional.of(member.host()));
        fields.text("address", member.address());
        fields.text("bridge", member.bridge().map(LabFileSegmentValue::bridge));
        fields.text("device", member.device());
        fields.word("learning", member.learning());
        return fields.flow();
    }

    private static String bridge(BridgeChoice choice) {
        return switch (choice) {
            case BridgeChoice.None() -> BridgeChoice.None.WORD;
            case BridgeChoice.Named(String name) -> name;
        };
    }

    private static YamlValue fdb(StaticFdb entry) {
        Builder fields = new Builder();
        fields.text("on", Optional.of(entry.on()));
        fields.put("mac", new Word(entry.mac().toString()));
        fields.text("vtep", Optional.of(entry.vtep()));
        return fields.flow();
    }

    private static YamlValue neighbour(StaticNeighbour entry) {
        Builder fields = new Builder();
        fields.text("on", Optional.of(entry.on()));
        fields.text("address", Optional.of(entry.address()));
        fields.put("mac", new Word(entry.mac().toString()));
        return fields.flow();
    }

    private static YamlValue workload(Workload workload) {
        Builder fields = new Builder();
        fields.text("name", Optional.of(workload.name()));
        fields.text("host", Optional.of(workload.host()));
        workload.mac().ifPresent(mac -> fields.put("mac", new Word(mac.toString())));
        fields.text("address", workload.address());
        fields.text("gateway", workload.gateway());
        return fields.flow();
    }
}
