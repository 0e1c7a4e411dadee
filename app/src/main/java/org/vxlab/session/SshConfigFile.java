package org.vxlab.session;

import org.vxlab.remote.SshConfigHosts;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The hosts in an OpenSSH client configuration.
///
/// @param targets how a lab reaches each, by alias, in order; those of the user's own
///   `~/.ssh/config` stay aliases, of any other text everything is written out
/// @param notes what was passed over, each with its line
public record SshConfigFile(Map<String, SshTarget> targets, List<Message> notes) {
    public SshConfigFile {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        notes = List.copyOf(notes);
    }

    /// @param file the name of the text, `-` where it has none
    public static SshConfigFile parse(String file, String text, SshAccess.User user) {
        Path origin = Path.of(file).toAbsolutePath().normalize();
        Path own = user.home().resolve(".ssh/config").toAbsolutePath().normalize();
        SshConfigHosts hosts = SshConfigHosts.parse(text, origin, user.home());
        Map<String, SshTarget> targets = new LinkedHashMap<>();
        hosts.targets()
                .forEach(
                        (alias, target) ->
                                targets.put(
                                        alias,
                                        origin.equals(own) ? new SshTarget.Alias(alias) : target));
        return new SshConfigFile(targets, hosts.notes());
    }
}
