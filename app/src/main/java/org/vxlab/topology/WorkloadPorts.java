package org.vxlab.topology;

import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Workload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Names the host ends of the workloads' veth pairs, each unlike every other device of its host.
final class WorkloadPorts {
    private static final String PREFIX = "veth-";
    private static final int HASH_DIGITS = 4;

    private final Map<Workload, String> names = new HashMap<>();

    WorkloadPorts(Lab lab) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (Segment segment : lab.segments()) {
            for (Member member : segment.members()) {
                Set<String> devices = taken.computeIfAbsent(member.host(), host -> new HashSet<>());
                devices.add(Defaults.device(segment, member));
                Defaults.bridge(segment, member).ifPresent(devices::add);
            }
        }
        for (Host host : lab.hosts()) {
            Set<String> devices = taken.computeIfAbsent(host.name(), name -> new HashSet<>());
            host.underlay().device().ifPresent(devices::add);
        }
        for (Segment segment : lab.segments()) {
            for (Workload workload : segment.workloads()) {
                Set<String> devices =
                        taken.computeIfAbsent(workload.host(), host -> new HashSet<>());
                String name = free(lab.name(), workload, devices);
                devices.add(name);
                names.put(workload, name);
            }
        }
    }

    String of(Workload workload) {
        return names.get(workload);
    }

    private static String free(String lab, Workload workload, Set<String> taken) {
        String whole = PREFIX + workload.name();
        if (whole.length() <= DeviceName.MAX_LENGTH && !taken.contains(whole)) {
            return whole;
        }
        int room = DeviceName.MAX_LENGTH - PREFIX.length() - HASH_DIGITS;
        String start =
                PREFIX + workload.name().substring(0, Math.min(room, workload.name().length()));
        for (int attempt = 0; ; attempt++) {
            long bits =
                    DerivedMac.of(lab, workload.host(), "port:" + attempt + ":" + workload.name())
                            .bits();
            String name = start + String.format("%04x", bits & 0xffff);
            if (!taken.contains(name)) {
                return name;
            }
        }
    }
}
