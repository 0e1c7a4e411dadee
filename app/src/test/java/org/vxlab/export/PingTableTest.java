package org.vxlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.stream.Stream;

class PingTableTest {
    private static final String HOSTS =
            """
            vxlab: 1
            name: star
            underlay:
              networks: [ { name: lan, subnet: 10.99.0.0/24 } ]
            hosts:
              - { name: hub, underlay: { network: lan, address: 10.99.0.1/24 } }
              - { name: one, underlay: { network: lan, address: 10.99.0.2/24 } }
              - { name: two, underlay: { network: lan, address: 10.99.0.3/24 } }
            segments:
            """;

    @Test
    void pingsAcrossABridgeThatSegmentsShare() {
        assertThat(
                        tables(
                                """
                                  - vni: 1
                                    members:
                                      - { host: hub, bridge: all, address: 10.0.0.1/24 }
                                      - { host: one, address: 10.0.0.2/24 }
                                  - vni: 2
                                    members:
                                      - { host: hub, bridge: all }
                                      - { host: two, address: 10.0.0.3/24 }
                                    workloads:
                                      - { name: apart, host: two, address: 10.7.0.1/24 }
                                """))
                .containsExactly(
                        "vni1: hub > one",
                        "vni1: one > hub two",
                        "vni2: two > apart hub one",
                        "vni2: apart > two",
                        "vni2: hub > two");
    }

    @Test
    void listsWhoPingsNobodyAndTellsOneNameApart() {
        assertThat(
                        tables(
                                """
                                  - vni: 1
                                    members:
                                      - { host: one, address: 10.0.0.1/24 }
                                      - { host: two, address: "fd00::2/64" }
                                    workloads:
                                      - { name: two, host: one, address: 10.0.0.3/24 }
                                """))
                .containsExactly("vni1: one > two@one", "vni1: two@two >", "vni1: two@one > one");
    }

    private static List<String> tables(String segments) {
        ResolvedLab lab = ResolvedLab.of(LabFile.read(HOSTS + segments).lab().orElseThrow());
        return PingTable.of(lab).stream()
                .flatMap(table -> table.rows().stream().map(row -> table.name() + ": " + line(row)))
                .toList();
    }

    private static String line(PingTable.Row row) {
        return Stream.concat(
                        Stream.of(row.from().name(), ">"), row.to().stream().map(to -> to.name()))
                .reduce((before, word) -> before + " " + word)
                .orElseThrow();
    }
}
