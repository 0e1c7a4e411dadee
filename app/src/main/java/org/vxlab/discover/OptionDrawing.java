package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Defaults;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Segment.Options;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Draws the properties a segment's devices share, without those that hold where nothing is said.
final class OptionDrawing {
    private static final int OVERHEAD_V4 = 50;
    private static final int OVERHEAD_V6 = 70;

    private final List<TunnelEnd> ends;
    private final Underlay underlay;
    private final FindingList findings;
    private final boolean learning;

    OptionDrawing(List<TunnelEnd> ends, Underlay underlay, FindingList findings) {
        this.ends = ends;
        this.underlay = underlay;
        this.findings = findings;
        this.learning = ends.stream().anyMatch(end -> end.vxlan().learning());
    }

    Options draw(Flooding flooding) {
        Optional<Ip> group = ends.stream().flatMap(end -> end.vxlan().group().stream()).findFirst();
        ends.forEach(this::bridge);
        group.ifPresent(this::groups);
        return new Options(
                Optional.of(ends.getFirst().vxlan().port()).filter(port -> port != Defaults.PORT),
                Optional.of(flooding)
                        .filter(
                                one ->
                                        one != Flooding.HEAD_END
                                                && !(one == Flooding.MULTICAST
                                                        && group.isPresent())),
                group,
                learning ? Optional.empty() : Optional.of(false),
                common("ageing", Vxlan::ageing).filter(ageing -> ageing != Defaults.AGEING),
                mtu(),
                common("ttl", Vxlan::ttl).filter(ttl -> !ttl.equals(Defaults.TTL)),
                common("tos", Vxlan::tos).filter(tos -> !tos.equals(Defaults.TOS)),
                common("df", Vxlan::df).filter(df -> !df.equals(Defaults.DF)),
                common("udpcsum", OptionDrawing::checksum).filter(sent -> !sent));
    }

    /// What the member says itself: only where it differs from the segment.
    Optional<Boolean> learning(TunnelEnd end) {
        return Optional.of(end.vxlan().learning()).filter(own -> own != learning);
    }

    private static boolean checksum(Vxlan vxlan) {
        return vxlan.udpcsum() && !vxlan.zeroCsum6();
    }

    /// The value most devices have; the others are told.
    private <T> Optional<T> common(String word, Function<Vxlan, T> setting) {
        List<T> all = ends.stream().map(end -> setting.apply(end.vxlan())).toList();
        T most = all.getFirst();
        for (T one : all) {
            if (Collections.frequency(all, one) > Collections.frequency(all, most)) {
                most = one;
            }
        }
        for (TunnelEnd end : ends) {
            T own = setting.apply(end.vxlan());
            if (!own.equals(most)) {
                differs(Kind.DOUBTFUL, end, end.device(), word, own, most);
            }
        }
        return Optional.of(most);
    }

    /// The smallest MTU; absent where it is what the underlay leaves. A larger one works only by
    /// cutting outer packets in pieces, so the lab does without.
    private Optional<Integer> mtu() {
        int room = Integer.MAX_VALUE;
        int smallest = Integer.MAX_VALUE;
        for (TunnelEnd end : ends) {
            int overhead = end.family() == Ip.Family.V4 ? OVERHEAD_V4 : OVERHEAD_V6;
            room = Math.min(room, underlay.mtu().getOrDefault(end.host(), 0) - overhead);
        }
        for (TunnelEnd end : ends) {
            int own = end.link().mtu();
            smallest = Math.min(smallest, own);
            if (own > room) {
                findings.add(
                        Kind.DOUBTFUL,
                        end.host(),
                        end.device(),
                        "discover.mtu.large",
                        end.device(),
                        own,
                        room);
            }
        }
        for (TunnelEnd end : ends) {
            int own = end.link().mtu();
            if (own != smallest && own <= room) {
                differs(Kind.DOUBTFUL, end, end.device(), "mtu", own, smallest);
            }
        }
        return smallest < room ? Optional.of(smallest) : Optional.empty();
    }

    /// Who floods to another group is not heard.
    private void groups(Ip most) {
        for (TunnelEnd end : ends) {
            end.vxlan()
                    .group()
                    .filter(own -> !own.equals(most))
                    .ifPresent(own -> differs(Kind.WRONG, end, end.device(), "group", own, most));
        }
    }

    private void bridge(TunnelEnd end) {
        Optional<Link> bridge = end.bridge();
        if (bridge.isPresent()
                && bridge.get().kind() instanceof Link.Bridge settings
                && settings.ageing() != end.vxlan().ageing()) {
            differs(
                    Kind.DOUBTFUL,
                    end,
                    bridge.get().name(),
                    "ageing",
                    settings.ageing(),
                    end.vxlan().ageing());
        }
    }

    private void differs(
            Kind kind, TunnelEnd end, String device, String word, Object own, Object lab) {
        findings.add(kind, end.host(), device, "discover.option.differs", device, word, own, lab);
    }
}
