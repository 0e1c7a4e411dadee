package org.vxlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.cli.CommandLines;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.LabFile;
import org.vxlab.session.PlanPreview;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Follows what the documentation points to, and reads the commands it tells people to type.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*]\\(([^)\\s]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```[^\n]*\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Path TEMPLATES = Path.of("../lab-templates");

    @Test
    void everyLinkPictureAndAnchorExists() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Documents.pages()) {
            String text = FENCE.matcher(Files.readString(page)).replaceAll("");
            Stream.of(LINK, PICTURE)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*") && !leadsSomewhere(page, target))
                    .forEach(target -> broken.add(page + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /// The anchors of a page's headings as GitHub makes them.
    private static Set<String> anchors(Path page) {
        String text;
        try {
            text = FENCE.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPageIsInBothLanguages() throws IOException {
        // What is for people who build or measure the program, or read its JSON, is in English.
        List<Path> pages =
                Documents.pages().stream()
                        .filter(page -> !page.toString().matches("\\.\\./app/(?!docs/).*"))
                        .filter(page -> !page.toString().contains("/decisions/"))
                        .filter(page -> !page.toString().matches(".*/(json|performance)\\.md"))
                        .toList();
        assertThat(pages)
                .filteredOn(page -> !page.toString().endsWith(".zh-CN.md"))
                .allSatisfy(page -> assertThat(chinese(page)).exists());
    }

    private static Path chinese(Path page) {
        String name = page.getFileName().toString().replace(".md", ".zh-CN.md");
        return page.equals(Path.of("../README.md"))
                ? Path.of("docs", name)
                : page.resolveSibling(name);
    }

    @Test
    void everyCommandLineIsOneTheProgramTakes() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : Documents.pages()) {
            String text = Files.readString(page);
            for (Command command : commands(text)) {
                CommandLines.complaint(command.words())
                        .filter(why -> command.typed() || !why.startsWith("Missing required"))
                        .ifPresent(why -> wrong.add(page + ": " + command + ": " + why));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCommandLineIsFound() {
        String text =
                """
                See `vxlab check` and `alias vxlab:lab`.
                ```
                vxlab apply $F && vxlab ping --count 3 $F > out.txt   # both
                mvn -q -Prun -Dvxlab.args="check lab.vxlab.yaml"
                ```
                """;
        assertThat(commands(text))
                .containsExactlyInAnyOrder(
                        new Command(List.of("apply", "$F"), true),
                        new Command(List.of("ping", "--count", "3", "$F"), true),
                        new Command(List.of("check", "lab.vxlab.yaml"), true),
                        new Command(List.of("check"), false));
    }

    /// A call of the program in a page.
    ///
    /// @param words behind `vxlab`
    /// @param typed whether it is a whole line to type, and not a mention
    private record Command(List<String> words, boolean typed) {}

    private static List<Command> commands(String text) {
        List<Command> commands = new ArrayList<>();
        FENCE.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .forEach(line -> read(line, true, commands));
        SPAN.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .forEach(span -> read(span.group(1), false, commands));
        return commands;
    }

    private static void read(String line, boolean typed, List<Command> commands) {
        Matcher fromSources = Pattern.compile("-Dvxlab\\.args=\"([^\"]*)\"").matcher(line);
        if (fromSources.find()) {
            read("vxlab " + fromSources.group(1), typed, commands);
            return;
        }
        String bare = line.strip().replaceAll(" +# .*", "");
        for (String part : bare.split(" *(;|&&| \\|) *")) {
            String call = part.replaceAll(" +[0-9]?>.*", "").replaceAll("^.*<\\(|\\)$", "");
            if (call.matches("vxlab [a-z$-].*") && !call.contains("…")) {
                List<String> words = List.of(call.strip().split(" +"));
                boolean file = words.size() == 2 && words.get(1).endsWith(LabFile.SUFFIX);
                // Synopses name what is to be put in.
                if (!call.matches(".*(\\[|\\.\\.\\.|COMMAND).*") && !file) {
                    commands.add(new Command(words.subList(1, words.size()), typed));
                }
            }
        }
    }

    @Test
    void templatesShowCommandsOfTheirOwnPlans() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Path lab = folder.resolve(folder.getFileName() + LabFile.SUFFIX);
                Set<String> planned =
                        PlanPreview.of(
                                        ResolvedLab.of(LabFile.read(lab).lab().orElseThrow()),
                                        Map.of())
                                .stream()
                                .map(HostPlan::steps)
                                .flatMap(List::stream)
                                .map(Step::text)
                                .collect(Collectors.toSet());
                for (String page : List.of("README.md", "README.zh-CN.md")) {
                    assertThat(planned)
                            .as("%s of %s", page, folder)
                            .containsAll(shown(folder.resolve(page)));
                }
            }
        }
    }

    /// The first listing that is made of commands alone: what runs on one host.
    private static List<String> shown(Path page) throws IOException {
        return FENCE
                .matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1).lines().map(String::strip).toList())
                .filter(lines -> lines.stream().allMatch(line -> line.matches("(ip|bridge) .*")))
                .filter(lines -> lines.size() > 2)
                .findFirst()
                .orElse(List.of())
                .stream()
                // Some are shortened.
                .filter(line -> !line.contains("…"))
                .toList();
    }
}
