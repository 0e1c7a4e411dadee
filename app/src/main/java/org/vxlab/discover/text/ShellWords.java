package org.vxlab.discover.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a line as a shell does: into commands, and those into words with their variables filled
/// in. A variable without a value stays as it is written.
final class ShellWords {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\$(?:\\{(\\w+)(?::?-([^}]*))?\\}|([A-Za-z_]\\w*|[0-9@*#?])|\\(\\(([^)]*)\\)\\))");
    private static final Pattern SUM =
            Pattern.compile("\\s*\\$?(\\w+)\\s*(?:([+-])\\s*\\$?(\\w+)\\s*)?");

    private final Map<String, String> variables;

    ShellWords(Map<String, String> variables) {
        this.variables = variables;
    }

    /// A command and what stands before it.
    ///
    /// @param after `&&` or `||`, or empty text
    record Command(String after, String text) {}

    /// The commands between `;`, `&&`, `||`, `|` and `&`; only the first of a pipe is kept.
    List<Command> commands(String line) {
        List<Command> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        char quote = 0;
        int depth = 0;
        boolean piped = false;
        String after = "";
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : 0;
            boolean plain = quote == 0 && depth == 0;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == '#'
                    && plain
                    && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                break;
            }
            boolean redirects = i > 0 && line.charAt(i - 1) == '>' || next == '>';
            if (plain && (c == ';' || c == '|' || c == '&' && !redirects)) {
                keep(command, piped, after, commands);
                piped = c == '|' && next != '|';
                after = next == c && c != ';' ? "" + c + c : "";
                i += next == c ? 1 : 0;
            } else {
                command.append(c);
            }
        }
        keep(command, piped, after, commands);
        return commands;
    }

    private static void keep(
            StringBuilder command, boolean piped, String after, List<Command> commands) {
        if (!piped && !command.toString().isBlank()) {
            commands.add(new Command(after, command.toString().strip()));
        }
        command.setLength(0);
    }

    /// The words of a command, without its redirections.
    List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        String text = command + " ";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (quote == '"' && c == '$') {
                    i = variable(text, i, word);
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c == '\\') {
                i++;
                word.append(i < text.length() - 1 ? text.charAt(i) : ' ');
            } else if (c == '$') {
                i = variable(text, i, word);
            } else if (Character.isWhitespace(c)) {
                close(word, open, words);
                open = false;
            } else {
                word.append(c);
            }
        }
        close(word, open || quote != 0, words);
        return withoutRedirections(words);
    }

    /// Unquoted, a value of several words becomes as many.
    private static void close(StringBuilder word, boolean quoted, List<String> words) {
        if (quoted) {
            words.add(word.toString());
        } else if (!word.isEmpty()) {
            words.addAll(List.of(word.toString().strip().split("\\s+")));
        }
        word.setLength(0);
    }

    private int variable(String text, int at, StringBuilder word) {
        Matcher variable = VARIABLE.matcher(text).region(at, text.length());
        if (!variable.lookingAt()) {
            word.append('$');
            return at;
        }
        String name = Optional.ofNullable(variable.group(1)).orElse(variable.group(3));
        if (variable.group(4) != null) {
            word.append(sum(variable.group(4)).orElse(variable.group()));
        } else if (variables.containsKey(name)) {
            word.append(variables.get(name));
        } else {
            word.append(Optional.ofNullable(variable.group(2)).orElse(variable.group()));
        }
        return variable.end() - 1;
    }

    private Optional<String> sum(String expression) {
        Matcher sum = SUM.matcher(expression);
        if (!sum.matches()) {
            return Optional.empty();
        }
        Optional<Integer> left = number(sum.group(1));
        Optional<Integer> right = sum.group(3) == null ? Optional.of(0) : number(sum.group(3));
        boolean minus = "-".equals(sum.group(2));
        return left.flatMap(
                one -> right.map(other -> Integer.toString(minus ? one - other : one + other)));
    }

    private Optional<Integer> number(String word) {
        String value = variables.getOrDefault(word, word);
        return value.matches("[0-9]{1,8}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static List<String> withoutRedirections(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("[0-9&]?>{1,2}|<{1,3}")) {
                i++;
            } else if (!word.matches("[0-9&]?>{1,2}\\S+|<{1,2}-?\\w+")) {
                kept.add(word);
            }
        }
        return kept;
    }

    /// The words of a `for`: ranges in braces and `seq` are counted out.
    List<String> items(String list) {
        List<String> items = new ArrayList<>();
        String counted =
                list.replaceAll("(?:\\$\\(|`)\\s*seq\\s+(\\d+)\\s+(\\d+)\\s*[)`]", "{$1..$2}")
                        .replaceAll("(?:\\$\\(|`)\\s*seq\\s+(\\d+)\\s*[)`]", "{1..$1}");
        for (String word : words(counted)) {
            Matcher range =
                    Pattern.compile("(.*)\\{(\\d{1,4})\\.\\.(\\d{1,4})\\}(.*)").matcher(word);
            if (range.matches()) {
                int last = Integer.parseInt(range.group(3));
                for (int i = Integer.parseInt(range.group(2)); i <= last; i++) {
                    items.add(range.group(1) + i + range.group(4));
                }
            } else {
                items.add(word);
            }
        }
        return items;
    }
}
