package org.vxlab.cli;

import org.vxlab.cli.CommandPage.Argument;

import java.util.List;

/// The program's manual page, in the language of man(7), from the same texts as the help pages.
final class ManPage {
    private final StringBuilder page = new StringBuilder();
    private final Texts texts;

    private ManPage(Texts texts) {
        this.texts = texts;
    }

    /// @param pages of the commands, the program's own first
    /// @param version such as `vxlab 0.1.0`
    static String of(List<CommandPage> pages, Texts texts, String version) {
        return new ManPage(texts).write(pages, version);
    }

    private String write(List<CommandPage> pages, String version) {
        CommandPage program = pages.getFirst();
        List<CommandPage> commands = pages.subList(1, pages.size());
        macro(".TH", "VXLAB", "1", "", version, texts.of("cli.manual.title"));
        section("name");
        line(text(program.name()) + " \\- " + text(program.about()));
        section("synopsis");
        line(bold(program.name()));
        line(".br");
        line(bold(program.name()) + " \\fIFILE\\fR.vxlab.yaml");
        line(".br");
        line(bold(program.name()) + " \\fICOMMAND\\fR ...");
        section("description");
        paragraph(texts.of("cli.manual.about"));
        section("commands");
        commands.forEach(this::command);
        section("options");
        program.options().forEach(this::argument);
        section("examples");
        examples(program);
        section("files");
        for (String file : List.of("settings", "state", "ssh")) {
            argument(
                    new Argument(
                            texts.of("cli.manual.file." + file),
                            texts.of("cli.manual.file." + file + ".about")));
        }
        section("see");
        line(bold("ip-link") + "(8), " + bold("bridge") + "(8), " + bold("ssh_config") + "(5)");
        return page.toString();
    }

    private void command(CommandPage command) {
        macro(".SS", command.synopsis());
        line(text(command.about()));
        command.words().forEach(this::argument);
        command.options().forEach(this::argument);
        examples(command);
    }

    private void argument(Argument argument) {
        line(".TP");
        line(bold(argument.written()));
        line(text(argument.meaning()));
    }

    private void examples(CommandPage command) {
        line(".PP");
        line(".nf");
        line(".RS");
        command.examples().forEach(example -> line(text(example)));
        line(".RE");
        line(".fi");
        if (!command.notes().isEmpty()) {
            paragraph(String.join(" ", command.notes()));
        }
    }

    private void section(String name) {
        macro(".SH", texts.of("cli.manual." + name));
    }

    private void paragraph(String words) {
        line(".PP");
        line(text(words));
    }

    private void macro(String name, String... words) {
        page.append(name);
        for (String word : words) {
            page.append(" \"").append(text(word).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    private static String bold(String words) {
        return "\\fB" + text(words) + "\\fR";
    }

    /// A point or a quote at the beginning of a line would be a request.
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
