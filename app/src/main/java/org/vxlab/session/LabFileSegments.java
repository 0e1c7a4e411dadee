package org.vxlab.session;

import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.topology.Message;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;
import org.vxlab.topology.Vni;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the segments of a lab file.
final class LabFileSegments {
    private static final Vni STAND_IN = new Vni(1);
    private static final LabFileScalar<String> HOST = LabFileScalar.text("a");
    private static final LabFileScalar<BridgeChoice> BRIDGE =
            new LabFileScalar<>(
                    "br-red",
                    scalar ->
                            scalar.text().equals(BridgeChoice.None.WORD)
                                    ? new BridgeChoice.None()
                                    : new BridgeChoice.Named(scalar.text()));

    private final List<FileProblem> problems;

    LabFileSegments(List<FileProblem> problems) {
        this.problems = problems;
    }

    Optional<Segment> segment(YamlNode node, String path) {
        Optional<LabFileFields> found =
                LabFileFields.of(node, path, problems, LabFileSchema.SEGMENT);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        LabFileFields fields = found.get();
        var vni = fields.required("vni", LabFileScalar.VNI);
        var name = fields.optional("name", LabFileScalar.text("red"));
        Options options = options(fields);
        Optional<List<Tunnel>> tunnels =
                fields.node("tunnels")
                        .map(list -> fields.items(list, fields.at("tunnels"), this::tunnel));
        List<Member> members = fields.list("members", this::member);
        List<StaticFdb> fdb = fields.list("fdb", this::fdb);
        List<StaticNeighbour> neighbours = fields.list("neighbours", this::neighbour);
        List<Workload> workloads = fields.list("workloads", this::workload);
        // Without its number it is only good for finding what else is wrong with it.
        return Optional.of(
                new Segment(
                        vni.orElse(STAND_IN),
                        name,
                        options,
                        tunnels,
                        members,
                        fdb,
                        neighbours,
                        workloads));
    }

    private static Options options(LabFileFields fields) {
        return new Options(
                fields.optional("port", LabFileScalar.whole("4789")),
                fields.optional("flooding", LabFileScalar.FLOODING),
                fields.optional("group", LabFileScalar.GROUP),
                fields.optional("learning", LabFileScalar.SWITCH),
                fields.optional("ageing", LabFileScalar.whole("300")),
                fields.optional("mtu", LabFileScalar.whole("1450")),
                fields.optional("ttl", LabFileScalar.text("64")),
                fields.optional("tos", LabFileScalar.text("inherit")),
                fields.optional("df", LabFileScalar.text("set")),
                fields.optional("udpcsum", LabFileScalar.SWITCH));
    }

    private Optional<Tunnel> tunnel(YamlNode node, String path) {
        List<String> ends = new ArrayList<>();
        if (node instanceof Sequence pair && pair.items().size() == 2) {
            for (YamlNode end : pair.items()) {
                if (end instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                    ends.add(scalar.text());
                }
            }
        }
        if (ends.size() != 2) {
            problems.add(
                    LabFileFields.problem(
                            node,
                            path,
                            Message.of("session.type.tunnel"),
                            Message.of("session.cure.example", "[a, b]")));
            return Optional.empty();
        }
        return Optional.of(new Tunnel(ends.get(0), ends.get(1)));
    }

    private Optional<Member> member(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.MEMBER)
                .flatMap(
                        fields -> {
                            var host = fields.required("host", HOST);
                            var address = fields.optional("address", LabFileScalar.INTERFACE);
                            var bridge = fields.optional("bridge", BRIDGE);
                            var device = fields.optional("device", LabFileScalar.text("vx-red"));
                            var learning = fields.optional("learning", LabFileScalar.SWITCH);
                            return host.map(
                                    name -> new Member(name, address, bridge, device, learning));
                        });
    }

    private Optional<StaticFdb> fdb(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.FDB)
                .flatMap(
                        fields -> {
                            var on = fields.required("on", HOST);
                            var mac = fields.required("mac", LabFileScalar.MAC);
                            var vtep = fields.required("vtep", LabFileScalar.text("b"));
                            return on.isEmpty() || mac.isEmpty() || vtep.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new StaticFdb(on.get(), mac.get(), vtep.get()));
                        });
    }

    private Optional<StaticNeighbour> neighbour(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.NEIGHBOUR)
                .flatMap(
                        fields -> {
                            var on = fields.required("on", HOST);
                            var address = fields.required("address", LabFileScalar.ADDRESS);
                            var mac = fields.required("mac", LabFileScalar.MAC);
                            return on.isEmpty() || address.isEmpty() || mac.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new StaticNeighbour(
                                                    on.get(), address.get(), mac.get()));
                        });
    }

    private Optional<Workload> workload(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.WORKLOAD)
                .flatMap(
                        fields -> {
                            var name = fields.required("name", LabFileScalar.text("vm1"));
                            var host = fields.required("host", HOST);
                            var mac = fields.optional("mac", LabFileScalar.MAC);
                            var address = fields.optional("address", LabFileScalar.INTERFACE);
                            var gateway = fields.optional("gateway", LabFileScalar.ADDRESS);
                            return name.isEmpty() || host.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Workload(
                                                    name.get(), host.get(), mac, address, gateway));
                        });
    }
}
