package org.vxlab.export;

import org.vxlab.plan.Blueprint;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a POSIX shell script for each host, and `lab.sh`, which runs them on all hosts over SSH.
final class ShellScripts {
    /// Host scripts have a folder of their own: a host may be called `lab`.
    private static final String FOLDER = "hosts/";

    private static final String HOME = "~/";

    private final ExportSource source;
    private final List<PingTable> tables;

    ShellScripts(ExportSource source) {
        this.source = source;
        tables = PingTable.of(source.lab());
    }

    Export export() {
        List<ExportedFile> files = new ArrayList<>();
        files.add(ExportedFile.script("lab.sh", lab()));
        for (Blueprint host : source.hosts()) {
            HostData data = new HostData(source, host, tables);
            files.add(ExportedFile.script(FOLDER + data.name() + ".sh", host(data)));
        }
        return new Export(files, List.of());
    }

    private String host(HostData data) {
        return source.script(
                "host.sh",
                Map.of(
                        "title",
                        title("host", data.name(), source.lab().name()),
                        "settings",
                        data.settings(),
                        "data",
                        String.join(
                                "\n",
                                ShellText.printing("want", data.want()),
                                ShellText.function("steps", data.steps()),
                                ShellText.function("undo", data.undo()),
                                ShellText.function("pairs", data.pairs())),
                        "toolbox",
                        source.texts().apply("toolbox.sh")));
    }

    private String lab() {
        return source.script(
                "lab.sh",
                Map.of(
                        "title",
                        title("lab", source.lab().name()),
                        "settings",
                        hostsSetting(source),
                        "reach",
                        cases(host -> host.ssh().map(ShellScripts::ssh).orElse("unknown")),
                        "become",
                        cases(host -> "echo " + become(host)),
                        "ends",
                        ends(tables),
                        "matrix",
                        source.texts().apply("matrix.sh")));
    }

    private String title(String script, Object... names) {
        return ShellText.comment(source.text("export.sh." + script + ".title", names));
    }

    static String hostsSetting(ExportSource source) {
        return "hosts="
                + ShellText.quoted(
                        source.lab().hosts().stream()
                                .map(ResolvedHost::name)
                                .collect(Collectors.joining(" ")))
                + "\n";
    }

    /// The function that prints who pings whom in which segment, for the table of pings.
    static String ends(List<PingTable> tables) {
        List<String> lines = new ArrayList<>();
        for (PingTable table : tables) {
            for (PingTable.Row row : table.rows()) {
                List<String> words = new ArrayList<>(List.of(table.name(), row.from().name()));
                row.to().forEach(to -> words.add(to.name()));
                lines.add(String.join(" ", words));
            }
        }
        return ShellText.printing("ends", lines);
    }

    private String cases(Function<ResolvedHost, String> body) {
        String cases =
                source.lab().hosts().stream()
                        .map(host -> host.name() + ") " + body.apply(host) + " ;;\n")
                        .collect(Collectors.joining());
        return ShellText.indented(cases);
    }

    /// The way to a host; `--` keeps an address from being read as an option.
    private static String ssh(SshTarget target) {
        StringBuilder command = new StringBuilder("over_ssh");
        switch (target) {
            case SshTarget.Alias(String name) ->
                    command.append(" -- ").append(ShellText.word(name));
            case SshTarget.Address address -> {
                address.port().ifPresent(port -> command.append(" -p ").append(port));
                address.user().ifPresent(user -> add(command, "-l", ShellText.word(user)));
                address.identity().ifPresent(file -> add(command, "-i", path(file)));
                address.jump().ifPresent(jump -> add(command, "-J", ShellText.word(jump)));
                command.append(" -- ").append(ShellText.word(address.address()));
            }
        }
        return command.append(" \"$@\"").toString();
    }

    private static void add(StringBuilder command, String option, String value) {
        command.append(' ').append(option).append(' ').append(value);
    }

    /// The home folder is that of the person who runs the script.
    private static String path(String file) {
        return file.startsWith(HOME)
                ? "\"$HOME\"/" + ShellText.word(file.substring(HOME.length()))
                : ShellText.word(file);
    }

    private static String become(ResolvedHost host) {
        return host.ssh()
                .flatMap(
                        target ->
                                switch (target) {
                                    case SshTarget.Alias _ -> Optional.<Boolean>empty();
                                    case SshTarget.Address address -> address.sudo();
                                })
                .map(sudo -> sudo ? "always" : "never")
                .orElse("auto");
    }
}
