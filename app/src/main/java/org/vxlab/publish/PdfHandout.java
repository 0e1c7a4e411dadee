package org.vxlab.publish;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.vxlab.picture.Ink;
import org.vxlab.picture.Mark.Face;
import org.vxlab.picture.Palette;
import org.vxlab.picture.Rgb;
import org.vxlab.publish.Block.Commands;
import org.vxlab.publish.Block.Drawing;
import org.vxlab.publish.Block.Explained;
import org.vxlab.publish.Block.Heading;
import org.vxlab.publish.Block.Paragraph;
import org.vxlab.publish.Block.Table;
import org.vxlab.publish.Block.Trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Sets a handout on A4 pages. The paper is white whatever the theme of the picture.
final class PdfHandout {
    private static final double TITLE = 22;
    private static final double[] HEADINGS = {15, 11.5};
    private static final double TEXT = 10;
    private static final double WHY = 8.5;
    private static final double CODE = 8.5;
    private static final double LEADING = 1.45;
    private static final double GAP = 8;

    /// Headings do not stand alone at the end of a page; there may be one under another.
    private static final double[] WITH_HEADING = {140, 80};

    private static final double MOST_DRAWING = 400;
    private static final double CODE_PAD = 6;

    private static final Rgb INK = Palette.PROJECTOR.of(Ink.Plain.TEXT);
    private static final Rgb QUIET = Palette.LIGHT.of(Ink.Plain.QUIET);
    private static final Rgb GROUND = Palette.LIGHT.of(Ink.Plain.CHIP);

    private final Subject subject;
    private final Sheet sheet;
    private final PDDocument document;
    private final PageFlow flow;
    private final TextLines lines;
    private final PdfTable tables;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private PDOutlineNode chapter = outline;

    private PdfHandout(
            Subject subject, Sheet sheet, Lettering lettering, PDDocument document, PageFlow flow) {
        this.subject = subject;
        this.sheet = sheet;
        this.document = document;
        this.flow = flow;
        this.lines = new TextLines(lettering, subject.language());
        this.tables = new PdfTable(flow, lettering, lines);
    }

    static byte[] of(Handout handout, Subject subject, Sheet sheet, Lettering lettering)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfFile.begin(document, handout.title(), subject.language());
            try (PageFlow flow = new PageFlow(document, lettering)) {
                new PdfHandout(subject, sheet, lettering, document, flow).write(handout);
            }
            return PdfFile.bytes(document);
        }
    }

    private void write(Handout handout) throws IOException {
        document.getDocumentCatalog().setDocumentOutline(outline);
        text(handout.title(), Face.BOLD, TITLE, INK);
        flow.space(GAP);
        for (Block block : handout.blocks()) {
            write(block);
        }
        int pages = document.getNumberOfPages();
        flow.finish(
                page -> subject.text("publish.handout.page", handout.title(), page, pages), QUIET);
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Heading(int level, String heading) -> heading(level, heading);
            case Paragraph(String sentence) -> {
                text(sentence, Face.PLAIN, TEXT, INK);
                flow.space(GAP);
            }
            case Drawing() -> {
                flow.space(GAP / 2);
                flow.draw(sheet, MOST_DRAWING);
                flow.space(GAP);
            }
            case Table table -> {
                tables.write(table);
                flow.space(GAP);
            }
            case Commands(List<Explained> commands) -> {
                for (Explained one : commands) {
                    explained(one);
                }
            }
            case Trial trial -> trial(trial);
        }
    }

    private void heading(int level, String heading) throws IOException {
        double size = HEADINGS[level - 1];
        flow.space(size);
        flow.need(WITH_HEADING[level - 1]);
        bookmark(level, heading);
        text(heading, Face.BOLD, size, INK);
        flow.space(size / 3);
    }

    private void bookmark(int level, String heading) {
        PDPage page = document.getPage(flow.page());
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop((int) (page.getMediaBox().getHeight() - flow.y() + GAP));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(heading);
        item.setDestination(place);
        if (level == 1) {
            outline.addLast(item);
            chapter = item;
        } else {
            chapter.addLast(item);
        }
    }

    private void explained(Explained one) throws IOException {
        List<String> why = lines.wrapped(one.why(), Face.PLAIN, WHY, PageFlow.WIDTH);
        List<String> code = code(one.command());
        flow.need((why.size() * WHY + code.size() * CODE) * LEADING + GAP);
        for (String line : why) {
            flow.line(line, Face.PLAIN, WHY, QUIET, 0, WHY * LEADING);
        }
        code(code, code.size());
        flow.space(GAP * 0.6);
    }

    private void trial(Trial trial) throws IOException {
        List<String> what = lines.wrapped(trial.what(), Face.BOLD, TEXT, PageFlow.WIDTH);
        List<String> meaning = lines.wrapped(trial.meaning(), Face.PLAIN, TEXT, PageFlow.WIDTH);
        List<String> code = new ArrayList<>(code(trial.host() + "# " + trial.command()));
        int typed = code.size();
        for (String line : trial.printed()) {
            code.addAll(lines.wrapped(line, Face.MONO, CODE, codeWidth()));
        }
        // What to type and the beginning of the answer stay together.
        flow.need((what.size() + typed + 3) * TEXT * LEADING + 2 * CODE_PAD);
        for (String line : what) {
            flow.line(line, Face.BOLD, TEXT, INK, 0, TEXT * LEADING);
        }
        code(code, typed);
        flow.space(GAP / 2);
        for (String line : meaning) {
            flow.line(line, Face.PLAIN, TEXT, INK, 0, TEXT * LEADING);
        }
        flow.space(GAP * 1.5);
    }

    private void text(String text, Face face, double size, Rgb colour) throws IOException {
        for (String line : lines.wrapped(text, face, size, PageFlow.WIDTH)) {
            flow.line(line, face, size, colour, 0, size * LEADING);
        }
    }

    private static double codeWidth() {
        return PageFlow.WIDTH - 2 * CODE_PAD;
    }

    private List<String> code(String command) throws IOException {
        return lines.command(command, CODE, codeWidth());
    }

    /// Lines on a grey ground; each has its own piece of it, so that they can go over pages.
    ///
    /// @param typed how many of them are typed, not printed
    private void code(List<String> code, int typed) throws IOException {
        double high = CODE * LEADING;
        for (int i = 0; i < code.size(); i++) {
            flow.need(high);
            flow.ground(PageFlow.MARGIN, PageFlow.WIDTH, high + 0.5, GROUND);
            flow.line(code.get(i), Face.MONO, CODE, i < typed ? INK : QUIET, CODE_PAD, high);
        }
    }
}
