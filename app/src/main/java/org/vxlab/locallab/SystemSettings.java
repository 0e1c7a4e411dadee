package org.vxlab.locallab;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether this system lets us build a lab, and what stands in the way.
final class SystemSettings {
    private static final List<String> TOOLS =
            List.of("sh", "setsid", "unshare", "nsenter", "mount", "hostname", "ip", "bridge");

    /// CAP_NET_ADMIN (12) and CAP_SYS_ADMIN (21), capabilities(7).
    private static final long NEEDED_CAPABILITIES = 1L << 12 | 1L << 21;

    private final Path proc;

    /// @param proc `/proc`
    SystemSettings(Path proc) {
        this.proc = proc;
    }

    /// Those of the system we run on.
    static SystemSettings here() {
        return new SystemSettings(Path.of("/proc"));
    }

    /// What certainly prevents a lab; empty when it is worth trying.
    ///
    /// @param user whether the lab will use a user namespace
    Optional<Message> obstacle(boolean user) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of(Message.of("locallab.not-linux", System.getProperty("os.name")));
        }
        List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(Message.of("locallab.tools-missing", String.join(", ", missing)));
        }
        if (user && !Files.exists(proc.resolve("self/ns/user"))) {
            return Optional.of(Message.of("locallab.no-user-namespaces"));
        }
        if (user && is("user/max_user_namespaces", "0")) {
            return Optional.of(setting("user.max_user_namespaces", "0", "10000"));
        }
        if (user && is("kernel/unprivileged_userns_clone", "0") && !hasCapabilities()) {
            return Optional.of(setting("kernel.unprivileged_userns_clone", "0", "1"));
        }
        return Optional.empty();
    }

    /// Why the system refused the lab's namespaces, as far as can be told afterwards.
    ///
    /// @param why what the refused program said
    Message refusal(String why) {
        if (!hasCapabilities() && is("kernel/apparmor_restrict_unprivileged_userns", "1")) {
            return Message.of("locallab.apparmor", why);
        }
        return Message.of("locallab.refused", why);
    }

    /// Whether we may make namespaces without a user namespace, as root usually may.
    boolean hasCapabilities() {
        try {
            for (String line : Files.readAllLines(proc.resolve("self/status"))) {
                if (line.startsWith("CapEff:")) {
                    long effective = Long.parseUnsignedLong(line.substring(7).strip(), 16);
                    return (effective & NEEDED_CAPABILITIES) == NEEDED_CAPABILITIES;
                }
            }
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("Linux without /proc/self/status", e);
        }
    }

    private static Message setting(String name, String is, String wanted) {
        return Message.of("locallab.setting", name, is, wanted);
    }

    static boolean isInstalled(String tool) {
        return List.of(CleanEnvironment.path().split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private boolean is(String setting, String value) {
        Path file = proc.resolve("sys").resolve(setting);
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(value);
        } catch (IOException e) {
            // A setting that cannot be read is not known to be in the way.
            return false;
        }
    }
}
