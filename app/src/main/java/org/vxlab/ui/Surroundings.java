package org.vxlab.ui;

import org.vxlab.session.SshAccess;
import org.vxlab.session.Words;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the window finds around it: the person, the clock, the environment.
///
/// @param server how this program is started again, without its words
public record Surroundings(
        Map<String, String> environment,
        InstantSource clock,
        ZoneId zone,
        SshAccess.User user,
        List<String> server) {
    public Surroundings {
        environment = Map.copyOf(environment);
        server = List.copyOf(server);
    }

    /// The folder for what the program remembers, after the XDG base directory specification.
    Path settings() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    /// The folder for what would be lost otherwise: recent files, unsaved labs.
    Path state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    /// Whether there is a screen to open a window on.
    boolean hasDisplay() {
        return !value("DISPLAY").isEmpty()
                || !value("WAYLAND_DISPLAY").isEmpty()
                || !System.getProperty("glass.platform", "").isEmpty()
                || !System.getProperty("os.name").equals("Linux");
    }

    /// The language of the system: English, unless it is Chinese.
    Locale language() {
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            if (!value(variable).isEmpty()) {
                return Words.language(value(variable));
            }
        }
        return Words.language(Locale.getDefault().getLanguage());
    }

    private Path folder(String variable, String usual) {
        String named = value(variable);
        return (named.startsWith("/") ? Path.of(named) : user.home().resolve(usual))
                .resolve("vxlab");
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "");
    }
}
