package org.vxlab.cli;

import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.WrittenFile;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.publish.Publication;
import org.vxlab.publish.PublishFormat;
import org.vxlab.session.ExportFolder;
import org.vxlab.session.ExportTexts;
import org.vxlab.topology.Lab;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `vxlab export FILE`: the lab as files that need this program no more.
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final Publishing publishing = new Publishing();

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
            super(
                    Stream.concat(
                                    Arrays.stream(ExportFormat.values()).map(ExportFormat::word),
                                    Arrays.stream(PublishFormat.values()).map(PublishFormat::word))
                            .toList());
        }
    }

    /// What was made in one format.
    ///
    /// @param files with their paths below the folder of the format
    private record Made(String format, List<? extends WrittenFile> files, List<Message> leftOut) {}

    /// A file below the folder of its format.
    private record Placed(String path, byte[] bytes, boolean executable) implements WrittenFile {}

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        List<String> formats = formats();
        Lab drawn = file.loadDrawnWithWarnings(invocation);
        ResolvedLab lab = ResolvedLab.of(drawn);
        List<Made> made = new ArrayList<>();
        for (String format : formats) {
            made.add(make(format, drawn, lab));
        }
        List<WrittenFile> files = files(made);
        write(files);
        if (invocation.json()) {
            invocation.json(json(lab, made));
        } else {
            print(lab, made, files);
        }
        return (publishing.hasAway() ? ExitCode.NOT_REACHED : ExitCode.DONE).number();
    }

    private List<String> formats() throws Refusal {
        List<String> known = new FormatWords();
        for (String word : to) {
            if (!known.contains(word)) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        Message.of("cli.export.format", word, String.join(", ", known)));
            }
        }
        return List.copyOf(new LinkedHashSet<>(to));
    }

    private Made make(String format, Lab drawn, ResolvedLab lab)
            throws Refusal, LocalLabException, InterruptedException {
        Optional<ExportFormat> text = ExportFormat.ofWord(format);
        if (text.isPresent()) {
            Export export =
                    text.get().of(ExportSource.of(lab, invocation.texts()::of, ExportTexts::read));
            return new Made(format, export.files(), export.leftOut());
        }
        Publication publication =
                publishing.publish(
                        invocation, drawn, file.path(), PublishFormat.ofWord(format).orElseThrow());
        return new Made(format, publication.files(), publication.leftOut());
    }

    /// Several formats have a folder each.
    private static List<WrittenFile> files(List<Made> made) {
        List<WrittenFile> files = new ArrayList<>();
        for (Made one : made) {
            for (WrittenFile each : one.files()) {
                files.add(
                        new Placed(
                                folder(made, one) + each.path(), each.bytes(), each.executable()));
            }
        }
        return files;
    }

    private static String folder(List<Made> made, Made one) {
        return made.size() == 1 ? "" : one.format() + "/";
    }

    private void write(List<WrittenFile> files) throws Refusal {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.export.notfolder", out));
        }
        if (!Files.exists(out) && isNamedLikeOneOf(files)) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.export.filename", out, stem(out.getFileName().toString())));
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
            throw Unwritable.refusal("cli.export.unwritable", out, e);
        }
    }

    /// Whether the folder's name ends as that of a file to be written does: somebody who says
    /// `--out lab.png` means the picture.
    private boolean isNamedLikeOneOf(List<WrittenFile> files) {
        String ending = ending(String.valueOf(out.getFileName()));
        return !ending.isEmpty()
                && files.stream().anyMatch(each -> ending.equalsIgnoreCase(ending(each.path())));
    }

    private static String ending(String path) {
        return path.substring(stem(path).length());
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') + 1 ? path : path.substring(0, dot);
    }

    private static String named(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private void print(ResolvedLab lab, List<Made> made, List<WrittenFile> files) {
        files.forEach(each -> invocation.line(out.resolve(each.path()).toString()));
        for (Made one : made) {
            if (!one.leftOut().isEmpty()) {
                invocation.line(invocation.text("cli.export.leftout", one.format()));
                one.leftOut().forEach(what -> invocation.line("  " + invocation.texts().of(what)));
            }
        }
        invocation.note("cli.export.done", lab.name(), files.size(), out);
    }

    private Map<String, Object> json(ResolvedLab lab, List<Made> made) {
        List<Object> formats = new ArrayList<>();
        for (Made one : made) {
            formats.add(
                    Json.object(
                            "format",
                            one.format(),
                            "files",
                            one.files().stream()
                                    .map(
                                            each ->
                                                    Json.object(
                                                            "path",
                                                            folder(made, one) + each.path(),
                                                            "executable",
                                                            each.executable()))
                                    .toList(),
                            "leftOut",
                            one.leftOut().stream()
                                    .map(
                                            what ->
                                                    Json.object(
                                                            "key",
                                                            what.key(),
                                                            "what",
                                                            invocation.texts().of(what)))
                                    .toList()));
        }
        return Json.object("lab", lab.name(), "folder", out, "formats", formats);
    }
}
