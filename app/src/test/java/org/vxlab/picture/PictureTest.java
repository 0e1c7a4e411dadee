package org.vxlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class PictureTest {
    private static final Path TEMPLATES = Path.of("../lab-templates");
    private static final Path LOOK = Path.of("target/pictures");
    private static final Map<String, Palette> PALETTES =
            Map.of("light", Palette.LIGHT, "dark", Palette.DARK, "projector", Palette.PROJECTOR);

    static Stream<Path> templates() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            files = all.filter(file -> file.toString().endsWith(LabFile.SUFFIX)).sorted().toList();
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateIsPaintedInAllLooks(Path file) throws IOException {
        Lab lab = LabFile.read(file).lab().orElseThrow();
        Lab bare = lab.withLayout(Layout.NONE);
        Files.createDirectories(LOOK);
        for (var palette : PALETTES.entrySet()) {
            boolean large = palette.getKey().equals("projector");
            write(
                    lab,
                    "drawn",
                    PictureStyle.DESIGN.withLargeType(large),
                    palette,
                    Optional.empty());
            write(
                    lab,
                    "live",
                    PictureStyle.WATCHING.withLargeType(large),
                    palette,
                    Optional.of(SampleLive.of(lab)));
            write(
                    bare,
                    "placed",
                    PictureStyle.DESIGN.withLargeType(large),
                    palette,
                    Optional.empty());
        }
    }

    private static void write(
            Lab lab,
            String kind,
            PictureStyle style,
            Map.Entry<String, Palette> palette,
            Optional<LiveState> live)
            throws IOException {
        Picture picture = Picture.of(lab, live, style);
        String svg = SvgDump.of(picture, palette.getValue());
        Files.writeString(
                LOOK.resolve(lab.name() + "-" + kind + "-" + palette.getKey() + ".svg"), svg);
        lab.hosts().forEach(host -> assertThat(svg).contains(">" + host.name() + "<"));
    }

    @Test
    void anEmptyLabIsAnEmptyPicture() {
        Lab empty = new Lab("x", List.of(), List.of(), List.of(), List.of(), Layout.NONE);

        assertThat(Picture.of(empty, Optional.empty(), PictureStyle.DESIGN).glyphs()).isEmpty();
    }
}
