package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabHosts;
import org.vxlab.session.Templates;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `vxlab demo`: the whole way in one command, from a drawing to pings and the forwarding tables
/// that carried them, and back to nothing.
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Invocation invocation;
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", descriptionKey = "template")
    private String template = Templates.USUAL;

    @Option(names = "--print", descriptionKey = "print")
    private boolean print;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        if (!Templates.NAMES.contains(template)) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    Message.of("cli.demo.template", template, String.join(", ", Templates.NAMES)));
        }
        byte[] text = Templates.read(template);
        if (print) {
            invocation.terminal().out().writeBytes(text);
            return ExitCode.DONE.number();
        }
        Lab lab = LabFile.read(text).lab().orElseThrow();
        Instant began = invocation.terminal().clock().instant();
        ResolvedLab resolved = ResolvedLab.of(lab);
        LabHosts.Ways ways =
                new LabHosts.Ways(BuiltIn.OWN, hostOptions.access(invocation, Map.of()), List.of());
        DemoTelling telling = new DemoTelling(invocation, resolved, began);
        telling.title(template);
        try (LabHosts hosts = LabHosts.open(resolved, ways, invocation.terminal().clock())) {
            ExitCode code = new Demo(invocation, resolved, hosts, telling).run();
            telling.end(template, code);
            return code.number();
        }
    }
}
