package org.vxlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;

import java.util.List;
import java.util.Optional;

/// What is painted of texts for which there is no room.
class LongNamesTest {
    private static final Lab LAB =
            LabFile.read(
                            """
                            vxlab: 1
                            name: long
                            underlay:
                              networks:
                                - { name: lan, subnet: "2001:db8:aaaa:bbbb::/64" }
                            hosts:
                              - name: web-server-in-frankfurt
                                underlay: { network: lan, address: "2001:db8:aaaa:bbbb::a111/64" }
                              - name: database
                                underlay: { network: lan, address: "2001:db8:aaaa:bbbb::b222/64" }
                            """)
                    .lab()
                    .orElseThrow();

    @Test
    void vtepsOfOneNetworkAreToldApartByTheirEnds() {
        assertThat(texts()).anyMatch(text -> text.startsWith("…") && text.endsWith("::a111"));
        assertThat(texts()).anyMatch(text -> text.startsWith("…") && text.endsWith("::b222"));
    }

    @Test
    void aHostsNameMayTakeTheWholeHeader() {
        assertThat(texts()).contains("web-server-in-frankfurt");
    }

    private static List<String> texts() {
        return Picture.of(LAB, Optional.empty(), PictureStyle.DESIGN).glyphs().stream()
                .flatMap(glyph -> glyph.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .toList();
    }
}
