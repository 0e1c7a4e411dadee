package org.vxlab.cli;

import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.session.ExportFolder;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `vxlab export FILE`: the lab as files that need this program no more.
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();

    @Option(
            names = "--to",
            descriptionKey = "to",
            paramLabel = "FORMAT",
            required = true,
            completionCandidates = FormatWords.class)
    private List<String> to = new ArrayList<>();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "DIR", required = true)
    private Path out;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    ExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /// The words of `--to`, for shell completion.
    static final class FormatWords extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FormatWords() {
            super(Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList());
        }
    }

    @Override
    public Integer call() throws Refusal {
        List<ExportFormat> formats = formats();
        ResolvedLab lab = file.load(invocation, true);
        ExportSource source = ExportSource.of(lab, invocation.texts()::of);
        Map<ExportFormat, Export> exports = new LinkedHashMap<>();
        formats.forEach(format -> exports.put(format, format.of(source)));
        List<ExportedFile> files = files(exports);
        write(files);
        if (invocation.json()) {
            invocation.json(json(lab, exports));
        } else {
            print(lab, exports, files);
        }
        return ExitCode.DONE.number();
    }

    private List<ExportFormat> formats() throws Refusal {
        List<ExportFormat> formats = new ArrayList<>();
        for (String word : new LinkedHashSet<>(to)) {
            formats.add(
                    ExportFormat.ofWord(word)
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    ExitCode.WRONG_USAGE,
                                                    Message.of(
                                                            "cli.export.format",
                                                            word,
                                                            String.join(
                                                                    ", ", new FormatWords())))));
        }
        return formats;
    }

    /// Several formats have a folder each.
    private static List<ExportedFile> files(Map<ExportFormat, Export> exports) {
        List<ExportedFile> files = new ArrayList<>();
        exports.forEach(
                (format, export) ->
                        export.files()
                                .forEach(
                                        each ->
                                                files.add(
                                                        new ExportedFile(
                                                                folder(exports, format)
                                                                        + each.path(),
                                                                each.text(),
                                                                each.executable()))));
        return files;
    }

    private static String folder(Map<ExportFormat, Export> exports, ExportFormat format) {
        return exports.size() == 1 ? "" : format.word() + "/";
    }

    private void write(List<ExportedFile> files) throws Refusal {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.export.notfolder", out));
        }
        ExportFolder folder = new ExportFolder(out);
        try {
            List<Path> inTheWay = folder.inTheWay(files);
            List<Path> folders = inTheWay.stream().filter(Files::isDirectory).toList();
            if (!folders.isEmpty()) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE, Message.of("cli.export.isfolder", named(folders)));
            }
            if (!inTheWay.isEmpty() && !force) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        Message.of("cli.export.intheway", named(inTheWay)),
                        Json.object("files", inTheWay));
            }
            folder.write(files);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of(
                            "cli.export.unwritable",
                            out,
                            e.getClass().getSimpleName() + " " + e.getMessage()),
                    e);
        }
    }

    private static String named(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private void print(
            ResolvedLab lab, Map<ExportFormat, Export> exports, List<ExportedFile> files) {
        files.forEach(each -> invocation.line(out.resolve(each.path()).toString()));
        exports.forEach(
                (format, export) -> {
                    if (!export.leftOut().isEmpty()) {
                        invocation.line(invocation.text("cli.export.leftout", format.word()));
                        export.leftOut()
                                .forEach(
                                        what ->
                                                invocation.line(
                                                        "  " + invocation.texts().of(what)));
                    }
                });
        invocation.note("cli.export.done", lab.name(), files.size(), out);
    }

    private Map<String, Object> json(ResolvedLab lab, Map<ExportFormat, Export> exports) {
        List<Object> formats = new ArrayList<>();
        exports.forEach(
                (format, export) ->
                        formats.add(
                                Json.object(
                                        "format",
                                        format.word(),
                                        "files",
                                        export.files().stream()
                                                .map(
                                                        each ->
                                                                Json.object(
                                                                        "path",
                                                                        folder(exports, format)
                                                                                + each.path(),
                                                                        "executable",
                                                                        each.executable()))
                                                .toList(),
                                        "leftOut",
                                        export.leftOut().stream()
                                                .map(
                                                        what ->
                                                                Json.object(
                                                                        "key",
                                                                        what.key(),
                                                                        "what",
                                                                        invocation
                                                                                .texts()
                                                                                .of(what)))
                                                .toList())));
        return Json.object("lab", lab.name(), "folder", out, "formats", formats);
    }
}
