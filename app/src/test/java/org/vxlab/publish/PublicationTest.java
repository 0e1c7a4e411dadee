package org.vxlab.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.kernel.HostState;
import org.vxlab.picture.Ink;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.picture.Rgb;
import org.vxlab.publish.Publication.Look;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/// Pictures of labs as files.
class PublicationTest {
    private static final String ROUTED = "head-end-across-a-router";
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3})
    void pngIsAsLargeAsTheScaleSays(double scale) throws Exception {
        Subject subject = Labs.drawn(Labs.template(ROUTED), Locale.ENGLISH);
        BufferedImage one = png(subject, new Look(Theme.LIGHT, 1));

        BufferedImage scaled = png(subject, new Look(Theme.LIGHT, scale));

        assertThat((double) scaled.getWidth())
                .isBetween((one.getWidth() - 1) * scale - 1, (one.getWidth() + 1) * scale + 1);
        assertThat((double) scaled.getHeight())
                .isBetween((one.getHeight() - 1) * scale - 1, (one.getHeight() + 1) * scale + 1);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pngHasTheColoursOfItsTheme(Theme theme) throws Exception {
        BufferedImage image =
                png(Labs.drawn(Labs.template(ROUTED), Locale.ENGLISH), new Look(theme, 1));

        assertThat(image.getRGB(0, 0)).isEqualTo(argb(theme.palette().of(Ink.Plain.CANVAS)));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours)
                .contains(
                        argb(theme.palette().of(Ink.Plain.CARD)),
                        argb(theme.palette().of(Ink.Plain.UNDERLAY)),
                        argb(theme.palette().of(new Ink.Segment(0))));
    }

    @Test
    void pngThatIsTooLargeIsRefusedWithAScaleThatIsNot() throws Exception {
        Subject subject = Labs.drawn(Labs.template(ROUTED), Locale.ENGLISH);

        assertThatThrownBy(
                        () ->
                                Publication.of(
                                        subject, PublishFormat.PNG, new Look(Theme.LIGHT, 1000)))
                .isInstanceOfSatisfying(
                        UnpublishableException.class,
                        refused -> {
                            assertThat(refused.text().key()).isEqualTo("publish.png.large");
                            assertThat(
                                            Double.parseDouble(
                                                    refused.text().arguments().get(3).toString()))
                                    .isBetween(5.0, 20.0);
                        });
    }

    @Test
    void svgHasItsTextAsText() throws Exception {
        Document svg = svg(Labs.drawn(Labs.template(ROUTED), Locale.ENGLISH));

        assertThat(texts(svg, "text"))
                .contains("h1", "h2", "h3", "r1", "br10", "10.10.0.1/24", "VTEP 192.168.57.13");
        assertThat(texts(svg, "title"))
                .contains(ROUTED, "host h1, VTEP 192.168.56.11, in network lan1");
    }

    @Test
    void svgSpeaksChinese() throws Exception {
        Document svg = svg(Labs.drawn(Labs.template(ROUTED), CHINESE));

        assertThat(texts(svg, "title"))
                .contains(
                        new Words(CHINESE)
                                .apply(Message.of("picture.host", "h1", "192.168.56.11", "lan1")));
    }

    @Test
    void svgHoldsWhateverANoteSays() throws Exception {
        String evil = "</text><script>alert(1)</script> & \u0001 \"龘\"";
        Document svg = svg(Labs.drawn(Labs.withNote(Labs.template(ROUTED), evil), CHINESE));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg, "text")).contains(evil.replace('\u0001', '\ufffd'));
    }

    @Test
    void pdfHasItsTextAsText() throws Exception {
        Lab lab = Labs.withNote(Labs.template(ROUTED), "两个站点之间的路由器");

        byte[] pdf = only(Labs.drawn(lab, CHINESE), PublishFormat.PDF, Look.USUAL);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(ROUTED);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("h1", "vxlan10", "VTEP 192.168.57.13", "两个站点之间的路由器");
        }
        assertThat(pdf.length).as("holds only the letters it needs").isLessThan(40_000);
    }

    @Test
    void theSameLabGivesTheSameFile() throws Exception {
        Subject subject = Labs.drawn(Labs.template(ROUTED), Locale.ENGLISH);

        for (PublishFormat format : PublishFormat.values()) {
            Publication one = Publication.of(subject, format, Look.USUAL);
            Publication other = Publication.of(subject, format, Look.USUAL);

            assertThat(one.files().stream().map(PublishedFile::bytes).toList())
                    .as(format.word())
                    .usingRecursiveComparison()
                    .isEqualTo(other.files().stream().map(PublishedFile::bytes).toList());
        }
    }

    @Test
    void lettersThatNoFontHasAreNamed() throws Exception {
        Subject subject =
                Labs.drawn(Labs.withNote(Labs.template(ROUTED), "ok 中 ☃ 龘"), Locale.ENGLISH);

        assertThat(Publication.of(subject, PublishFormat.PNG, Look.USUAL).leftOut())
                .containsExactly(Message.of("publish.letters", "☃ 龘"));
        assertThat(Publication.of(subject, PublishFormat.SVG, Look.USUAL).leftOut()).isEmpty();
    }

    @Test
    void aLivePictureSaysWhenItWasRead() throws Exception {
        Lab lab = Labs.template(ROUTED);
        Map<String, WatchedHost> hosts = new LinkedHashMap<>();
        lab.hosts()
                .forEach(
                        host ->
                                hosts.put(
                                        host.name(),
                                        new WatchedHost(
                                                Trust.LIVE,
                                                Optional.of(Duration.ZERO),
                                                HostState.EMPTY)));
        Subject live =
                new Subject(
                        lab,
                        Optional.of(
                                new Subject.Reading(
                                        new LiveState(hosts, List.of(), Map.of()),
                                        ZonedDateTime.of(
                                                2026, 11, 20, 9, 5, 3, 0, ZoneOffset.ofHours(8)))),
                        CHINESE,
                        new Words(CHINESE));

        assertThat(texts(svg(live), "text"))
                .contains(ROUTED + "：各主机在 2026-11-20 09:05:03 +08:00 的实际状态");
    }

    @Test
    void anEmptyLabGivesAnEmptyPicture() throws Exception {
        Lab empty =
                Labs.template(ROUTED)
                        .withHosts(List.of())
                        .withSegments(List.of())
                        .withNetworks(List.of())
                        .withRouters(List.of());

        for (PublishFormat format :
                List.of(PublishFormat.PNG, PublishFormat.SVG, PublishFormat.PDF)) {
            assertThat(only(Labs.drawn(empty, Locale.ENGLISH), format, Look.USUAL)).isNotEmpty();
        }
    }

    private static BufferedImage png(Subject subject, Look look) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(only(subject, PublishFormat.PNG, look)));
    }

    private static Document svg(Subject subject) throws Exception {
        byte[] bytes = only(subject, PublishFormat.SVG, Look.USUAL);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static byte[] only(Subject subject, PublishFormat format, Look look) throws Exception {
        List<PublishedFile> files = Publication.of(subject, format, look).files();
        assertThat(files)
                .extracting(PublishedFile::path)
                .containsExactly(subject.lab().name() + "." + format.word());
        return files.getFirst().bytes();
    }

    private static List<String> texts(Document document, String tag) throws IOException {
        NodeList elements = document.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    private static int argb(Rgb rgb) {
        return 0xff << 24 | rgb.red() << 16 | rgb.green() << 8 | rgb.blue();
    }
}
