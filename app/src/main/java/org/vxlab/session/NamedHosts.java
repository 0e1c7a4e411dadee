package org.vxlab.session;

import org.vxlab.topology.HostWord;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.WrongText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Machines with the names they shall have in a lab.
public final class NamedHosts {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_-]*)=(.+)");

    private NamedHosts() {}

    /// `NAME=HOST`, or a host alone, which is then called by its address.
    ///
    /// @throws WrongText where a word is no host, or two have one name
    public static Map<String, SshTarget> parse(List<String> words) {
        Map<String, SshTarget> targets = new LinkedHashMap<>();
        for (String word : words) {
            Matcher named = NAMED.matcher(word);
            SshTarget target = HostWord.parse(named.matches() ? named.group(2) : word);
            String name = named.matches() ? named.group(1) : nameOf(target);
            if (targets.putIfAbsent(name, target) != null) {
                throw new WrongText("session.host.twice", name);
            }
        }
        return targets;
    }

    private static String nameOf(SshTarget target) {
        return switch (target) {
            case SshTarget.Alias(String name) -> name;
            case SshTarget.Address address -> address.address();
        };
    }
}
