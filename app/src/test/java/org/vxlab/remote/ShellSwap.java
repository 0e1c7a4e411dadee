package org.vxlab.remote;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A local host that sees another program at `/bin/sh`, by a mount of its own.
final class ShellSwap {
    private ShellSwap() {}

    static RemoteHost open(String shell) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(shell)), "no " + shell + " here");
        List<String> unshare =
                List.of("unshare", "--user", "--map-root-user", "--mount", "--", "/bin/sh", "-c");
        String mount = "mount --bind " + shell + " /bin/sh";
        Process trial = new ProcessBuilder(with(unshare, mount)).redirectErrorStream(true).start();
        String said = new String(trial.getInputStream().readAllBytes()).strip();
        Assumptions.assumeTrue(trial.waitFor() == 0, "no mount namespace can be made: " + said);
        return NamespaceHost.open("h1", with(unshare, mount + " && exec /bin/sh"));
    }

    private static List<String> with(List<String> unshare, String script) {
        return Stream.concat(unshare.stream(), Stream.of(script)).toList();
    }
}
