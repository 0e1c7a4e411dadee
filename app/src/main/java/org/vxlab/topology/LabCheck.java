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
        new AddressCheck(lab, findings).check();
        new DeviceCheck(lab, findings).check();
        new LoopCheck(lab, findings).check();
        return findings.all();
    }
}
