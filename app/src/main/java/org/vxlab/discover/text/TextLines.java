package org.vxlab.discover.text;

import org.vxlab.discover.text.TextLine.Code;
import org.vxlab.discover.text.TextLine.Label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the commands and the names of hosts among prose, Markdown, HTML and what tools print.
final class TextLines {
    /// No command is longer, and patterns are slow on lines without an end.
    private static final int LONGEST_LINE = 4000;

    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)\\s*\\{?\\.?([\\w+-]*).*");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+\\S.*");
    private static final Pattern MARKER =
            Pattern.compile("(?:>\\s+|[-*+]\\s+|\\(?\\d{1,2}[.)、]\\s*|（\\d{1,2}）\\s*)+");
    private static final Pattern ROOT_PROMPT = Pattern.compile("\\s*#\\s+(.*)");

    /// Languages of code blocks that hold no shell commands.
    private static final Set<String> OTHER_LANGUAGES =
            Set.of(
                    "yaml",
                    "yml",
                    "json",
                    "python",
                    "py",
                    "go",
                    "c",
                    "cpp",
                    "java",
                    "xml",
                    "html",
                    "ini",
                    "conf",
                    "toml",
                    "diff",
                    "mermaid",
                    "js",
                    "javascript",
                    "rust",
                    "sql");

    private final List<String> lines;
    private final boolean hash;
    private final List<TextLine> found = new ArrayList<>();
    private boolean fenced;
    private boolean foreign;
    private String hereDocument = "";

    private TextLines(String text) {
        lines = text.lines().map(TextLines::plain).toList();
        hash = isHashPrompt();
    }

    static List<TextLine> of(String text) {
        return new TextLines(text).read();
    }

    /// The line without what web pages put around it.
    private static String plain(String line) {
        return line.replaceAll("(?i)<h[1-6](?:\\s[^>]*)?>", "## ")
                .replaceAll("(?i)</?(?:h[1-6]|pre|code|p|br|span|div|strong|b)(?:\\s[^>]*)?/?>", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace('\u00a0', ' ')
                .replace("\ufeff", "")
                .replace('\u2013', '-');
    }

    /// Whether `# ip ...` is typed by root: in a script it is switched off.
    private boolean isHashPrompt() {
        int prompts = 0;
        int bare = 0;
        for (String line : lines) {
            Matcher hashed = ROOT_PROMPT.matcher(line);
            if (hashed.matches()) {
                prompts += CommandShape.isCommand(hashed.group(1)) ? 1 : 0;
            } else {
                bare += CommandShape.isCommand(line) ? 1 : 0;
            }
        }
        boolean script = !lines.isEmpty() && lines.getFirst().startsWith("#!");
        return !script && prompts > 0 && prompts >= bare;
    }

    private List<TextLine> read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                fenced = !fenced;
                foreign = fenced && OTHER_LANGUAGES.contains(fence.group(1));
            } else if (!hereDocument.isEmpty()) {
                hereDocument = line.strip().equals(hereDocument) ? "" : hereDocument;
            } else if (!foreign && line.length() <= LONGEST_LINE) {
                i = read(i, line.strip());
            }
        }
        return List.copyOf(found);
    }

    /// @return the index of the last line that was used
    private int read(int index, String line) {
        String unmarked = unmarked(line);
        Optional<Prompt> prompt = Prompt.of(line, hash).or(() -> Prompt.of(unmarked, hash));
        String bare = CommandShape.isCommand(line) ? line : unmarked;
        if (prompt.isPresent() || CommandShape.isCommand(bare)) {
            return code(
                    index, prompt.flatMap(Prompt::host), prompt.map(Prompt::command).orElse(bare));
        }
        boolean comment =
                line.startsWith("#") && (fenced || !HEADING.matcher(line).matches())
                        || line.startsWith("//");
        Optional<HostLabel> label = HostLabel.of(comment ? line : unquoted(line), comment);
        label.ifPresent(where -> found.add(new Label(index + 1, where)));
        return index;
    }

    private static String unmarked(String line) {
        Matcher marker = MARKER.matcher(line);
        String rest = marker.lookingAt() ? line.substring(marker.end()) : line;
        return unquoted(rest);
    }

    /// A line that is one span of code.
    private static String unquoted(String line) {
        return line.matches("`[^`]+`\\W?") ? line.replaceAll("^`|`\\W?$", "") : line;
    }

    private int code(int index, Optional<String> prompt, String first) {
        StringBuilder code = new StringBuilder(first);
        int last = index;
        while (code.toString().stripTrailing().endsWith("\\") && last + 1 < lines.size()) {
            last++;
            code.setLength(code.toString().stripTrailing().length() - 1);
            code.append(' ').append(lines.get(last).strip().replaceFirst("^>\\s+", ""));
        }
        String whole = code.toString();
        Matcher here =
                Pattern.compile("(?:cat|tee)\\b.*<<-?\\s*['\"]?(\\w+)['\"]?.*").matcher(whole);
        if (here.find()) {
            hereDocument = here.group(1);
        } else {
            found.add(new Code(index + 1, prompt, whole));
        }
        return last;
    }
}
