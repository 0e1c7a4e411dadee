package org.vxlab.publish;

import org.vxlab.publish.Block.Commands;
import org.vxlab.publish.Block.Drawing;
import org.vxlab.publish.Block.Explained;
import org.vxlab.publish.Block.Heading;
import org.vxlab.publish.Block.Paragraph;
import org.vxlab.publish.Block.Table;
import org.vxlab.publish.Block.Trial;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a handout as Markdown, in the dialect of GitHub.
final class MarkdownHandout {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|#]");

    /// What a shell prints before a command of root.
    private static final String PROMPT = "# ";

    private final StringBuilder text = new StringBuilder();

    private MarkdownHandout() {}

    /// @param picture the file of the picture, beside this one
    /// @param pictured what it shows, for those who do not see it
    static String of(Handout handout, String picture, String pictured) {
        MarkdownHandout markdown = new MarkdownHandout();
        markdown.part("# " + plain(handout.title()));
        for (Block block : handout.blocks()) {
            switch (block) {
                case Heading(int level, String heading) ->
                        markdown.part("#".repeat(level + 1) + " " + plain(heading));
                case Paragraph(String sentence) -> markdown.part(plain(sentence));
                case Drawing() -> markdown.part("![" + plain(pictured) + "](" + picture + ")");
                case Table table -> markdown.part(table(table));
                case Commands(List<Explained> commands) -> markdown.part(commands(commands));
                case Trial trial -> markdown.part(trial(trial));
            }
        }
        return markdown.text.toString();
    }

    private void part(String part) {
        text.append(text.isEmpty() ? "" : "\n").append(part).append('\n');
    }

    private static String table(Table table) {
        return row(table.head().stream().map(MarkdownHandout::plain).toList())
                + row(table.head().stream().map(_ -> "---").toList())
                + table.rows().stream()
                        .map(cells -> row(cells.stream().map(MarkdownHandout::cell).toList()))
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String cell(String content) {
        return content.isEmpty() ? "–" : "`" + content + "`";
    }

    /// One block, which as a whole is a script.
    private static String commands(List<Explained> commands) {
        return fenced(
                commands.stream()
                        .map(one -> "# " + one.why() + "\n" + one.command())
                        .collect(Collectors.joining("\n\n")));
    }

    private static String trial(Trial trial) {
        String lines =
                trial.printed().stream().map(line -> "\n" + line).collect(Collectors.joining());
        return plain(trial.what())
                + "\n\n"
                + fenced(trial.host() + PROMPT + trial.command() + lines)
                + "\n\n"
                + plain(trial.meaning());
    }

    private static String fenced(String code) {
        return "```sh\n" + code + "\n```";
    }

    private static String plain(String sentence) {
        return MARKUP.matcher(sentence).replaceAll("\\\\$0");
    }
}
