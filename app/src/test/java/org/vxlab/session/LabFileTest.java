package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Lab;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class LabFileTest {
    @Test
    void callsSegmentsOfOneVniByTheirPort() throws IOException {
        ResolvedLab resolved = ResolvedLab.of(read("errors/derived-names.vxlab.yaml"));

        assertThat(resolved.segments())
                .extracting(ResolvedSegment::name)
                .containsExactly("vni7", "vni7-8472");
        LabReading again = LabFile.read(LabFile.printResolved(resolved));
        assertThat(again.problems()).isEmpty();
        assertThat(again.lab().map(ResolvedLab::of)).contains(resolved);
    }

    @Test
    void readsBackWhatItPrints() throws IOException {
        Lab lab = read("three-vteps.vxlab.yaml");

        assertThat(LabFile.read(LabFile.print(lab)).lab()).contains(lab);
    }

    @Test
    void printsAResolvedLabThatResolvesToItself() throws IOException {
        ResolvedLab resolved = ResolvedLab.of(read("three-vteps.vxlab.yaml"));

        LabReading again = LabFile.read(LabFile.printResolved(resolved));

        assertThat(again.hasErrors()).isFalse();
        assertThat(again.lab().map(ResolvedLab::of)).contains(resolved);
    }

    @Test
    void printsEveryDefault() throws IOException {
        assertThat(LabFile.printResolved(ResolvedLab.of(read("three-vteps.vxlab.yaml"))))
                .isEqualTo(text("three-vteps.resolved.vxlab.yaml"));
    }

    private static Lab read(String name) throws IOException {
        LabReading reading = LabFile.read(text(name));
        assertThat(reading.hasErrors()).isFalse();
        return reading.lab().orElseThrow();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = LabFileTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
