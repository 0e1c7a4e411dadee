package org.vxlab.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.util.Optional;

/// The options every command has.
final class GlobalOptions {
    static final String LANG = "--lang";
    static final String JSON = "--json";

    /// The languages there are.
    enum Language {
        EN,
        ZH
    }

    @Option(names = JSON, descriptionKey = "json", scope = ScopeType.INHERIT)
    boolean json;

    /// Read before the words are parsed, since what is wrong with them is said in a language.
    @Option(names = LANG, descriptionKey = "lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    Optional<Language> language = Optional.empty();

    @Option(names = "--no-color", descriptionKey = "no-color", scope = ScopeType.INHERIT)
    boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet",
            scope = ScopeType.INHERIT)
    boolean quiet;

    @Option(
            names = "--debug",
            descriptionKey = "debug",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT)
    Optional<Path> debug = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            scope = ScopeType.INHERIT)
    boolean help;
}
