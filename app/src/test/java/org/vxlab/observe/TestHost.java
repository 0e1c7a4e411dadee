package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.vxlab.remote.NamespaceHost;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host of its own network, processes and `/run`, gone with everything in it when closed.
final class TestHost implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final String name;
    private final Process holder;
    private final long pid;
    private final List<String> enter;
    private final List<RemoteHost> open = new CopyOnWriteArrayList<>();

    private TestHost(String name, Process holder, long pid, List<String> enter) {
        this.name = name;
        this.holder = holder;
        this.pid = pid;
        this.enter = enter;
    }

    static TestHost start(String name) throws IOException, InterruptedException {
        return start(
                name, ROOT ? List.of() : List.of("unshare", "--user", "--map-root-user", "--"));
    }

    /// A host on one cable with this one: `eth0` on both.
    TestHost neighbour(String neighbour) throws IOException, InterruptedException {
        List<String> user = new ArrayList<>(List.of("nsenter", "--target", "" + pid));
        if (!ROOT) {
            user.addAll(List.of("--user", "--preserve-credentials"));
        }
        List<String> beside = new ArrayList<>(ROOT ? List.of() : user);
        TestHost other = start(neighbour, beside);
        user.addAll(List.of("--net", "--", "ip", "link", "add", "name", "eth0", "type", "veth"));
        user.addAll(List.of("peer", "name", "eth0", "netns", "" + other.pid));
        assertThat(new ProcessBuilder(user).inheritIO().start().waitFor()).isZero();
        return other;
    }

    private static TestHost start(String name, List<String> user) throws IOException {
        List<String> unshare = new ArrayList<>(user);
        unshare.addAll(
                List.of(
                        "unshare",
                        "--net",
                        "--mount",
                        "--pid",
                        "--mount-proc",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        "mount -t tmpfs tmpfs /run && ip link set dev lo up"
                                + " && echo ready && exec cat"));
        Process holder = new ProcessBuilder(unshare).redirectErrorStream(true).start();
        String answer = holder.inputReader().readLine();
        if (!"ready".equals(answer)) {
            holder.destroy();
            Assumptions.abort("no namespaces of our own here: " + answer);
        }
        long pid = holder.children().findFirst().orElseThrow().pid();
        List<String> enter = new ArrayList<>(List.of("nsenter", "--target", "" + pid));
        if (!ROOT) {
            enter.addAll(List.of("--user", "--preserve-credentials"));
        }
        enter.addAll(List.of("--net", "--mount", "--pid", "--", "/bin/sh"));
        return new TestHost(name, holder, pid, enter);
    }

    RemoteHost connect() throws RemoteException, InterruptedException {
        RemoteHost host = NamespaceHost.open(name, enter);
        open.add(host);
        return host;
    }

    /// Cuts every connection, as a host that lost its network does.
    void cutConnections() {
        open.forEach(RemoteHost::close);
        open.clear();
    }

    /// Runs a script that must succeed.
    ///
    /// @return what it printed
    String sh(String script) {
        try {
            Process shell = new ProcessBuilder(enter).redirectErrorStream(true).start();
            try (var input = shell.getOutputStream()) {
                input.write(script.getBytes(StandardCharsets.UTF_8));
            }
            String output =
                    new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The command lines of what runs here besides the holder and the asking shell itself.
    List<String> processes() {
        return sh("for p in /proc/[0-9]*; do [ $p = /proc/1 ] || [ $p = /proc/$$ ] ||"
                        + " tr '\\0' ' ' <$p/cmdline 2>/dev/null && echo; done; true")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("tr "))
                .toList();
    }

    @Override
    public void close() {
        cutConnections();
        holder.destroy();
    }
}
