package org.vxlab.cli;

import org.junit.jupiter.api.Test;
import org.vxlab.Documents;
import org.vxlab.cli.CommandPage.Argument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Keeps the documentation's page of all commands as it is generated from their help.
class CommandsPageTest {
    private static final Path FOLDER = Path.of("docs");

    @Test
    void thePageIsWhatIsGenerated() throws IOException {
        Documents.same(
                FOLDER.resolve("commands.md"), page("en", "**English** · [中文](commands.zh-CN.md)"));
        Documents.same(
                FOLDER.resolve("commands.zh-CN.md"), page("zh", "[English](commands.md) · **中文**"));
    }

    private static String page(String language, String other) {
        Texts texts = Texts.in(Texts.locale(language));
        List<CommandPage> pages = CommandLines.pages(language);
        CommandPage program = pages.getFirst();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(texts.of("cli.manual.title")).append("\n\n").append(other);
        page.append("\n\n").append(texts.of("cli.manual.about")).append("\n\n");
        examples(page, program);
        page.append("## ").append(texts.of("cli.manual.options")).append("\n\n");
        arguments(page, program.options());
        for (CommandPage command : pages.subList(1, pages.size())) {
            page.append("## ").append(command.name()).append("\n\n");
            page.append(command.about()).append("\n\n");
            page.append("`").append(command.synopsis()).append("`\n\n");
            arguments(page, command.words());
            arguments(page, command.options());
            examples(page, command);
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void arguments(StringBuilder page, List<Argument> arguments) {
        for (Argument one : arguments) {
            page.append("- `").append(one.written()).append("`: ").append(one.meaning());
            page.append('\n');
        }
        if (!arguments.isEmpty()) {
            page.append('\n');
        }
    }

    private static void examples(StringBuilder page, CommandPage command) {
        page.append("```sh\n").append(String.join("\n", command.examples())).append("\n```\n\n");
        if (!command.notes().isEmpty()) {
            page.append(String.join(" ", command.notes())).append("\n\n");
        }
    }
}
