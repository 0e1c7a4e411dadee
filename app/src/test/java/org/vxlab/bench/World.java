package org.vxlab.bench;

import org.vxlab.apply.HostAccess;
import org.vxlab.remote.Questions;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.SshConnector;
import org.vxlab.remote.SshRoute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// The hosts that `bench/world` made: how to get at them with and without the program.
///
/// @param hosts how many there are
record World(int hosts) {
    static final Path FOLDER = Path.of("/run/bench");
    static final Path KEY = FOLDER.resolve("id");
    private static final Path KNOWN_HOSTS = FOLDER.resolve("home/.ssh/known_hosts");
    private static final Path SAID = FOLDER.resolve("said");

    /// Every way in has a connector of its own, so that none profits from another's.
    Map<String, HostAccess> accesses(SshConnector connector, int count) {
        Map<String, HostAccess> accesses = new LinkedHashMap<>();
        for (int number = 1; number <= count; number++) {
            String host = FullMesh.host(number);
            accesses.put(host, new HostAccess(host, () -> connect(connector, host)));
        }
        return accesses;
    }

    static RemoteHost connect(SshConnector connector, String host)
            throws RemoteException, InterruptedException {
        SshRoute route =
                new SshRoute(
                        host,
                        FullMesh.address(Integer.parseInt(host.substring(1))),
                        22,
                        "root",
                        List.of(KEY),
                        false,
                        List.of(KNOWN_HOSTS),
                        Optional.of(false),
                        Optional.empty());
        return connector.connect(route, Questions.NONE, false);
    }

    /// The words that run a command straight in a host's namespace.
    static String inside(int host) {
        return "nsenter --net=/run/netns/" + FullMesh.host(host);
    }

    /// The words that run a command on a host over OpenSSH's client, with its defaults.
    static String ssh(int host, String options) {
        return "ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -o UserKnownHostsFile="
                + KNOWN_HOSTS
                + " -i "
                + KEY
                + " "
                + options
                + " root@"
                + FullMesh.address(host);
    }

    /// A shell script that does something for the first `count` hosts at once.
    static String forAll(int count, IntFunction<String> each) {
        StringBuilder script = new StringBuilder("pids=\n");
        for (int host = 1; host <= count; host++) {
            script.append(each.apply(host)).append(" & pids=\"$pids $!\"\n");
        }
        return script.append("for pid in $pids; do wait $pid || exit 1; done\n").toString();
    }

    static Path write(String name, String text) {
        try {
            return Files.writeString(FOLDER.resolve(name), text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Runs a shell script from a file and waits for it.
    ///
    /// @throws IllegalStateException when it fails
    static void sh(Path script) throws InterruptedException {
        run(List.of("sh", script.toString()));
    }

    /// Runs a program and waits for it; what it says counts only where it fails.
    ///
    /// @throws IllegalStateException when it fails
    static void run(List<String> argv) throws InterruptedException {
        try {
            int code =
                    new ProcessBuilder(argv)
                            .redirectErrorStream(true)
                            .redirectOutput(SAID.toFile())
                            .start()
                            .waitFor();
            if (code != 0) {
                String said = Files.readString(SAID, StandardCharsets.UTF_8);
                throw new IllegalStateException(argv + " ended with " + code + "\n" + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
