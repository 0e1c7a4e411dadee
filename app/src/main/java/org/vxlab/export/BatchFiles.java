package org.vxlab.export;

import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.plan.Blueprint;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;

/// Writes the plain `ip` and `bridge` commands of each host as files for `-batch`.
///
/// A batch is for one tool in one namespace, and the order matters, so a host has several, numbered
/// as they run; what no batch can say stands in the small script that runs them.
final class BatchFiles {
    private static final String UP = "up";
    private static final String DOWN = "down";

    /// What holds for every host.
    private static final List<Message> GENERAL =
            List.of(Message.of("export.iproute2.once"), Message.of("export.iproute2.unchecked"));

    /// So that files sort as they run.
    private static final int FIRST_NUMBER = 100;

    /// How the underlay device stands in a batch where the lab does not name it.
    private static final String PLACEHOLDER = " dev " + Blueprint.UNKNOWN_DEVICE + " dstport ";

    private final ExportSource source;
    private final List<ExportedFile> files = new ArrayList<>();

    BatchFiles(ExportSource source) {
        this.source = source;
    }

    Export export() {
        List<Message> leftOut = new ArrayList<>(GENERAL);
        for (Blueprint host : source.hosts()) {
            leftOut.addAll(leftOut(host));
            add(host, UP, host.up());
            add(host, DOWN, host.down());
        }
        files.addFirst(ExportedFile.plain("README.md", readme(leftOut)));
        return new Export(files, leftOut);
    }

    /// The device is found by the script that runs the batches, but not by a batch run by hand.
    private static List<Message> leftOut(Blueprint host) {
        return host.host().device().isPresent()
                ? List.of()
                : List.of(
                        Message.of(
                                "export.iproute2.device",
                                host.host().name(),
                                host.host().vtep(),
                                Blueprint.UNKNOWN_DEVICE));
    }

    private void add(Blueprint host, String verb, List<Step> steps) {
        Script script = new Script(host, verb);
        List<Command> commands = steps.stream().map(Step::command).toList();
        int next = 0;
        for (Batch batch : Batch.group(commands, Math.max(1, commands.size()))) {
            int end = next + batch.commands().size();
            script.add(steps.subList(next, end));
            next = end;
        }
        files.add(ExportedFile.script(script.folder + verb + ".sh", script.text()));
        files.addAll(script.batches);
    }

    /// The files of one way of one host, as they come together.
    private final class Script {
        private final Blueprint host;
        private final String folder;
        private final String verb;
        private final List<ExportedFile> batches = new ArrayList<>();
        private final StringBuilder lines = new StringBuilder();

        Script(Blueprint host, String verb) {
            this.host = host;
            this.verb = verb;
            this.folder = host.host().name() + "/";
        }

        /// @param part what one process runs
        void add(List<Step> part) {
            Command first = part.getFirst().command();
            if (!Batch.isLine(first)) {
                part.forEach(step -> lines.append(why(step)).append(step.text()).append('\n'));
                return;
            }
            List<String> tool = Batch.tool(first);
            String name =
                    "%s-%s.%s.batch"
                            .formatted(
                                    verb,
                                    Integer.toString(FIRST_NUMBER + batches.size()),
                                    tool.getFirst());
            StringBuilder batch = new StringBuilder();
            for (Step step : part) {
                List<String> argv = step.command().argv();
                batch.append(why(step))
                        .append(String.join(" ", argv.subList(tool.size(), argv.size())))
                        .append('\n');
            }
            batches.add(ExportedFile.plain(folder + name, batch.toString()));
            lines.append(line(ShellText.line(tool), name, batch.indexOf(PLACEHOLDER) >= 0));
        }

        private String line(String tool, String batch, boolean placeholder) {
            return placeholder && host.host().device().isEmpty()
                    ? "sed \"s/%s/$bound dstport /\" %s | %s -batch -\n"
                            .formatted(PLACEHOLDER, batch, tool)
                    : "%s %s-batch %s\n".formatted(tool, verb.equals(UP) ? "" : "-force ", batch);
        }

        String text() {
            StringBuilder text = new StringBuilder("#!/bin/sh\n");
            text.append(
                    ShellText.comment(
                            source.text(
                                    "export.iproute2.title." + verb,
                                    host.host().name(),
                                    source.lab().name())));
            GENERAL.forEach(what -> text.append(ShellText.comment(source.words().apply(what))));
            leftOut(host)
                    .forEach(what -> text.append(ShellText.comment(source.words().apply(what))));
            text.append("# shellcheck disable=SC2016\ncd \"$(dirname \"$0\")\" || exit 1\n");
            if (verb.equals(UP)) {
                text.append("set -e\n");
            }
            if (lines.indexOf("$bound") >= 0) {
                text.append(findDevice());
            }
            return text.append(lines).toString();
        }

        private String findDevice() {
            return """
            vtep=%s
            device=$(ip -o addr show | awk -v vtep="$vtep" '
                { split($4, part, "/") } part[1] == vtep { print $2; exit }')
            [ -n "$device" ] || {
                echo %s >&2
                exit 1
            }
            # %s
            bound=" dev $device"
            case $(ip -d -o link show dev "$device") in
            *LOOPBACK* | *'\\    dummy '*) bound= ;;
            esac
            """
                    .formatted(
                            ShellText.quoted(host.host().vtep().toString()),
                            ShellText.quoted(
                                    source.text(
                                            "export.iproute2.nodevice",
                                            host.host().name(),
                                            host.host().vtep())),
                            source.text("export.sh.comment.bound"));
        }
    }

    private String why(Step step) {
        return ShellText.comment(source.words().apply(step.why()));
    }

    private String readme(List<Message> leftOut) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(source.lab().name()).append("\n\n");
        text.append(source.text("export.iproute2.readme")).append("\n\n");
        leftOut.forEach(what -> text.append("* ").append(source.words().apply(what)).append('\n'));
        return text.toString();
    }
}
