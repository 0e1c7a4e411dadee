package org.vxlab.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Names edits for the history.
final class LabEditLabel {
    /// How many names a label lists.
    private static final int MOST_NAMES = 5;

    private LabEditLabel() {}

    static Message of(LabEdit edit, Lab before) {
        return switch (edit) {
            case LabEdit.AddNetwork(Network network) ->
                    Message.of("topology.edit.add.network", network.name());
            case LabEdit.AddRouter(Router router) ->
                    Message.of("topology.edit.add.router", router.name());
            case LabEdit.AddHost(Host host) -> Message.of("topology.edit.add.host", host.name());
            case LabEdit.AddSegment(Segment segment) ->
                    Message.of("topology.edit.add.segment", segment.shownName());
            case LabEdit.AddMember(String segment, Segment.Member member) ->
                    Message.of("topology.edit.add.member", member.host(), segment);
            case LabEdit.AddTunnel(String segment, Segment.Tunnel tunnel) ->
                    Message.of("topology.edit.add.tunnel", tunnel.one(), tunnel.other(), segment);
            case LabEdit.AddFdb(String segment, Segment.StaticFdb entry) ->
                    Message.of("topology.edit.add.fdb", entry.mac(), entry.vtep(), entry.on());
            case LabEdit.AddNeighbour(String segment, Segment.StaticNeighbour entry) ->
                    Message.of("topology.edit.add.neighbour", entry.address(), entry.on());
            case LabEdit.AddWorkload(String segment, Segment.Workload workload) ->
                    Message.of("topology.edit.add.workload", workload.name(), workload.host());
            case LabEdit.AddNote _ -> Message.of("topology.edit.add.note");
            case LabEdit.Remove(SequencedSet<Thing> things) -> removal(before, things);
            case LabEdit.Rename(Thing thing, String name) ->
                    Message.of("topology.edit.rename", thing.shown(), name);
            case LabEdit.RenameLab(String name) ->
                    Message.of("topology.edit.rename", before.name(), name);
            case LabEdit.Move move ->
                    Message.of("topology.edit.move", names(move.places().keySet()));
            case LabEdit.SetNetwork(String network, LabProperty.OfNetwork property) ->
                    set(network, property);
            case LabEdit.SetRouterAddress(String router, String network, Optional<Ip> address) ->
                    address.map(ip -> Message.of("topology.edit.plug", router, network))
                            .orElseGet(() -> Message.of("topology.edit.unplug", router, network));
            case LabEdit.SetHost(String host, LabProperty.OfHost property) -> set(host, property);
            case LabEdit.SetSegment(String segment, LabProperty.OfSegment property) ->
                    set(segment, property);
            case LabEdit.SetMember(Thing.Member member, LabProperty.OfMember property) ->
                    set(member.shown(), property);
            case LabEdit.SetWorkload(Thing.Workload workload, LabProperty.OfWorkload property) ->
                    set(workload.shown(), property);
            case LabEdit.SetNote _ -> Message.of("topology.edit.note");
            case LabEdit.Paste(LabFragment fragment, double dx, double dy) ->
                    Message.of("topology.edit.paste", names(Thing.all(fragment.part())));
            case LabEdit.Together(Message label, List<LabEdit> edits) -> label;
        };
    }

    private static Message set(String name, LabProperty property) {
        return property.written()
                .map(value -> Message.of("topology.edit.set", name, property.word(), value))
                .orElseGet(() -> Message.of("topology.edit.unset", name, property.word()));
    }

    private static Message removal(Lab lab, SequencedSet<Thing> things) {
        List<Thing> along = LabRemoval.along(lab, things);
        return along.isEmpty()
                ? Message.of("topology.edit.remove", names(things))
                : Message.of("topology.edit.remove-along", names(things), names(along));
    }

    private static String names(Collection<Thing> things) {
        String names =
                things.stream()
                        .limit(MOST_NAMES)
                        .map(Thing::shown)
                        .collect(Collectors.joining(", "));
        int more = things.size() - MOST_NAMES;
        return more > 0 ? names + " +" + more : names;
    }
}
