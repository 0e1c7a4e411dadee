package org.vxlab.export;

import org.vxlab.plan.Blueprint;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes one script that builds the whole lab on one machine, underlay included.
///
/// Each host is a network namespace with a `/run` of its own, since two hosts may have workload
/// namespaces of one name; all of it hangs on one process, so that nothing can be left behind.
final class NamespaceScript {
    private final ExportSource source;
    private final List<PingTable> tables;

    NamespaceScript(ExportSource source) {
        this.source = source;
        tables = PingTable.of(source.lab());
    }

    Export export() {
        List<Message> leftOut =
                source.lab().hosts().stream()
                        .filter(host -> !host.builtIn())
                        .map(ResolvedHost::name)
                        .map(name -> Message.of("export.netns.ssh", name))
                        .toList();
        return new Export(List.of(ExportedFile.script("netns.sh", script(leftOut))), leftOut);
    }

    private String script(List<Message> leftOut) {
        String title =
                source.text("export.sh.netns.title", source.lab().name())
                        + leftOut.stream()
                                .map(what -> "\n" + source.words().apply(what))
                                .collect(Collectors.joining());
        return source.script(
                "netns.sh",
                Map.of(
                        "title",
                        ShellText.comment(title),
                        "settings",
                        "lab="
                                + ShellText.quoted(source.lab().name())
                                + "\n"
                                + ShellScripts.hostsSetting(source),
                        "identify",
                        ShellText.function("identify", identify()),
                        "data",
                        String.join(
                                "\n",
                                function("want", data -> ShellText.lines(data.want())),
                                function("steps", HostData::steps),
                                function("undo", HostData::undo),
                                function("pairs", HostData::pairs)),
                        "ends",
                        ShellScripts.ends(tables),
                        "toolbox",
                        source.texts().apply("toolbox.sh"),
                        "matrix",
                        source.texts().apply("matrix.sh"),
                        "underlay",
                        ShellText.function("underlay_up", new UnderlayCommands(source).text())));
    }

    /// Sets what belongs to one host; ends where there is none of that name.
    private String identify() {
        return "host=$1\n"
                + cases(HostData::settings).replaceFirst("esac\n$", "*) unknown_host ;;\nesac\n");
    }

    /// A function that does for the host at hand what its own script would do.
    private String function(String name, Function<HostData, String> body) {
        return ShellText.function(name, cases(body));
    }

    private String cases(Function<HostData, String> body) {
        StringBuilder cases = new StringBuilder("case $host in\n");
        for (Blueprint host : source.hosts()) {
            HostData data = new HostData(source, host, tables);
            cases.append(data.name())
                    .append(")\n")
                    .append(ShellText.indented(body.apply(data) + ";;\n"));
        }
        return cases.append("esac\n").toString();
    }
}
