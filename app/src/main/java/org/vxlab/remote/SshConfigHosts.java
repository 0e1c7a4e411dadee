package org.vxlab.remote;

import org.vxlab.remote.SshConfig.Setting;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hosts of an OpenSSH client configuration that is not this person's own, such as `vagrant
/// ssh-config` prints, with everything written out that a lab file needs.
///
/// @param targets by alias, in order; without patterns
/// @param notes what was passed over, each with its line
public record SshConfigHosts(Map<String, SshTarget> targets, List<Message> notes) {
    public SshConfigHosts {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        notes = List.copyOf(notes);
    }

    /// @param origin stands for the text in notes; relative paths begin beside it
    /// @param home where `~/` leads
    public static SshConfigHosts parse(String text, Path origin, Path home) {
        SshConfig config = SshConfig.parse(text, origin, home);
        Map<String, SshTarget> targets = new LinkedHashMap<>();
        config.aliases().forEach(alias -> targets.put(alias, target(config, alias)));
        return new SshConfigHosts(targets, config.notes());
    }

    private static SshTarget target(SshConfig config, String alias) {
        return new SshTarget.Address(
                value(config, alias, "hostname")
                        .map(name -> name.replace("%h", alias))
                        .orElse(alias),
                value(config, alias, "port")
                        .filter(port -> port.matches("[1-9][0-9]{0,4}"))
                        .map(Integer::valueOf),
                value(config, alias, "user"),
                value(config, alias, "identityfile").filter(file -> !file.equals("none")),
                Optional.empty(),
                value(config, alias, "proxyjump").filter(jump -> !jump.equals("none")));
    }

    private static Optional<String> value(SshConfig config, String alias, String keyword) {
        return config.first(alias, keyword).map(Setting::value);
    }
}
