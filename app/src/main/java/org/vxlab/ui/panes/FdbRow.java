package org.vxlab.ui.panes;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.Observation;
import org.vxlab.session.MacOwners;
import org.vxlab.topology.Vni;
import org.vxlab.ui.EntryAges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of a host's forwarding tables, with what the drawing knows of it.
///
/// @param owner whose MAC it is, where the lab says
/// @param vni the segment's number, where the device belongs to one only
/// @param since when it came, where that was seen
/// @param trusted whether the host is being watched right now
record FdbRow(
        String host,
        FdbEntry entry,
        Optional<String> owner,
        Optional<Vni> vni,
        Optional<Instant> since,
        boolean trusted) {

    /// Every entry of both look-ups on all hosts.
    ///
    /// @param everything whether also the filters of plain devices, and what bridges have for
    ///   themselves
    static List<FdbRow> of(Observation seen, MacOwners owners, EntryAges ages, boolean everything) {
        List<FdbRow> rows = new ArrayList<>();
        for (HostObservation host : seen.hosts().values()) {
            Map<String, Optional<Vni>> vnis = vnis(host.state());
            boolean trusted = host.status() instanceof HostObservation.Status.Live;
            for (FdbEntry entry : host.state().fdb()) {
                if (everything || entry.forwards()) {
                    rows.add(
                            new FdbRow(
                                    host.host(),
                                    entry,
                                    owners.ownerOf(entry.mac()),
                                    vni(vnis, entry),
                                    ages.since(host.host(), entry),
                                    trusted));
                }
            }
        }
        return rows;
    }

    private static Optional<Vni> vni(Map<String, Optional<Vni>> vnis, FdbEntry entry) {
        return vnis.getOrDefault(entry.device(), Optional.empty())
                .or(
                        () ->
                                entry.master()
                                        .flatMap(
                                                bridge ->
                                                        vnis.getOrDefault(
                                                                bridge, Optional.empty())));
    }

    /// The VNI of each vxlan device, and of each bridge with one of them.
    private static Map<String, Optional<Vni>> vnis(HostState state) {
        Map<String, Optional<Vni>> vnis = new HashMap<>();
        for (Link link : state.links().values()) {
            if (link.kind() instanceof Vxlan vxlan) {
                vnis.put(link.name(), Optional.of(vxlan.vni()));
                link.master()
                        .ifPresent(
                                bridge ->
                                        vnis.merge(
                                                bridge,
                                                Optional.of(vxlan.vni()),
                                                (_, _) -> Optional.empty()));
            }
        }
        return vnis;
    }
}
