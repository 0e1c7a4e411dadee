package org.vxlab.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A machine as a person types it: `[user@]address[:port]`, an IPv6 address with a port in
/// brackets, or a name of `~/.ssh/config`.
public final class HostWord {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?<user>[^@\\s]+)@)?(?:\\[(?<six>[0-9A-Fa-f:.%a-z]+)]|(?<name>[^@:\\s\\[\\]]+)"
                        + "|(?<bare>[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))"
                        + "(?::(?<port>[0-9]{1,5}))?");
    private static final int MAX_PORT = 65_535;

    private HostWord() {}

    /// @throws WrongText where the word is none of these
    public static SshTarget parse(String word) {
        Matcher form = FORM.matcher(word);
        if (word.startsWith("-") || !form.matches()) {
            throw wrong(word);
        }
        Optional<Integer> port = Optional.ofNullable(form.group("port")).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > MAX_PORT).isPresent()) {
            throw wrong(word);
        }
        Optional<String> user = Optional.ofNullable(form.group("user"));
        String name =
                Optional.ofNullable(form.group("name"))
                        .or(() -> Optional.ofNullable(form.group("six")))
                        .orElseGet(() -> form.group("bare"));
        if (name.contains(":") && !isAddress(name)) {
            throw wrong(word);
        }
        return user.isEmpty() && port.isEmpty() && form.group("name") != null
                ? new SshTarget.Alias(name)
                : new SshTarget.Address(
                        name, port, user, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean isAddress(String text) {
        try {
            Ip.parse(text.replaceFirst("%.*", ""));
            return true;
        } catch (WrongText e) {
            // Not an IPv6 address: then the colons mean nothing.
            return false;
        }
    }

    private static WrongText wrong(String word) {
        return new WrongText("topology.host.word", word);
    }
}
