package org.vxlab.locallab;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The environment of everything that runs in a lab: nothing of the caller's but its home.
final class CleanEnvironment {
    /// Ordinary users often lack the sbin folders, where `ip` and `bridge` are.
    private static final List<String> FOLDERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private CleanEnvironment() {}

    /// Where programs are looked for.
    static String path() {
        Set<String> folders = new LinkedHashSet<>(FOLDERS);
        String own = System.getenv("PATH");
        if (own != null) {
            // An empty entry would mean the current folder.
            Stream.of(own.split(":")).filter(each -> !each.isEmpty()).forEach(folders::add);
        }
        return String.join(":", folders);
    }

    /// Replaces all variables.
    static void set(Map<String, String> variables) {
        variables.clear();
        variables.put("PATH", path());
        variables.put("HOME", System.getProperty("user.home"));
        variables.put("USER", "root");
        variables.put("LOGNAME", "root");
        variables.put("SHELL", "/bin/sh");
        variables.put("LANG", "C.UTF-8");
    }
}
