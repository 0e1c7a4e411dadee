package org.vxlab.topology;

import org.vxlab.topology.Layout.Point;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// One step of drawing, as a value: a function from a lab to a lab, with a label for the history.
///
/// An edit of something the lab does not have changes nothing. An edit may give a lab with
/// problems; [#whyNot] says so before, and [Obvious] makes edits that do not.
public sealed interface LabEdit {

    /// A new underlay network.
    record AddNetwork(Network network) implements LabEdit {}

    /// A new underlay router.
    record AddRouter(Router router) implements LabEdit {}

    /// A new host.
    record AddHost(Host host) implements LabEdit {}

    /// A new segment.
    record AddSegment(Segment segment) implements LabEdit {}

    /// A host joins a segment.
    record AddMember(String segment, Segment.Member member) implements LabEdit {}

    /// A pair of members exchange frames; where every pair does so already, nothing changes.
    record AddTunnel(String segment, Segment.Tunnel tunnel) implements LabEdit {}

    /// A static forwarding entry.
    record AddFdb(String segment, Segment.StaticFdb entry) implements LabEdit {}

    /// A permanent neighbour.
    record AddNeighbour(String segment, Segment.StaticNeighbour entry) implements LabEdit {}

    /// A new workload.
    record AddWorkload(String segment, Segment.Workload workload) implements LabEdit {}

    /// A new note.
    record AddNote(Layout.Note note) implements LabEdit {}

    /// Things go, and with them what cannot be without them: the hosts of a network, the members,
    /// tunnels, entries and workloads of a host.
    record Remove(SequencedSet<Thing> things) implements LabEdit {
        public Remove {
            things = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(things));
        }

        public Remove(Thing thing) {
            this(new LinkedHashSet<>(List.of(thing)));
        }
    }

    /// A new name for a network, router, host, segment or workload; all that refers to it follows.
    record Rename(Thing thing, String name) implements LabEdit {}

    /// A new name for the lab.
    record RenameLab(String name) implements LabEdit {}

    /// New places for hosts, networks, routers, segments and notes.
    record Move(Map<Thing, Point> places) implements LabEdit {
        public Move {
            places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        }
    }

    /// A property of a network.
    record SetNetwork(String network, LabProperty.OfNetwork property) implements LabEdit {}

    /// A router's address in a network; absent takes the router out of it.
    record SetRouterAddress(String router, String network, Optional<Ip> address)
            implements LabEdit {}

    /// A property of a host.
    record SetHost(String host, LabProperty.OfHost property) implements LabEdit {}

    /// A property of a segment.
    record SetSegment(String segment, LabProperty.OfSegment property) implements LabEdit {}

    /// A property of a member.
    record SetMember(Thing.Member member, LabProperty.OfMember property) implements LabEdit {}

    /// A property of a workload.
    record SetWorkload(Thing.Workload workload, LabProperty.OfWorkload property)
            implements LabEdit {}

    /// A note's text.
    record SetNote(int index, String text) implements LabEdit {}

    /// Copies of things taken out by [LabFragment#of], with new names, MACs and addresses.
    ///
    /// @param dx how far to the right of the originals, in canvas units
    /// @param dy how far below them
    record Paste(LabFragment fragment, double dx, double dy) implements LabEdit {}

    /// Several edits that a person does as one.
    record Together(Message label, List<LabEdit> edits) implements LabEdit {
        public Together {
            edits = List.copyOf(edits);
        }
    }

    /// The lab after this edit.
    default Lab applyTo(Lab lab) {
        return switch (this) {
            case AddNetwork(Network network) ->
                    lab.withNetworks(LabLists.with(lab.networks(), network));
            case AddRouter(Router router) -> lab.withRouters(LabLists.with(lab.routers(), router));
            case AddHost(Host host) -> lab.withHosts(LabLists.with(lab.hosts(), host));
            case AddSegment(Segment segment) ->
                    lab.withSegments(LabLists.with(lab.segments(), segment));
            case AddMember(String segment, Segment.Member member) ->
                    LabLists.inSegment(
                            lab, segment, s -> s.withMembers(LabLists.with(s.members(), member)));
            case AddTunnel(String segment, Segment.Tunnel tunnel) ->
                    LabLists.inSegment(lab, segment, s -> LabTunnels.with(s, tunnel));
            case AddFdb(String segment, Segment.StaticFdb entry) ->
                    LabLists.inSegment(lab, segment, s -> s.withFdb(LabLists.with(s.fdb(), entry)));
            case AddNeighbour(String segment, Segment.StaticNeighbour entry) ->
                    LabLists.inSegment(
                            lab,
                            segment,
                            s -> s.withNeighbours(LabLists.with(s.neighbours(), entry)));
            case AddWorkload(String segment, Segment.Workload workload) ->
                    LabLists.inSegment(
                            lab,
                            segment,
                            s -> s.withWorkloads(LabLists.with(s.workloads(), workload)));
            case AddNote(Layout.Note note) ->
                    lab.withLayout(
                            new Layout(
                                    lab.layout().positions(),
                                    LabLists.with(lab.layout().notes(), note)));
            case Remove(SequencedSet<Thing> things) -> LabRemoval.remove(lab, things);
            case Rename(Thing thing, String name) -> LabRename.rename(lab, thing, name);
            case RenameLab(String name) -> lab.withName(name);
            case Move(Map<Thing, Point> places) -> LabMove.move(lab, places);
            case SetNetwork(String network, LabProperty.OfNetwork property) ->
                    LabSetting.set(lab, network, property);
            case SetRouterAddress(String router, String network, Optional<Ip> address) ->
                    LabSetting.set(lab, router, network, address);
            case SetHost(String host, LabProperty.OfHost property) ->
                    LabSetting.set(lab, host, property);
            case SetSegment(String segment, LabProperty.OfSegment property) ->
                    LabSetting.set(lab, segment, property);
            case SetMember(Thing.Member member, LabProperty.OfMember property) ->
                    LabSetting.set(lab, member, property);
            case SetWorkload(Thing.Workload workload, LabProperty.OfWorkload property) ->
                    LabSetting.set(lab, workload, property);
            case SetNote(int index, String text) -> LabSetting.set(lab, index, text);
            case Paste(LabFragment fragment, double dx, double dy) ->
                    new LabPaste(lab, fragment, dx, dy).paste();
            case Together(Message label, List<LabEdit> edits) -> {
                Lab changed = lab;
                for (LabEdit edit : edits) {
                    changed = edit.applyTo(changed);
                }
                yield changed;
            }
        };
    }

    /// What the history calls this edit.
    ///
    /// @param before the lab it is made in; a removal names what goes along
    default Message label(Lab before) {
        return LabEditLabel.of(this, before);
    }

    /// Why the edit should not be offered: the first error it would bring that is not there
    /// already. Costs one [LabCheck] of each lab.
    default Optional<Message> whyNot(Lab before) {
        List<Message> known =
                LabCheck.problems(before).stream()
                        .filter(Problem::isError)
                        .map(Problem::what)
                        .toList();
        return LabCheck.problems(applyTo(before)).stream()
                .filter(Problem::isError)
                .map(Problem::what)
                .filter(what -> !known.contains(what))
                .findFirst();
    }
}
