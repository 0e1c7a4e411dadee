package org.vxlab.plan;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.WorkloadNames;

import java.util.SortedSet;
import java.util.TreeSet;

/// Which things on a host belong to a lab: everything else is shown and never touched.
///
/// A device is the lab's when its alias says so. The kernel takes no alias while it makes a device,
/// so a device whose making was cut short has none yet; it is recognised by its MAC, which is set
/// at creation and derived from lab, host and device name.
public record Ownership(String lab, String host) {
    private static final String ALIAS_PREFIX = "vxlab:";

    /// The alias of every device of this lab.
    public String alias() {
        return ALIAS_PREFIX + lab;
    }

    public boolean owns(Link link) {
        return link.alias()
                .map(alias -> alias.equals(alias()))
                .orElseGet(
                        () ->
                                link.mac()
                                        .map(DerivedMac.of(lab, host, link.name())::equals)
                                        .orElse(false));
    }

    public boolean ownsNamespace(String namespace) {
        return namespace.startsWith(WorkloadNames.namespace(lab, ""));
    }

    /// The host's end of the veth pair of the workload that lives in `namespace`.
    public String hostEndOf(String namespace) {
        return WorkloadNames.hostDevice(
                namespace.substring(WorkloadNames.namespace(lab, "").length()));
    }

    /// The lab a device's alias names, or empty text where it carries no mark of this program.
    public static String labOf(Link link) {
        return link.alias()
                .filter(alias -> alias.startsWith(ALIAS_PREFIX))
                .map(alias -> alias.substring(ALIAS_PREFIX.length()))
                .orElse("");
    }

    /// The labs that own something on a host, for cleaning without a lab file.
    public static SortedSet<String> labsOn(HostState state) {
        SortedSet<String> labs = new TreeSet<>();
        state.links().values().stream()
                .map(Ownership::labOf)
                .filter(lab -> !lab.isEmpty())
                .forEach(labs::add);
        for (String namespace : state.namespaces().keySet()) {
            String[] words = namespace.split("\\.", 3);
            if (words.length == 3
                    && namespace.equals(WorkloadNames.namespace(words[1], words[2]))) {
                labs.add(words[1]);
            }
        }
        return labs;
    }
}
