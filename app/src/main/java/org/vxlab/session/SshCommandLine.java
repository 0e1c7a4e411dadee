package org.vxlab.session;

import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.List;

/// How OpenSSH is called by hand to get to the machine a lab names.
final class SshCommandLine {
    private SshCommandLine() {}

    /// The command's words; the address comes after `--`, so that it is never taken for an option.
    static List<String> of(SshTarget target) {
        return switch (target) {
            case SshTarget.Alias(String name) -> List.of("ssh", "--", name);
            case SshTarget.Address address -> {
                List<String> words = new ArrayList<>(List.of("ssh"));
                address.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
                address.user().ifPresent(user -> words.addAll(List.of("-l", user)));
                address.identity().ifPresent(key -> words.addAll(List.of("-i", key)));
                address.jump().ifPresent(jump -> words.addAll(List.of("-J", jump)));
                words.addAll(List.of("--", address.address()));
                yield List.copyOf(words);
            }
        };
    }
}
