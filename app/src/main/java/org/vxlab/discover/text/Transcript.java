package org.vxlab.discover.text;

import org.vxlab.discover.FindingList;
import org.vxlab.discover.text.TextLine.Code;
import org.vxlab.discover.text.TextLine.Label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through a text from top to bottom: variables, loops, and one command after the other.
final class Transcript {
    /// Enough for any tutorial; a loop in a loop in a loop is not.
    private static final int MOST_STEPS = 20_000;

    /// A command in a command in a command; and a value that grows by itself.
    private static final int DEEPEST = 8;

    private static final int LONGEST_VALUE = 4000;

    private static final Pattern FOR = Pattern.compile("for\\s+(\\w+)\\s+in\\s+(.*)");
    private static final Pattern IF = Pattern.compile("if\\s+\\[.*");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:(?:export|local|readonly|declare)\\s+)?([A-Za-z_]\\w*)=(.*)");

    private final Cast cast;
    private final CommandRun run;
    private final Map<String, String> variables = new HashMap<>();
    private final ShellWords shell = new ShellWords(variables);
    private int steps;
    private int depth;

    Transcript(Cast cast, FindingList findings) {
        this.cast = cast;
        this.run = new CommandRun(cast, findings, this::inner);
    }

    /// A command, or a label between commands.
    private sealed interface Statement {
        record Command(int line, Optional<String> prompt, String after, String text)
                implements Statement {}

        record Where(HostLabel label) implements Statement {}
    }

    /// @param host the one the whole text is for; absent where the text itself says
    void read(String text, Optional<String> host) {
        List<TextLine> lines = TextLines.of(text);
        boolean prompts = host.isEmpty() && promptsTell(lines);
        host.ifPresent(cast::go);
        List<Statement> statements = new ArrayList<>();
        for (TextLine line : lines) {
            switch (line) {
                case Label label -> {
                    if (host.isEmpty()) {
                        statements.add(new Statement.Where(label.label()));
                    }
                }
                case Code code -> {
                    for (ShellWords.Command command : shell.commands(code.text())) {
                        statements.add(
                                new Statement.Command(
                                        code.number(),
                                        code.prompt().filter(_ -> prompts),
                                        command.after(),
                                        command.text()));
                    }
                }
            }
        }
        run(statements);
    }

    /// Whether prompts name the hosts: one name in all of them is that of machines made alike.
    private static boolean promptsTell(List<TextLine> lines) {
        Set<String> names = new HashSet<>();
        boolean labels = false;
        for (TextLine line : lines) {
            switch (line) {
                case Label _ -> labels = true;
                case Code code -> code.prompt().ifPresent(names::add);
            }
        }
        return names.size() > 1 || names.size() == 1 && !labels && !names.contains("localhost");
    }

    private void inner(int line, String text) {
        if (depth == DEEPEST) {
            return;
        }
        List<Statement> statements = new ArrayList<>();
        for (ShellWords.Command command : shell.commands(text)) {
            statements.add(
                    new Statement.Command(line, Optional.empty(), command.after(), command.text()));
        }
        depth++;
        run(statements);
        depth--;
    }

    /// @return whether a `continue` ended it
    private boolean run(List<Statement> statements) {
        Optional<Boolean> last = Optional.empty();
        for (int i = 0; i < statements.size() && steps < MOST_STEPS; i++) {
            switch (statements.get(i)) {
                case Statement.Where(HostLabel label) -> cast.go(label);
                case Statement.Command command -> {
                    String text = body(command.text());
                    Matcher loop = FOR.matcher(text);
                    steps++;
                    if (loop.matches()) {
                        int end = end(statements, i, FOR, "done\\b.*");
                        for (String item : shell.items(loop.group(2))) {
                            variables.put(loop.group(1), item);
                            run(statements.subList(i + 1, end));
                        }
                        i = end;
                    } else if (IF.matcher(text).matches()) {
                        int end = end(statements, i, IF, "fi\\b.*");
                        if (branch(text, statements.subList(i + 1, end))) {
                            return true;
                        }
                        i = end;
                    } else if (!isSkipped(command.after(), last)) {
                        if (text.equals("continue")) {
                            return true;
                        }
                        last = Condition.of(shell.words(text));
                        command(command);
                    }
                }
            }
        }
        return false;
    }

    /// Whether the test before a command decides against it.
    private static boolean isSkipped(String after, Optional<Boolean> test) {
        return test.isPresent()
                && (after.equals("&&") && !test.get() || after.equals("||") && test.get());
    }

    /// Runs the branch the test decides for; where it decides nothing, the first.
    private boolean branch(String text, List<Statement> body) {
        int otherwise = 0;
        while (otherwise < body.size()
                && !(body.get(otherwise) instanceof Statement.Command command
                        && command.text().matches("else\\b.*|elif\\b.*"))) {
            otherwise++;
        }
        Optional<Boolean> test = Condition.of(shell.words(text.replaceFirst("^if\\s+", "")));
        return run(
                test.orElse(true)
                        ? body.subList(0, otherwise)
                        : body.subList(Math.min(otherwise, body.size()), body.size()));
    }

    /// A command behind the `do` of its loop, or the `then` or `else` of its branch.
    private static String body(String text) {
        return text.replaceFirst("^(?:do|then|else)\\s+", "").strip();
    }

    /// Where what begins at `start` ends; where its end is missing, behind the last statement.
    private static int end(List<Statement> statements, int start, Pattern opens, String closes) {
        int depth = 0;
        for (int i = start; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Command command) {
                String text = body(command.text());
                depth += opens.matcher(text).matches() ? 1 : text.matches(closes) ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return statements.size();
    }

    private void command(Statement.Command command) {
        String text = body(command.text());
        Matcher assignment = ASSIGNMENT.matcher(text);
        if (assignment.matches() && shell.words(assignment.group(2)).size() <= 1) {
            String value = String.join(" ", shell.words(assignment.group(2)));
            if (value.length() <= LONGEST_VALUE) {
                variables.put(assignment.group(1), value);
            }
            return;
        }
        command.prompt().ifPresent(cast::go);
        run.run(command.line(), shell.words(text));
    }
}
