package org.vxlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.picture.Glyph.Condition;
import org.vxlab.picture.Glyph.Part;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.RandomEdit;
import org.vxlab.topology.RandomLab;
import org.vxlab.topology.Thing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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
            write(lab, "drawn", PictureStyle.DESIGN, palette, Optional.empty());
            write(lab, "live", PictureStyle.WATCHING, palette, Optional.of(SampleLive.of(lab)));
            write(bare, "placed", PictureStyle.DESIGN, palette, Optional.empty());
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
        Files.createDirectories(LOOK);
        Files.writeString(
                LOOK.resolve(lab.name() + "-" + kind + "-" + palette.getKey() + ".svg"), svg);
        lab.hosts().forEach(host -> assertThat(svg).contains(">" + host.name() + "<"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void largeTypeIsReadFromAfarAndFitsTheSameDrawing(Path file) throws IOException {
        Lab lab = LabFile.read(file).lab().orElseThrow();
        Optional<LiveState> live = Optional.of(SampleLive.of(lab));
        Picture usual = Picture.of(lab, live, PictureStyle.WATCHING);
        Picture large = Picture.of(lab, live, PictureStyle.WATCHING.withType(TypeSize.LARGE));

        double growth = large.bounds().height() / usual.bounds().height();
        assertThat(smallest(large) / growth).isGreaterThan(1.4 * smallest(usual));
        List<Glyph> bodies =
                large.glyphs().stream().filter(glyph -> glyph.id().part() == Part.BODY).toList();
        for (Glyph one : bodies) {
            assertThat(bodies)
                    .filteredOn(other -> other.layer() == one.layer() && other != one)
                    .noneMatch(other -> other.box().overlaps(one.box()));
        }
    }

    private static double smallest(Picture picture) {
        return picture.glyphs().stream()
                .flatMap(glyph -> glyph.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .mapToDouble(mark -> ((Mark.Text) mark).size())
                .min()
                .orElseThrow();
    }

    @Test
    void largeLabsArePaintedInAllDetails() throws IOException {
        Lab lab = LargeLab.of(200);
        for (Detail detail : Detail.values()) {
            write(
                    lab,
                    detail.name(),
                    PictureStyle.WATCHING.withDetail(detail),
                    Map.entry("light", Palette.LIGHT),
                    Optional.of(SampleLive.of(lab)));
        }
    }

    @Test
    void fromFarAwayLinesAreStraightAndWhole() {
        Lab lab = LargeLab.of(50);
        LiveState fine = SampleLive.of(lab);
        Map<String, WatchedHost> hosts = new LinkedHashMap<>(fine.hosts());
        hosts.put("h1", trust(hosts.get("h1"), Trust.LOST));

        Picture picture =
                Picture.of(
                        lab,
                        Optional.of(new LiveState(hosts, fine.pings(), fine.owners())),
                        PictureStyle.WATCHING.withDetail(Detail.FAR));

        assertThat(picture.glyphs().stream().flatMap(glyph -> glyph.marks().stream()))
                .filteredOn(Mark.Line.class::isInstance)
                .isNotEmpty()
                .map(Mark.Line.class::cast)
                .allMatch(line -> line.curve().isStraight() && line.stroke().dashes().isEmpty());
    }

    @Test
    void troubleIsSeen() throws IOException {
        Lab lab = LargeLab.of(5);
        LiveState fine = SampleLive.of(lab);
        Map<String, WatchedHost> hosts = new LinkedHashMap<>(fine.hosts());
        hosts.put("h1", trust(hosts.get("h1"), Trust.LOST));
        hosts.put("h2", trust(hosts.get("h2"), Trust.STALE));
        hosts.put("h3", trust(hosts.get("h3"), Trust.CONNECTING));
        Map<String, Link> links = new LinkedHashMap<>(hosts.get("h4").state().links());
        links.remove("vxlan10");
        hosts.put(
                "h4",
                new WatchedHost(
                        Trust.LIVE,
                        Optional.of(Duration.ofSeconds(1)),
                        new HostState(links, List.of(), List.of(), List.of(), Map.of())));
        LiveState trouble = new LiveState(hosts, List.of(), Map.of());
        for (var palette : PALETTES.entrySet()) {
            write(lab, "trouble", PictureStyle.WATCHING, palette, Optional.of(trouble));
        }

        Picture picture = Picture.of(lab, Optional.of(trouble), PictureStyle.WATCHING);
        assertThat(
                        Stream.of("h1", "h2", "h3", "h4", "h5")
                                .map(name -> device(picture, name).condition()))
                .containsExactly(
                        Condition.LOST,
                        Condition.STALE,
                        Condition.UNKNOWN,
                        Condition.MISSING,
                        Condition.UP);
    }

    private static Glyph device(Picture picture, String host) {
        return picture.glyph(new Thing.Member("red", host), Part.DEVICE).orElseThrow();
    }

    private static WatchedHost trust(WatchedHost host, Trust trust) {
        return new WatchedHost(trust, Optional.of(Duration.ofSeconds(12)), host.state());
    }

    @Test
    void aPointFindsTheTopmostThing() {
        Lab lab = LargeLab.of(2);
        Picture picture = Picture.of(lab, Optional.empty(), PictureStyle.DESIGN);
        Glyph card = picture.glyph(new Thing.Host("h1"), Part.BODY).orElseThrow();
        Glyph workload =
                picture.glyph(new Thing.Workload("red", "h1", "vm1"), Part.BODY).orElseThrow();
        Glyph tunnel =
                picture.glyph(new Thing.Tunnel("red", "h1", "h2"), Part.TUNNEL).orElseThrow();

        assertThat(picture.at(workload.box().centre(), 4)).contains(workload);
        assertThat(picture.at(new Point(card.box().x() + 3, card.box().y() + 3), 4)).contains(card);
        Point onCurve = tunnel.path().orElseThrow().at(0.5);
        assertThat(picture.at(new Point(onCurve.x(), onCurve.y() + 3), 4)).contains(tunnel);
        assertThat(picture.at(new Point(-5000, 0), 4)).isEmpty();
        assertThat(picture.inside(card.box()))
                .containsExactly(new Thing.Host("h1"), new Thing.Workload("red", "h1", "vm1"));
    }

    @Test
    void aFrameGoesThroughBridgeDeviceAndTunnelWithoutAGap() {
        Lab lab = LargeLab.of(3);
        Picture picture = Picture.of(lab, Optional.empty(), PictureStyle.DESIGN);

        List<Curve> route =
                picture.route(
                        "red",
                        new Thing.Workload("red", "h3", "vm3"),
                        new Thing.Workload("red", "h1", "vm1"));

        assertThat(route).hasSize(7);
        for (int i = 1; i < route.size(); i++) {
            assertThat(route.get(i).start()).isEqualTo(route.get(i - 1).end());
        }
        assertThat(picture.route("red", new Thing.Host("h1"), new Thing.Host("h1"))).isEmpty();
    }

    @Test
    void entriesAreChipsOnTheDeviceTheyLiveOn() {
        Lab lab = LargeLab.of(2);
        Picture picture = Picture.of(lab, Optional.of(SampleLive.of(lab)), PictureStyle.WATCHING);

        List<String> said =
                picture.glyphs().stream()
                        .filter(glyph -> glyph.id().part() == Part.ENTRY)
                        .filter(
                                glyph ->
                                        glyph.id().thing() instanceof Thing.Fdb fdb
                                                && fdb.on().equals("h1"))
                        .map(
                                glyph ->
                                        glyph.said().key()
                                                + " "
                                                + glyph.said().arguments().subList(1, 5))
                        .toList();

        assertThat(said)
                .containsExactlyInAnyOrder(
                        "picture.entry.learned [vm2, h2, vxlan10, h1]",
                        "picture.entry.learned [h2, h2, vxlan10, h1]");
    }

    @Test
    void aLabWithErrorsIsPaintedAsFarAsItGoes() {
        for (long seed = 0; seed < 200; seed++) {
            Lab lab = RandomLab.of(seed);
            for (long edit = 0; edit < 4; edit++) {
                lab = RandomEdit.of(lab, seed * 31 + edit);
            }
            Lab spoilt = lab;
            for (Detail detail : Detail.values()) {
                Picture picture =
                        Picture.of(
                                spoilt, Optional.empty(), PictureStyle.DESIGN.withDetail(detail));
                assertThat(picture.glyphs()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    @Test
    void anEmptyLabIsAnEmptyPicture() {
        Lab empty = new Lab("x", List.of(), List.of(), List.of(), List.of(), Layout.NONE);

        assertThat(Picture.of(empty, Optional.empty(), PictureStyle.DESIGN).glyphs()).isEmpty();
    }
}
