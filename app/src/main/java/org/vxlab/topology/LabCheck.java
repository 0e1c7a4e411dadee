package org.vxlab.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds everything wrong with a lab before any host is touched.
public final class LabCheck {
    private LabCheck() {}

    /// All problems; a lab without errors can be resolved and planned.
    public static List<Problem> problems(Lab lab) {
        Findings findings = new Findings();
        UnderlayGraph underlay = UnderlayGraph.of(lab);
        new NameCheck(lab, findings).check();
        new UnderlayCheck(lab, findings).check();
        Set<List<Object>> entries = new HashSet<>();
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            String path = "segments[" + i + "]";
            new SegmentCheck(lab, segment, path, underlay, findings).check();
            new TunnelCheck(lab, segment, path, underlay, findings).check();
            new FloodingCheck(lab, segment, path, findings).check();
            new EntryCheck(lab, segment, path, findings, entries).check();
        }
        new OwnerCheck(lab, findings).check();
        new AddressCheck(lab, findings).check();
        new DeviceCheck(lab, findings).check();
        new LoopCheck(lab, findings).check();
        return findings.all();
    }

    /// Those of the [#problems] that a value has by itself: for a lab of which only a part could be
    /// read, so that what it refers to may be missing.
    public static List<Problem> ofValues(
            List<Network> networks, List<Host> hosts, List<Segment> segments) {
        Findings findings = new Findings();
        for (int i = 0; i < networks.size(); i++) {
            ValueCheck.mtu(networks.get(i), "underlay.networks[" + i + "]", findings);
        }
        for (int i = 0; i < hosts.size(); i++) {
            ValueCheck.host(hosts.get(i), "hosts[" + i + "]", findings);
        }
        for (int i = 0; i < segments.size(); i++) {
            ValueCheck.options(segments.get(i).options(), "segments[" + i + "]", findings);
            ValueCheck.members(segments.get(i), "segments[" + i + "]", findings);
        }
        return findings.all();
    }
}
