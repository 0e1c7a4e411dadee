package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportedFile;
import org.vxlab.export.ExportedLabs;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.util.Locale;

/// Hosts whose VTEP address is on a loopback, as in routed fabrics: through it nothing leaves, so
/// that no tunnel may be bound to it.
class LoopbackVtepTest {
    private static final String LAB =
            """
            vxlab: 1
            name: fabric
            underlay: { networks: [ { name: lan, subnet: 192.168.56.0/24 } ] }
            hosts:
              - name: a
                ssh: lab-a
                underlay: { network: lan, device: %s, address: 192.168.56.11/24 }
              - name: b
                ssh: lab-b
                underlay: { network: lan, device: ens3, address: 192.168.56.12/24 }
            segments:
              - { vni: 10, members: [ { host: a }, { host: b } ] }
            """;

    private static Export export(ExportFormat format, String device) {
        ResolvedLab lab = ResolvedLab.of(LabFile.read(LAB.formatted(device)).lab().orElseThrow());
        return format.of(ExportedLabs.source(lab, Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "SH,hosts/a.sh,lo",
        "SH,hosts/a.sh,dummy0",
        "IPROUTE2,a/up-100.ip.batch,lo",
        "IPROUTE2,a/up-100.ip.batch,dummy0"
    })
    void scriptsBindNoTunnelToIt(ExportFormat format, String file, String device) {
        assertThat(ExportedLabs.file(export(format, device), file))
                .contains("type vxlan id 10 local 192.168.56.11 dstport 4789");
    }

    @ParameterizedTest
    @EnumSource(names = {"NETWORKD", "NETPLAN", "IFUPDOWN2", "NMSTATE"})
    void formatsThatBindEveryTunnelLeaveSuchAHostOut(ExportFormat format) {
        Export export = export(format, "dummy0");
        assertThat(export.leftOut()).contains(Message.of("export.gap.loopback", "a", "dummy0"));
        assertThat(export.files())
                .extracting(ExportedFile::path)
                .noneMatch(path -> path.startsWith("a/") || path.startsWith("a."))
                .anyMatch(path -> path.startsWith("b/") || path.startsWith("b."));
    }

    @Test
    void itMayBeDrawnWhereTheUnderlayIsNotOurs() {
        LabReading reading = LabFile.read(LAB.formatted("lo"));
        assertThat(reading.problems()).isEmpty();
        LabReading builtIn = LabFile.read(LAB.formatted("lo").replace("    ssh: lab-a\n", ""));
        assertThat(builtIn.problems())
                .extracting(problem -> problem.problem().what().key())
                .containsExactly("topology.device.taken");
    }
}
