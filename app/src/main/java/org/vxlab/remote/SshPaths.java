package org.vxlab.remote;

import java.nio.file.Path;

/// Paths as people write them for SSH: absolute, from the home folder (`~/`), or relative.
final class SshPaths {
    private SshPaths() {}

    /// @param base where a relative path begins
    static Path expand(String text, Path home, Path base) {
        if (text.equals("~")) {
            return home;
        }
        Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : base.resolve(text);
        return path.toAbsolutePath().normalize();
    }
}
