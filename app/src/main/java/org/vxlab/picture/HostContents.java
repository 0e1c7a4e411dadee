package org.vxlab.picture;

import org.vxlab.topology.Defaults;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on a host's card: bridges with the workloads and vxlan devices plugged into them.
///
/// @param blocks in the order of the lab's segments
record HostContents(Host host, List<Block> blocks) {

    /// A bridge and what is plugged into it, or a vxlan device without a bridge.
    record Block(Optional<String> bridge, List<Device> devices, List<Plugged> workloads) {}

    /// A member's vxlan device.
    ///
    /// @param number of its segment's colour
    record Device(Segment segment, int number, Segment.Member member) {
        String name() {
            return Defaults.device(segment, member);
        }
    }

    /// A workload in a bridge.
    record Plugged(Segment segment, int number, Segment.Workload workload) {}

    /// The contents of all hosts; what refers to a host that is not there is left out.
    static Map<String, HostContents> of(Lab lab, SegmentNumbers numbers) {
        Map<String, HostContents> all = new LinkedHashMap<>();
        lab.hosts()
                .forEach(host -> all.put(host.name(), new HostContents(host, new ArrayList<>())));
        for (int i = 0; i < lab.segments().size(); i++) {
            Segment segment = lab.segments().get(i);
            int number = numbers.of(i);
            Map<String, Block> blockOf = new HashMap<>();
            for (Segment.Member member : segment.members()) {
                HostContents contents = all.get(member.host());
                if (contents != null) {
                    Block block = contents.block(Defaults.bridge(segment, member));
                    block.devices().add(new Device(segment, number, member));
                    blockOf.putIfAbsent(member.host(), block);
                }
            }
            for (Segment.Workload workload : segment.workloads()) {
                Block block = blockOf.get(workload.host());
                if (block != null) {
                    block.workloads().add(new Plugged(segment, number, workload));
                }
            }
        }
        return all;
    }

    private Block block(Optional<String> bridge) {
        for (Block block : blocks) {
            if (bridge.isPresent() && block.bridge().equals(bridge)) {
                return block;
            }
        }
        Block added = new Block(bridge, new ArrayList<>(), new ArrayList<>());
        blocks.add(added);
        return added;
    }
}
