package org.vxlab.topology;

import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks the names people give: their letters, and that one name means one thing.
final class NameCheck {
    static final int MAX_LENGTH = 32;

    /// Has a meaning of its own in the layout.
    private static final String RESERVED = "notes";

    private static final String USABLE = "[A-Za-z0-9_][A-Za-z0-9_-]{0," + (MAX_LENGTH - 1) + "}";

    private final Lab lab;
    private final Findings findings;

    NameCheck(Lab lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    void check() {
        shape(lab.name(), "name");
        // Hosts, networks and routers become namespaces and are positioned by name.
        Map<String, String> things = new HashMap<>();
        for (int i = 0; i < lab.networks().size(); i++) {
            unique(lab.networks().get(i).name(), "underlay.networks[" + i + "]", things);
        }
        for (int i = 0; i < lab.routers().size(); i++) {
            unique(lab.routers().get(i).name(), "underlay.routers[" + i + "]", things);
        }
        for (int i = 0; i < lab.hosts().size(); i++) {
            unique(lab.hosts().get(i).name(), "hosts[" + i + "]", things);
        }
        Map<String, String> segments = new HashMap<>();
        Set<String> workloads = new HashSet<>();
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            String path = "segments[" + i + "]";
            if (segment.name().isPresent()) {
                unique(segment.name().get(), path, segments);
            } else {
                unnamed(Defaults.name(segment), path, segments);
            }
            for (int j = 0; j < segment.workloads().size(); j++) {
                workload(
                        segment.workloads().get(j), path + ".workloads[" + j + "].name", workloads);
            }
        }
        layout(things, segments);
    }

    private void unique(String name, String path, Map<String, String> seen) {
        shape(name, path + ".name");
        if (name.equals(RESERVED)) {
            findings.error(path + ".name", "topology.name.reserved", name);
        }
        String first = seen.putIfAbsent(name, path);
        if (first != null) {
            findings.error(path + ".name", "topology.name.twice", name, first);
        }
    }

    /// One VNI may stand for two segments, on different ports: the kernel tells them apart, people
    /// cannot.
    private void unnamed(String derived, String path, Map<String, String> seen) {
        String first = seen.putIfAbsent(derived, path);
        if (first != null) {
            findings.warning(path + ".vni", "topology.name.derived", derived, first);
        }
    }

    /// A workload's namespace is named after it, so it is alone with its name on its host.
    private void workload(Workload workload, String path, Set<String> seen) {
        shape(workload.name(), path);
        if (!seen.add(workload.host() + "/" + workload.name())) {
            findings.error(path, "topology.workload.twice", workload.name(), workload.host());
        }
    }

    private void shape(String name, String path) {
        if (name.matches(USABLE)) {
            return;
        }
        String usable = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String shorter = usable.substring(0, Math.min(usable.length(), MAX_LENGTH));
        findings.error(
                path,
                "topology.name.shape",
                name,
                MAX_LENGTH,
                shorter.isEmpty() ? "lab1" : shorter);
    }

    private void layout(Map<String, String> things, Map<String, String> segments) {
        List<String> known = new ArrayList<>(things.keySet());
        known.addAll(segments.keySet());
        for (String name : lab.layout().positions().keySet()) {
            if (!known.contains(name)) {
                findings.warning("layout." + name, "topology.layout.unknown", name);
            }
        }
    }
}
