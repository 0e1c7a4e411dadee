package org.vxlab.session;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.vxlab.topology.Message;

import java.util.Optional;

/// Says in our words what the YAML scanner found wrong.
final class YamlSyntax {
    private YamlSyntax() {}

    static FileProblem problem(MarkedYamlEngineException e, String text) {
        FileProblem problem = problem(e);
        return YamlLookalike.near(text, problem.line()).map(YamlLookalike::problem).orElse(problem);
    }

    private static FileProblem problem(MarkedYamlEngineException e) {
        String said = String.valueOf(e.getProblem());
        String kind = kind(said + " " + e.getContext());
        // What was never closed is shown where it begins, not at the end of the file.
        boolean unclosed = kind.equals("bracket") || said.contains("end of stream");
        Optional<Mark> mark =
                unclosed
                        ? e.getContextMark().or(e::getProblemMark)
                        : e.getProblemMark().or(e::getContextMark);
        return FileProblem.error(
                "",
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                Message.of("session.yaml." + kind, said.lines().findFirst().orElse("")),
                Message.of("session.yaml." + kind + ".cure"));
    }

    /// The kinds of mistakes people make; matched by the scanner's words, so a new version of it
    /// can at worst make a message more general.
    private static String kind(String said) {
        if (said.contains("\\t(TAB)") || said.contains("tab character")) {
            return "tab";
        }
        if (said.contains("mapping values are not allowed")
                || said.contains("could not find expected ':'")) {
            return "colon";
        }
        if (said.contains("quoted scalar")) {
            return "quote";
        }
        if (said.contains("flow mapping") || said.contains("flow sequence")) {
            return "bracket";
        }
        if (said.contains("block collection") || said.contains("block mapping")) {
            return "indent";
        }
        return "syntax";
    }

    /// A character that no YAML text may hold.
    static FileProblem problem(ReaderException e, String text) {
        int at = Math.max(0, text.indexOf(e.getCodePoint()));
        int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int column = 1 + text.codePointCount(Math.min(lineStart, at), at);
        return FileProblem.error(
                "",
                line,
                column,
                Message.of("session.yaml.character", "U+%04X".formatted(e.getCodePoint())),
                Message.of("session.yaml.character.cure"));
    }

    static FileProblem unplaced(YamlEngineException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return FileProblem.error(
                "",
                1,
                1,
                Message.of("session.yaml.syntax", said),
                Message.of("session.yaml.syntax.cure"));
    }
}
