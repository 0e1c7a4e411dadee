package org.vxlab.cli;

import org.vxlab.apply.InventorySurvey.Result;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.plan.HostProblem;
import org.vxlab.session.HostImport;
import org.vxlab.session.HostImport.Imported;
import org.vxlab.session.TextImport;
import org.vxlab.topology.Message;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab import`: a lab file out of running hosts or a text with shell commands.
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(names = "--host", paramLabel = "NAME=HOST", descriptionKey = "import-host")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--ssh-config", paramLabel = "FILE", descriptionKey = "import-ssh-config")
    private Optional<String> sshConfig = Optional.empty();

    @Option(names = "--script", paramLabel = "[NAME=]FILE", descriptionKey = "import-script")
    private List<String> scripts = new ArrayList<>();

    @Option(names = "--lab", paramLabel = "LAB", descriptionKey = "import-lab")
    private Optional<String> lab = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "import-name")
    private Optional<String> name = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "import-out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", descriptionKey = "import-force")
    private boolean force;

    @Parameters(arity = "0..*", paramLabel = "ALIAS", descriptionKey = "import-alias")
    private List<String> aliases = new ArrayList<>();

    ImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ImportOutput output = new ImportOutput(invocation, out, force);
        ImportSources sources = new ImportSources(invocation, hostOptions);
        if (sources.count(hosts, sshConfig, lab, scripts) != 1) {
            throw new Refusal(ExitCode.WRONG_USAGE, Message.of("cli.import.one-source"));
        }
        if (!scripts.isEmpty()) {
            return output.write(TextImport.of(sources.texts(scripts), name)).number();
        }
        try (HostImport reading = sources.open(hosts, sshConfig, aliases, lab)) {
            Imported imported = reading.read(name);
            return imported.discovered().isPresent()
                    ? output.write(imported.discovered().get()).number()
                    : unread(imported).number();
        }
    }

    /// Some host was not read: says why, of each.
    private ExitCode unread(Imported imported) {
        List<Map<String, Object>> hostsJson = new ArrayList<>();
        ProblemReport report = new ProblemReport(invocation.texts(), invocation.errorPaint());
        ProblemJson problems = new ProblemJson(invocation.texts());
        boolean away = false;
        for (Result result : imported.hosts()) {
            switch (result) {
                case Result.Read _ -> {}
                case Result.Unfit unfit -> {
                    for (HostProblem problem : unfit.problems()) {
                        tell(report.lines(problem));
                        hostsJson.add(problems.of(problem));
                    }
                }
                case Result.Away gone -> {
                    away = true;
                    String why = invocation.texts().of(gone.why());
                    tell(List.of(invocation.texts().of("cli.error") + why));
                    hostsJson.add(Json.object("host", gone.host(), "why", why));
                }
            }
        }
        ExitCode code = away ? ExitCode.NOT_REACHED : ExitCode.NOT_AS_IT_SHOULD_BE;
        Message verdict = Message.of(away ? "cli.import.away" : "cli.import.unfit");
        if (invocation.json()) {
            Map<String, Object> error = JsonError.of(code, invocation.texts().of(verdict));
            error.put("hosts", hostsJson);
            invocation.json(Json.object("error", error));
        } else {
            invocation.complain(verdict);
        }
        return code;
    }

    private void tell(List<String> lines) {
        if (!invocation.json()) {
            lines.forEach(invocation::errorLine);
        }
    }
}
