package org.vxlab.export;

import org.vxlab.iproute.Command;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Step;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.WorkloadNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an exported script knows of one host: what is wanted, the explained commands up and down,
/// and whom it pings. All else is the same for every host (`toolbox.sh`).
final class HostData {
    /// Nothing where the device found is a loopback.
    private static final String FOUND_DEVICE = "${bound:+dev \"$bound\"}";

    private final ExportSource source;
    private final Blueprint host;
    private final List<PingTable> tables;

    /// @param tables of all segments; made once for all hosts, as they grow with their square
    HostData(ExportSource source, Blueprint host, List<PingTable> tables) {
        this.source = source;
        this.host = host;
        this.tables = List.copyOf(tables);
    }

    String name() {
        return host.host().name();
    }

    /// The lines that say which host of which lab this is.
    String settings() {
        String lab = source.lab().name();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("host", name());
        settings.put("mark", new Ownership(lab, name()).alias());
        settings.put("spaces", WorkloadNames.namespace(lab, ""));
        settings.put("vtep", host.host().vtep().toString());
        settings.put("device", host.host().device().orElse(""));
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (name, value) ->
                        lines.append(name)
                                .append('=')
                                .append(ShellText.quoted(value))
                                .append('\n'));
        return lines.toString();
    }

    List<String> want() {
        return Facts.of(host.wanted());
    }

    /// The commands of `up`, each after its reason; each can be run again.
    String steps() {
        StringBuilder lines = new StringBuilder();
        for (Step step : host.up()) {
            lines.append(comment(step))
                    .append(guard(step.command()))
                    .append(' ')
                    .append(line(step.command()))
                    .append('\n');
        }
        return lines.toString();
    }

    /// The commands of `down`; each runs only where what it takes away is there and the lab's.
    String undo() {
        StringBuilder lines = new StringBuilder();
        for (Step step : host.down()) {
            String kind = step.command().argv().contains("link") ? "link" : "netns";
            lines.append(comment(step))
                    .append("if_ours ")
                    .append(ShellText.quoted(kind + " " + step.device()))
                    .append(' ')
                    .append(line(step.command()))
                    .append('\n');
        }
        return lines.toString();
    }

    /// Whom this host and its workloads ping.
    String pairs() {
        StringBuilder lines = new StringBuilder();
        for (PingTable table : tables) {
            for (PingTable.Row row : table.on(name())) {
                OverlayEnd from = row.from();
                for (OverlayEnd to : row.to()) {
                    lines.append("pair ")
                            .append(
                                    ShellText.line(
                                            List.of(
                                                    table.name(),
                                                    from.name(),
                                                    from.namespace(),
                                                    from.device(),
                                                    to.name(),
                                                    to.address().toString())))
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    private String comment(Step step) {
        return ShellText.comment(source.words().apply(step.why()));
    }

    /// The word before a command that cannot be run twice, or not on every host.
    private static String guard(Command command) {
        List<String> argv = command.argv();
        if (argv.size() > 4 && argv.subList(0, 4).equals(List.of("ip", "link", "add", "name"))) {
            String mtu = argv.get(argv.indexOf("mtu") + 1);
            return "make " + ShellText.word(argv.get(4)) + " " + mtu;
        }
        if (argv.subList(0, Math.min(3, argv.size())).equals(List.of("ip", "netns", "add"))) {
            return "unless_namespace " + ShellText.word(argv.get(3));
        }
        return argv.contains("addrgenmode") ? "if_ipv6" : "run";
    }

    /// The command with the underlay device as it is found when the script runs, where the lab does
    /// not name it.
    private String line(Command command) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : command.argv()) {
            boolean found =
                    host.host().device().isEmpty()
                            && before.equals("dev")
                            && word.equals(Blueprint.UNKNOWN_DEVICE);
            if (found) {
                words.removeLast();
            }
            words.add(found ? FOUND_DEVICE : ShellText.word(word));
            before = word;
        }
        return String.join(" ", words);
    }
}
