package org.vxlab.remote;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The lines of an OpenSSH client configuration (ssh_config(5)), `Include`d files in their place.
///
/// `Match` blocks are passed over with a note.
final class SshConfig {
    /// As in OpenSSH (READCONF_MAX_DEPTH).
    private static final int DEEPEST_INCLUDE = 16;

    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[]");

    /// A line that applies where all of its conditions do.
    ///
    /// @param conditions of each, one pattern must match and no `!` pattern may
    /// @param keyword in lower case
    record Setting(
            List<List<String>> conditions,
            String keyword,
            List<String> values,
            Path file,
            int line) {
        Setting {
            conditions = List.copyOf(conditions);
            values = List.copyOf(values);
        }

        String value() {
            return values.getFirst();
        }

        String place() {
            return file + ":" + line;
        }

        private boolean appliesTo(String host) {
            return conditions.stream().allMatch(patterns -> matches(patterns, host));
        }

        private static boolean matches(List<String> patterns, String host) {
            boolean found = false;
            for (String pattern : patterns) {
                if (pattern.startsWith("!")) {
                    if (HostPattern.matches(pattern.substring(1), host)) {
                        return false;
                    }
                } else {
                    found |= HostPattern.matches(pattern, host);
                }
            }
            return found;
        }
    }

    private final Path folder;
    private final Path home;
    private final List<Setting> settings = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final Set<String> aliases = new LinkedHashSet<>();

    private SshConfig(Path file, Path home) {
        this.folder = file.toAbsolutePath().getParent();
        this.home = home;
    }

    /// @param file need not exist
    static SshConfig read(Path file, Path home) {
        SshConfig config = new SshConfig(file, home);
        if (Files.isRegularFile(file)) {
            config.read(file, List.of(), 0);
        }
        return config;
    }

    /// The same from a text that is no file yet.
    ///
    /// @param origin stands for the file in places and for what is included from it
    static SshConfig parse(String text, Path origin, Path home) {
        SshConfig config = new SshConfig(origin, home);
        config.read(text.lines().toList(), origin, List.of(), 0);
        return config;
    }

    /// The names after `Host` that are no patterns, each once, in order.
    List<String> aliases() {
        return List.copyOf(aliases);
    }

    /// What was passed over, each with file and line.
    List<Message> notes() {
        return List.copyOf(notes);
    }

    /// The lines with this keyword that apply to a host, in order.
    List<Setting> all(String host, String keyword) {
        return settings.stream()
                .filter(setting -> setting.keyword().equals(keyword) && setting.appliesTo(host))
                .toList();
    }

    /// The first value counts.
    Optional<Setting> first(String host, String keyword) {
        return all(host, keyword).stream().findFirst();
    }

    private void read(Path file, List<List<String>> outer, int depth) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            notes.add(
                    Message.of("remote.config.unreadable", file.toString(), unreadable.toString()));
            return;
        }
        read(lines, file, outer, depth);
    }

    private void read(List<String> lines, Path file, List<List<String>> outer, int depth) {
        List<List<String>> conditions = outer;
        for (int i = 0; i < lines.size(); i++) {
            Optional<List<String>> words = words(lines.get(i));
            if (words.isEmpty() || words.get().size() == 1) {
                notes.add(Message.of("remote.config.malformed", file + ":" + (i + 1)));
                continue;
            }
            if (words.get().isEmpty()) {
                continue;
            }
            String keyword = words.get().getFirst().toLowerCase(Locale.ROOT);
            List<String> values = words.get().subList(1, words.get().size());
            switch (keyword) {
                case "host" -> {
                    conditions = with(outer, values);
                    values.stream().filter(SshConfig::isName).forEach(aliases::add);
                }
                case "match" -> {
                    conditions = with(outer, List.of());
                    notes.add(Message.of("remote.config.match", file + ":" + (i + 1)));
                }
                case "include" -> {
                    for (String pattern : values) {
                        include(pattern, conditions, depth + 1, file + ":" + (i + 1));
                    }
                }
                default -> settings.add(new Setting(conditions, keyword, values, file, i + 1));
            }
        }
    }

    private static boolean isName(String pattern) {
        return !pattern.startsWith("!") && !WILDCARDS.matcher(pattern).find();
    }

    private static List<List<String>> with(List<List<String>> outer, List<String> patterns) {
        List<List<String>> all = new ArrayList<>(outer);
        all.add(patterns);
        return all;
    }

    private void include(String pattern, List<List<String>> conditions, int depth, String place) {
        if (depth > DEEPEST_INCLUDE) {
            notes.add(Message.of("remote.config.includeDepth", place));
            return;
        }
        Path glob = SshPaths.expand(pattern, home, folder);
        try {
            List<Path> files = matching(glob);
            if (files.isEmpty() && !WILDCARDS.matcher(pattern).find()) {
                notes.add(Message.of("remote.config.includeMissing", place, glob));
            }
            for (Path file : files) {
                read(file, conditions, depth);
            }
        } catch (IOException unreadable) {
            notes.add(Message.of("remote.config.unreadable", place, unreadable.toString()));
        } catch (PatternSyntaxException malformed) {
            notes.add(Message.of("remote.config.malformed", place));
        }
    }

    /// The files a pattern means, in order, as glob(7) finds them: a folder that is named outright
    /// need not be readable, and a wildcard passes hidden files over.
    private static List<Path> matching(Path glob) throws IOException {
        List<Path> folders = List.of(glob.getRoot());
        for (int i = 0; i < glob.getNameCount(); i++) {
            String name = glob.getName(i).toString();
            List<Path> found = new ArrayList<>();
            for (Path in : folders) {
                if (WILDCARDS.matcher(name).find()) {
                    found.addAll(matching(in, name));
                } else {
                    found.add(in.resolve(name));
                }
            }
            found.sort(null);
            folders = found;
        }
        return folders.stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> matching(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // To Java braces mean a choice; to OpenSSH they are letters.
        String glob = pattern.replaceAll("[{}]", "\\\\$0");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, glob)) {
            for (Path each : names) {
                if (pattern.startsWith(".") || !each.getFileName().toString().startsWith(".")) {
                    found.add(each);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return found;
    }

    /// @return the keyword and its values; none for a blank line or a comment; empty where a quote
    ///   is left open
    private static Optional<List<String>> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char next = line.charAt(at);
            if (Character.isWhitespace(next) || (next == '=' && words.size() == 1)) {
                at++;
            } else if (next == '#') {
                break;
            } else if (next == '"') {
                int close = line.indexOf('"', at + 1);
                if (close < 0) {
                    return Optional.empty();
                }
                words.add(line.substring(at + 1, close));
                at = close + 1;
            } else {
                int end = at;
                while (end < line.length() && !endsWord(line.charAt(end), words.isEmpty())) {
                    end++;
                }
                words.add(line.substring(at, end));
                at = end;
            }
        }
        return Optional.of(words);
    }

    private static boolean endsWord(char next, boolean keyword) {
        return Character.isWhitespace(next) || (keyword && next == '=');
    }
}
