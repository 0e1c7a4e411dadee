package org.vxlab.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Step;
import org.vxlab.publish.Publication.Look;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Handouts of labs. With `-Dgolden.write=true` the expected ones are written instead, to be looked
/// at before they are committed.
class HandoutTest {
    private static final String STATIC = "static-fdb-no-learning";
    private static final Path GOLDEN = Path.of("src/test/resources/publish");

    /// How a command goes on on the next line of the paper.
    private static final String GOES_ON = " \\\\\n *";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void saysWhatIsExpected(String language) throws Exception {
        Subject subject = Labs.drawn(Labs.template(STATIC), Locale.forLanguageTag(language));

        String markdown = file(subject, ".md").text();

        Path golden = GOLDEN.resolve(STATIC + "." + language + ".md");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @CsvSource({
        "bridge-and-vxlan, 00:00:00:00:00:00 dst 192.168.56.12 self permanent",
        "bridge-and-vxlan, 02:00:00:00:00:02 master br10",
        "bridge-and-vxlan, 02:00:00:00:00:02 dst 192.168.56.12 self",
        "bridge-and-vxlan, ping -c 3 -M do -s 1423 -I eth0 10.10.0.102",
        "two-hosts-point-to-point, 00:00:00:00:00:00 dst 192.168.56.12 via eth0 self permanent",
        "two-hosts-point-to-point, ping -c 3 -I vxlan10 10.10.0.2",
        "multicast-group, 00:00:00:00:00:00 dst 239.1.1.1 via eth0 self permanent",
        "multicast-group, ip maddr show dev eth0",
        "head-end-across-a-router, ip route get 192.168.57.13",
        "bridge-and-vxlan-broken, ip -s link show dev vxlan10",
        "two-tenants-same-addresses, Several segments on one host",
    })
    void looksAtWhatTheLabIsAbout(String template, String line) throws Exception {
        Subject subject = Labs.drawn(Labs.template(template), Locale.ENGLISH);

        assertThat(file(subject, ".md").text()).contains(line);
    }

    @Test
    void aLabThatLosesItsPingsIsNotSaidToAnswer() throws Exception {
        Subject subject = Labs.drawn(Labs.template("bridge-and-vxlan-broken"), Locale.ENGLISH);

        assertThat(file(subject, ".md").text())
                .contains(subject.text("publish.trial.lost.seen"))
                .doesNotContain(subject.text("publish.trial.ping.seen"));
    }

    @ParameterizedTest
    @CsvSource({STATIC + ", zh-CN", "two-tenants-same-addresses, en"})
    void thePdfHasEveryCommandReadyToCopy(String template, String language) throws Exception {
        Lab lab = Labs.template(template);
        Subject subject = Labs.drawn(lab, Locale.forLanguageTag(language));

        String text = text(file(subject, ".pdf"));

        String joined = text.replaceAll(GOES_ON, " ");
        for (Blueprint host : Blueprint.of(ResolvedLab.of(lab))) {
            for (Step step : host.up()) {
                assertThat(joined).contains("\n" + step.text() + "\n");
            }
        }
        assertThat(text)
                .contains(
                        subject.text("publish.handout.underlay"),
                        subject.text("publish.handout.look"));
    }

    @Test
    void thePdfNumbersItsPages() throws Exception {
        Subject subject = Labs.drawn(Labs.template(STATIC), Locale.SIMPLIFIED_CHINESE);

        try (PDDocument document = Loader.loadPDF(file(subject, ".pdf").bytes())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("第 " + page + " 页，共 " + pages + " 页");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void nothingStandsBeyondTheEdgeOfThePaper(String language) throws Exception {
        Lab lab = Labs.manyLongNames();

        byte[] pdf = file(Labs.drawn(lab, Locale.forLanguageTag(language)), ".pdf").bytes();

        List<String> outside = new ArrayList<>();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> letters) {
                        for (TextPosition letter : letters) {
                            double right = letter.getXDirAdj() + letter.getWidthDirAdj();
                            boolean inside =
                                    letter.getXDirAdj() >= PageFlow.MARGIN - 1
                                            && right <= PageFlow.MARGIN + PageFlow.WIDTH + 1
                                            && letter.getYDirAdj() >= PageFlow.MARGIN / 2
                                            && letter.getYDirAdj()
                                                    <= letter.getPageHeight() - PageFlow.MARGIN / 3;
                            if (!inside && !letter.getUnicode().isBlank()) {
                                outside.add(letter.getUnicode() + " in " + text);
                            }
                        }
                    }
                };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void theMarkdownShowsThePictureBesideIt() throws Exception {
        Subject subject = Labs.drawn(Labs.template(STATIC), Locale.ENGLISH);

        Publication handout = Publication.of(subject, PublishFormat.HANDOUT, Look.USUAL);

        assertThat(handout.files())
                .extracting(PublishedFile::path)
                .containsExactly(STATIC + "-handout.md", STATIC + ".svg", STATIC + "-handout.pdf");
        assertThat(handout.files().getFirst().text()).contains("](" + STATIC + ".svg)");
        assertThat(handout.leftOut()).isEqualTo(List.<Message>of());
    }

    private static PublishedFile file(Subject subject, String end) throws Exception {
        return Publication.of(subject, PublishFormat.HANDOUT, Look.USUAL).files().stream()
                .filter(file -> file.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private static String text(PublishedFile pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        }
    }
}
