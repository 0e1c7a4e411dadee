package org.vxlab.ui.inspector;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.NextFree;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.Segment;
import org.vxlab.topology.SegmentOption;
import org.vxlab.ui.inspector.Property.Choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The properties that all vxlan devices of a segment share.
final class SegmentOptions {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_MTU = 65_535;

    /// The bridge keeps hundredths of a second in 32 bits.
    private static final int MAX_AGEING = 42_949_672;

    private final Lab lab;
    private final Segment segment;
    private final String path;

    SegmentOptions(Lab lab, Segment segment, String path) {
        this.lab = lab;
        this.segment = segment;
        this.path = path;
    }

    Property port() {
        return option(
                        "ui.inspector.segment.port",
                        "port",
                        SegmentOption.PORT,
                        text -> Reading.whole(text, 1, MAX_PORT))
                .fallback(Defaults.PORT)
                .together();
    }

    Property mtu() {
        return option(
                        "ui.inspector.segment.mtu",
                        "mtu",
                        SegmentOption.MTU,
                        text -> Reading.whole(text, 0, MAX_MTU))
                .fallback(derivedMtu())
                .together();
    }

    /// What the underlay leaves, whatever is wrong with the rest of the lab.
    private int derivedMtu() {
        List<Segment.Member> known =
                segment.members().stream()
                        .filter(
                                member ->
                                        lab.host(member.host())
                                                .filter(
                                                        host ->
                                                                lab.network(
                                                                                host.underlay()
                                                                                        .network())
                                                                        .isPresent())
                                                .isPresent())
                        .toList();
        Segment bare =
                new Segment(
                        segment.vni(),
                        Optional.empty(),
                        Segment.Options.DEFAULTS,
                        Optional.empty(),
                        known,
                        List.of(),
                        List.of(),
                        List.of());
        Lab rest =
                lab.withSegments(List.of(bare))
                        .withHosts(
                                lab.hosts().stream()
                                        .filter(
                                                host ->
                                                        lab.network(host.underlay().network())
                                                                .isPresent())
                                        .toList());
        return ResolvedLab.of(rest).segments().getFirst().mtu();
    }

    Property flooding() {
        Flooding byDefault =
                Defaults.flooding(
                        segment.withOptions(
                                SegmentOption.FLOODING.set(segment.options(), Optional.empty())));
        List<Choice> choices = new ArrayList<>();
        choices.add(
                new Choice(
                        "",
                        Message.of("ui.inspector.default", byDefault),
                        Optional.of(Message.of("ui.inspector.flooding." + byDefault))));
        for (Flooding one : Flooding.values()) {
            choices.add(
                    new Choice(
                            one.word(),
                            Choices.plainText(one),
                            Optional.of(Message.of("ui.inspector.flooding." + one))));
        }
        return option(
                        "ui.inspector.segment.flooding",
                        "flooding",
                        SegmentOption.FLOODING,
                        SegmentOptions::flooding)
                .choosing(choices)
                .fallback(byDefault)
                .together();
    }

    private static Flooding flooding(String word) {
        for (Flooding one : Flooding.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /// A group has no default, but can go where flooding does not need it.
    Property group() {
        return option("ui.inspector.segment.group", "group", SegmentOption.GROUP, Ip::parse)
                .fallback(Message.of("ui.inspector.segment.group.absent"))
                .suggest(Optional.of(NextFree.group(lab, segment)));
    }

    Property learning() {
        return option(
                        "ui.inspector.segment.learning",
                        "learning",
                        SegmentOption.LEARNING,
                        Boolean::valueOf)
                .choosing(Choices.toggle(Choices.toggled(true)))
                .fallback(Choices.toggled(true))
                .together();
    }

    Property ageing() {
        return option(
                        "ui.inspector.segment.ageing",
                        "ageing",
                        SegmentOption.AGEING,
                        text -> Reading.whole(text, 1, MAX_AGEING))
                .fallback(Message.of("ui.inspector.seconds", Defaults.AGEING))
                .together();
    }

    Property ttl() {
        return option("ui.inspector.segment.ttl", "ttl", SegmentOption.TTL, text -> text)
                .fallback(Defaults.TTL)
                .together();
    }

    Property tos() {
        return option("ui.inspector.segment.tos", "tos", SegmentOption.TOS, text -> text)
                .fallback(Defaults.TOS)
                .together();
    }

    Property df() {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choices.byDefault(Defaults.DF));
        choices.addAll(Choices.plain(List.of("unset", "set", "inherit")));
        return option("ui.inspector.segment.df", "df", SegmentOption.DF, text -> text)
                .choosing(choices)
                .fallback(Defaults.DF)
                .together();
    }

    Property udpcsum() {
        return option(
                        "ui.inspector.segment.udpcsum",
                        "udpcsum",
                        SegmentOption.UDPCSUM,
                        Boolean::valueOf)
                .choosing(Choices.toggle(Choices.toggled(true)))
                .fallback(Choices.toggled(true))
                .together();
    }

    private <T> Property option(
            String label, String field, SegmentOption<T> option, Function<String, T> parse) {
        return Property.line(
                label,
                option.word(),
                path + "." + field,
                option.in(segment.options()),
                (_, text) ->
                        Change.of(
                                new LabEdit.SetSegment(
                                        segment.shownName(),
                                        new LabProperty.Option<>(
                                                option, Reading.optional(text, parse)))));
    }
}
