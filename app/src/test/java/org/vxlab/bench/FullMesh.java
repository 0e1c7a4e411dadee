package org.vxlab.bench;

import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.ResolvedLab;

import java.util.Optional;

/// The lab that is measured: every host is a member of every segment, with a bridge, an address and
/// a flood list of all the others.
///
/// @param hosts 2 to 60,000
/// @param vnis 1 to 150
/// @param identity the key file that lets one in; without one the hosts are built in
record FullMesh(int hosts, int vnis, Optional<String> identity) {
    static final String NAME = "bench";
    static final String UNDERLAY_DEVICE = "eth0";

    /// A lab of the built-in kind.
    static FullMesh of(int hosts, int vnis) {
        return new FullMesh(hosts, vnis, Optional.empty());
    }

    /// Names of hosts begin with 1, as their addresses do.
    static String host(int number) {
        return "h" + number;
    }

    static String address(int number) {
        return "10.99." + place(number);
    }

    /// The last two parts of an address; none ends with 0 or 255.
    private static String place(int number) {
        return (number - 1) / 250 + "." + ((number - 1) % 250 + 1);
    }

    /// The lab file.
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("vxlab: 1\nname: ").append(NAME);
        text.append(
                "\nunderlay:\n  networks:\n    - { name: lan, subnet: 10.99.0.0/16 }\nhosts:\n");
        for (int host = 1; host <= hosts; host++) {
            text.append("  - name: ").append(host(host)).append('\n');
            if (identity.isPresent()) {
                text.append("    ssh: { address: ").append(address(host));
                text.append(", user: root, sudo: false, identity: ");
                text.append(identity.get()).append(" }\n");
            }
            text.append("    underlay: { network: lan, device: ").append(UNDERLAY_DEVICE);
            text.append(", address: ").append(address(host)).append("/16 }\n");
        }
        text.append("segments:\n");
        for (int vni = 1; vni <= vnis; vni++) {
            text.append("  - vni: ").append(vni).append("\n    flooding: head-end\n");
            text.append("    members:\n");
            for (int host = 1; host <= hosts; host++) {
                text.append("      - { host: ").append(host(host));
                text.append(", address: 10.").append(100 + vni).append('.');
                text.append(place(host)).append("/16 }\n");
            }
        }
        return text.toString();
    }

    Lab lab() {
        return LabFile.read(text()).lab().orElseThrow();
    }

    ResolvedLab resolved() {
        return ResolvedLab.of(lab());
    }
}
