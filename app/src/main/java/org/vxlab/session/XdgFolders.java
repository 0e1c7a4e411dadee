package org.vxlab.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps what is the user's (XDG Base Directory Specification 0.8).
///
/// @param config settings and the list of recent files
/// @param state what is kept between runs: side files of labs never saved
public record XdgFolders(Path config, Path state) {
    private static final String NAME = "vxlab";

    /// @param environment variables of the process
    public static XdgFolders of(Map<String, String> environment, Path home) {
        return new XdgFolders(
                folder(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve(NAME),
                folder(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local/state"))
                        .resolve(NAME));
    }

    public RecentFiles recentFiles() {
        return new RecentFiles(config.resolve("recent"));
    }

    /// The specification says that a path that is not absolute is to be ignored.
    private static Optional<Path> folder(Map<String, String> environment, String name) {
        try {
            return Optional.ofNullable(environment.get(name))
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
