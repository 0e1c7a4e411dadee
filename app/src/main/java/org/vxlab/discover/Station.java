package org.vxlab.discover;

import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.SshTarget;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that can be a host of the lab: a machine, or one of its namespaces with a vxlan device
/// of its own.
///
/// @param ssh absent for a namespace, which becomes a host of the built-in lab
/// @param plugged what hangs at the other end of a device that leads into a namespace
/// @param extras what the state has no fields for
record Station(
        String name,
        Optional<SshTarget> ssh,
        HostState state,
        Map<String, Inside> plugged,
        List<ExtraSetting> extras) {

    /// In the words of the commands, what a device of this name has beyond its [Link].
    List<String> extrasOf(String device) {
        return extras.stream()
                .filter(extra -> extra.device().equals(device) && extra.entry().isEmpty())
                .map(ExtraSetting::words)
                .toList();
    }

    /// A device inside a namespace that is no host itself.
    record Inside(String namespace, HostState state, Link link) {}
}
