package org.vxlab.discover;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells why frames do not get from one end of a tunnel to the other.
final class TunnelFindings {
    private final Source source;
    private final List<TunnelEnd> ends;
    private final Vteps vteps;
    private final FindingList findings;

    TunnelFindings(Source source, List<TunnelEnd> ends, Vteps vteps, FindingList findings) {
        this.source = source;
        this.ends = ends;
        this.vteps = vteps;
        this.findings = findings;
    }

    void tell() {
        for (TunnelEnd end : ends) {
            end.targets().forEach(target -> target(end, target));
            if (end.targets().isEmpty() && end.vxlan().group().isEmpty()) {
                speechless(end);
            }
            down(end);
            master(end);
        }
    }

    private void target(TunnelEnd end, Ip target) {
        Optional<InterfaceAddress> overlay =
                Stream.concat(Stream.of(end.link()), end.bridge().stream())
                        .flatMap(carrier -> SegmentDrawing.written(carrier).stream())
                        .filter(own -> own.prefix().contains(target))
                        .findFirst();
        if (overlay.isPresent()) {
            add(
                    Kind.WRONG,
                    end,
                    "discover.overlay-target",
                    end.device(),
                    target,
                    overlay.get().prefix());
        }
        Optional<Station> owner = vteps.owner(target);
        Optional<Station> holder = owner.isEmpty() ? vteps.holder(target) : Optional.empty();
        if (holder.isPresent()) {
            add(
                    Kind.APART,
                    end,
                    "discover.vtep.other",
                    end.device(),
                    target,
                    end.vxlan().vni(),
                    holder.get().name(),
                    vteps.of(holder.get()).map(Ip::toString).orElse("-"));
            return;
        }
        if (owner.isEmpty()) {
            add(Kind.APART, end, "discover.orphan", end.device(), target, end.vxlan().vni());
            return;
        }
        if (owner.get().equals(end.station())) {
            add(Kind.WRONG, end, "discover.self", end.device(), target, end.host());
            return;
        }
        List<Vxlan> there =
                ends.stream()
                        .filter(other -> other.station().equals(owner.get()))
                        .map(TunnelEnd::vxlan)
                        .toList();
        Vxlan own = end.vxlan();
        boolean meets =
                there.stream()
                        .anyMatch(one -> one.vni().equals(own.vni()) && one.port() == own.port());
        if (meets) {
            return;
        }
        Optional<Vxlan> otherPort =
                there.stream().filter(one -> one.vni().equals(own.vni())).findFirst();
        if (otherPort.isPresent()) {
            add(
                    Kind.WRONG,
                    end,
                    "discover.mismatch.port",
                    end.device(),
                    own.port(),
                    owner.get().name(),
                    otherPort.get().port(),
                    own.vni());
        } else {
            add(
                    Kind.WRONG,
                    end,
                    "discover.mismatch.vni",
                    end.device(),
                    own.vni(),
                    owner.get().name(),
                    there.isEmpty()
                            ? "-"
                            : String.join(
                                    ", ",
                                    there.stream().map(one -> one.vni().toString()).toList()));
        }
    }

    /// A device that is told of nobody: it answers those who spoke to it, until their entry ages. A
    /// machine whose peers were not named may have been told of nobody yet.
    private void speechless(TunnelEnd end) {
        boolean spokenTo =
                vteps.of(end.station())
                        .filter(
                                own ->
                                        ends.stream()
                                                .anyMatch(other -> other.targets().contains(own)))
                        .isPresent();
        Optional<String> peer =
                ends.stream()
                        .filter(other -> !other.station().equals(end.station()))
                        .filter(other -> other.vxlan().vni().equals(end.vxlan().vni()))
                        .flatMap(other -> vteps.of(other.station()).stream())
                        .map(Ip::toString)
                        .findFirst();
        boolean known = peer.isPresent() || source == Source.TEXT;
        if (!spokenTo && known) {
            add(Kind.WRONG, end, "discover.dead", end.device(), peer.orElse("VTEP"));
        }
    }

    private void down(TunnelEnd end) {
        if (!end.link().up()) {
            add(Kind.WRONG, end, "discover.down", end.device());
        }
        end.bridge()
                .filter(bridge -> !bridge.up())
                .ifPresent(
                        bridge ->
                                findings.add(
                                        Kind.WRONG,
                                        end.host(),
                                        bridge.name(),
                                        "discover.down",
                                        bridge.name()));
    }

    private void master(TunnelEnd end) {
        Optional<String> master = end.link().master();
        if (master.isPresent() && end.bridge().isEmpty()) {
            Link link = end.station().state().links().get(master.get());
            add(
                    Kind.APART,
                    end,
                    "discover.master",
                    end.device(),
                    master.get(),
                    link == null ? "?" : Apart.word(link));
        }
    }

    private void add(Kind kind, TunnelEnd end, String key, Object... arguments) {
        findings.add(kind, end.host(), end.device(), key, arguments);
    }
}
