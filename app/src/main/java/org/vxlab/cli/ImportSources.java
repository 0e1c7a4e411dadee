package org.vxlab.cli;

import org.vxlab.discover.text.TextDiscovery.Part;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.HostImport;
import org.vxlab.session.NamedHosts;
import org.vxlab.session.SshConfigFile;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.WrongText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which hosts an import reads, out of the words of its command line.
final class ImportSources {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_-]*)=(.+)");

    private final Invocation invocation;
    private final HostOptions options;

    ImportSources(Invocation invocation, HostOptions options) {
        this.invocation = invocation;
        this.options = options;
    }

    /// How many of the ways to say what is imported are used.
    int count(
            List<String> hosts,
            Optional<String> sshConfig,
            Optional<String> lab,
            List<String> scripts) {
        return (hosts.isEmpty() ? 0 : 1)
                + (sshConfig.isEmpty() ? 0 : 1)
                + (lab.isEmpty() ? 0 : 1)
                + (scripts.isEmpty() ? 0 : 1);
    }

    /// `NAME=FILE` is a text for one host, `FILE` one that says itself which hosts it is for.
    List<Part> texts(List<String> words) throws Refusal {
        List<Part> parts = new ArrayList<>();
        for (String word : words) {
            Matcher named = NAMED.matcher(word);
            boolean one = named.matches();
            parts.add(
                    new Part(
                            one ? Optional.of(named.group(1)) : Optional.empty(),
                            new TextSource(invocation).read(one ? named.group(2) : word)));
        }
        return parts;
    }

    HostImport open(
            List<String> hosts,
            Optional<String> sshConfig,
            List<String> aliases,
            Optional<String> lab)
            throws Refusal, LocalLabException {
        if (lab.isPresent()) {
            return new HostImport(RunningLabs.find(lab), options.access(invocation, Map.of()));
        }
        Map<String, SshTarget> targets =
                sshConfig.isPresent() ? configured(sshConfig.get(), aliases) : named(hosts);
        return new HostImport(targets, options.access(invocation, targets));
    }

    private static Map<String, SshTarget> named(List<String> words) throws Refusal {
        try {
            return NamedHosts.parse(words);
        } catch (WrongText wrong) {
            throw new Refusal(ExitCode.WRONG_USAGE, wrong.reason(), wrong);
        }
    }

    private Map<String, SshTarget> configured(String file, List<String> aliases) throws Refusal {
        String text = new TextSource(invocation).read(file);
        SshConfigFile config = SshConfigFile.parse(file, text, invocation.terminal().user());
        config.notes().forEach(note -> invocation.errorLine(invocation.texts().of(note)));
        Map<String, SshTarget> all = config.targets();
        if (all.isEmpty()) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.import.no-alias", file));
        }
        if (aliases.isEmpty()) {
            return all;
        }
        Map<String, SshTarget> some = new LinkedHashMap<>();
        for (String alias : aliases) {
            if (!all.containsKey(alias)) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        Message.of(
                                "cli.import.unknown-alias",
                                alias,
                                file,
                                String.join(", ", all.keySet())));
            }
            some.put(alias, all.get(alias));
        }
        return some;
    }
}
