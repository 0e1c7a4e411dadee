package org.vxlab.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.RunningLab;
import org.vxlab.session.Templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A built-in lab under a name of this run's own, so that other runs on this machine are not met;
/// it is ended after each test. Where the system forbids such labs the test is aborted.
final class OwnLab implements BeforeEachCallback, AfterEachCallback {
    private static final int LONGEST_NAME = 32;

    /// What a shell on a host said.
    record Answer(int code, String text) {}

    private String name = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        Said said = TestTerminal.run("plan", "src/test/resources/cli/good.vxlab.yaml");
        assumeTrue(said.code() != 3, said.err());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!name.isEmpty()) {
            TestTerminal.run("lab", "down", name);
        }
    }

    String name() {
        return name;
    }

    /// Writes a lab file that calls its lab `written` as one that calls it this run's own name.
    Path file(String written, String text, Path folder) throws IOException {
        String own = "t" + ProcessHandle.current().pid() + "-" + written;
        name = own.substring(0, Math.min(own.length(), LONGEST_NAME));
        return Files.writeString(
                folder.resolve(name + ".vxlab.yaml"),
                text.replace("name: " + written + "\n", "name: " + name + "\n"));
    }

    String template(String template, Path folder) throws IOException {
        return file(template, new String(Templates.read(template)), folder).toString();
    }

    Answer onHost(String host, String command)
            throws IOException, InterruptedException, LocalLabException {
        Process shell =
                new ProcessBuilder(RunningLab.find(name).orElseThrow().shellCommand(host))
                        .redirectErrorStream(true)
                        .start();
        try (var in = shell.outputWriter()) {
            in.write(command + "; exit\n");
        }
        String said = new String(shell.getInputStream().readAllBytes());
        return new Answer(shell.waitFor(), said);
    }
}
