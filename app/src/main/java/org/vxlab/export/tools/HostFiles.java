package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;

/// Gathers the files of an export, what is missing in them, and the page that says how to use them.
final class HostFiles {
    private final ExportSource source;
    private final String keys;
    private final List<ExportedFile> files = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /// @param keys how the message keys of the format's page begin
    HostFiles(ExportSource source, String keys) {
        this.source = source;
        this.keys = keys;
    }

    /// Notes what is missing; returns the comment that begins each file concerned.
    ///
    /// @param subject who the files are for: a host, or the lab
    String begin(String subject, List<Gap> missing) {
        gaps.addAll(missing);
        StringBuilder text = new StringBuilder();
        comment(text, source.text("export.file.head", source.lab().name(), subject));
        if (!missing.isEmpty()) {
            comment(text, source.text("export.file.gaps"));
            for (Gap gap : missing) {
                comment(text, "- " + source.words().apply(gap.message()));
                gap.byHand().forEach(step -> comment(text, "    " + step.text()));
            }
        }
        return text.toString();
    }

    /// Notes something that no file is written for.
    void leaveOut(Gap gap) {
        gaps.add(gap);
    }

    private static void comment(StringBuilder text, String sentence) {
        sentence.lines().forEach(line -> text.append("# ").append(line).append('\n'));
    }

    void add(String path, String text) {
        files.add(ExportedFile.plain(path, text));
    }

    void addScript(String path, String text) {
        files.add(ExportedFile.script(path, text));
    }

    /// Everything, with a page beside it.
    ///
    /// @param use the commands that put the files to work
    /// @param undo the commands that take it all away again
    Export finish(List<String> use, List<String> undo) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(text("title", source.lab().name())).append("\n\n");
        page.append(text("about")).append("\n\n");
        chapter(page, "export.page.use", use);
        chapter(page, "export.page.undo", undo);
        page.append("## ").append(source.text("export.page.gaps")).append("\n\n");
        if (gaps.isEmpty()) {
            page.append(source.text("export.page.whole")).append('\n');
        }
        for (Gap gap : gaps) {
            page.append("- ").append(source.words().apply(gap.message())).append('\n');
            if (!gap.byHand().isEmpty()) {
                page.append("\n  ```\n");
                for (Step step : gap.byHand()) {
                    page.append("  ").append(step.text()).append('\n');
                }
                page.append("  ```\n");
            }
        }
        List<ExportedFile> all = new ArrayList<>(files);
        all.add(ExportedFile.plain("README.md", page.toString()));
        return new Export(all, gaps.stream().map(Gap::message).toList());
    }

    private void chapter(StringBuilder page, String title, List<String> commands) {
        page.append("## ").append(source.text(title)).append("\n\n```\n");
        commands.forEach(command -> page.append(command).append('\n'));
        page.append("```\n\n");
    }

    private String text(String part, Object... arguments) {
        return source.words().apply(Message.of(keys + part, arguments));
    }
}
