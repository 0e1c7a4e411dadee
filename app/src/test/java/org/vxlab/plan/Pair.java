package org.vxlab.plan;

import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The lab `pair`, two hosts in one segment, and what is planned on its host `h1`, for tests.
final class Pair {
    static final Ownership OWNER = new Ownership("pair", "h1");

    private static final String TEXT =
            """
            vxlab: 1
            name: pair
            underlay:
              networks:
                - { name: lan, subnet: 10.99.0.0/24 }
            hosts:
              - { name: h1, underlay: { network: lan, address: 10.99.0.1/24 } }
              - { name: h2, underlay: { network: lan, address: 10.99.0.2/24 } }
            segments:
              - vni: 10
                %s
                members:
                  - { host: h1, address: 10.10.0.1/24 }
                  - { host: h2, address: 10.10.0.2/24 }
            """;

    private Pair() {}

    /// Its lab file.
    ///
    /// @param option one of the segment's, such as `mtu: 1400`; may be empty
    static String text(String option) {
        return TEXT.formatted(option);
    }

    /// What a lab file wants on its host `h1`.
    static HostState wanted(String text) {
        ResolvedLab lab = ResolvedLab.of(LabFile.read(text).lab().orElseThrow());
        return Wanted.of(lab, "h1", "eth0");
    }

    static List<String> commands(HostState wanted, HostState read) {
        return Planner.plan(wanted, read, OWNER).steps().stream().map(Step::text).toList();
    }

    /// The same host with another device in the place of one of its devices.
    static HostState withLink(HostState state, String name, UnaryOperator<Link> change) {
        Map<String, Link> links = new LinkedHashMap<>(state.links());
        links.computeIfPresent(name, (_, link) -> change.apply(link));
        return new HostState(
                links, state.fdb(), state.neighbours(), state.routes(), state.namespaces());
    }
}
