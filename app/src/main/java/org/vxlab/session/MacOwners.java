package org.vxlab.session;

import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whose a MAC address is, as far as the drawing says.
///
/// Where two things have the same MAC, as tenants may, neither is named.
public final class MacOwners {
    private static final String SEVERAL = "";

    private final Map<MacAddress, String> owners = new HashMap<>();

    private MacOwners() {}

    public static MacOwners of(ResolvedLab lab) {
        MacOwners macs = new MacOwners();
        for (ResolvedSegment segment : lab.segments()) {
            for (ResolvedMember member : segment.members()) {
                macs.addDevice(lab, member.host(), member.device());
                member.bridge().ifPresent(bridge -> macs.addDevice(lab, member.host(), bridge));
            }
            for (ResolvedWorkload workload : segment.workloads()) {
                macs.add(workload.mac(), workload.name());
            }
        }
        return macs;
    }

    private void addDevice(ResolvedLab lab, String host, String device) {
        add(DerivedMac.of(lab.name(), host, device), host + ":" + device);
    }

    private void add(MacAddress mac, String owner) {
        owners.merge(mac, owner, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    public Optional<String> ownerOf(MacAddress mac) {
        return Optional.ofNullable(owners.get(mac)).filter(owner -> !owner.equals(SEVERAL));
    }

    /// Every MAC that has one owner.
    public Map<MacAddress, String> known() {
        Map<MacAddress, String> known = new HashMap<>(owners);
        known.values().removeIf(SEVERAL::equals);
        return known;
    }
}
