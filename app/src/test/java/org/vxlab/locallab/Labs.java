package org.vxlab.locallab;

import org.junit.jupiter.api.Assumptions;
import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.Router;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Labs the tests build, and how they look into them.
final class Labs {
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "locallab.not-linux",
                    "locallab.tools-missing",
                    "locallab.no-user-namespaces",
                    "locallab.setting",
                    "locallab.apparmor",
                    "locallab.refused",
                    "locallab.no-vxlan");

    private Labs() {}

    /// Hosts a and b in one network, c in another, a router between.
    static ResolvedLab acrossARouter(String name) {
        Map<String, Ip> addresses =
                Map.of("lan1", Ip.parse("192.168.56.1"), "lan2", Ip.parse("192.168.57.1"));
        return new ResolvedLab(
                name,
                List.of(network("lan1", "192.168.56.0/24"), network("lan2", "192.168.57.0/24")),
                List.of(new Router("r1", addresses)),
                List.of(
                        host("a", "lan1", "192.168.56.11/24"),
                        host("b", "lan1", "192.168.56.12/24"),
                        host("c", "lan2", "192.168.57.13/24")),
                List.of());
    }

    static Underlay acrossARouter() {
        return Underlay.of(acrossARouter("three"));
    }

    /// The same over IPv6, hosts a and c.
    static Underlay overIpv6() {
        Map<String, Ip> addresses =
                Map.of("lan1", Ip.parse("fd00:1::1"), "lan2", Ip.parse("fd00:2::1"));
        return Underlay.of(
                new ResolvedLab(
                        "six",
                        List.of(network("lan1", "fd00:1::/64"), network("lan2", "fd00:2::/64")),
                        List.of(new Router("r1", addresses)),
                        List.of(
                                host("a", "lan1", "fd00:1::a/64"),
                                host("c", "lan2", "fd00:2::c/64")),
                        List.of()));
    }

    /// Hosts h1 to hN in one network.
    static Underlay flat(int hosts) {
        return Underlay.of(
                new ResolvedLab(
                        "flat",
                        List.of(network("lan", "10.99.0.0/16")),
                        List.of(),
                        IntStream.rangeClosed(1, hosts)
                                .mapToObj(i -> host("h" + i, "lan", "10.99.0." + i + "/16"))
                                .toList(),
                        List.of()));
    }

    static Network network(String name, String subnet) {
        return new Network(name, Prefix.parse(subnet), Optional.empty());
    }

    static ResolvedHost host(String name, String network, String address) {
        return new ResolvedHost(
                name,
                Optional.empty(),
                network,
                Optional.of("eth0"),
                InterfaceAddress.parse(address),
                1500);
    }

    /// Starts a lab, or has the test skipped where this system forbids it.
    static LocalLab start(Underlay underlay, UserNamespace userNamespace)
            throws LocalLabException, InterruptedException {
        try {
            return LocalLab.start(underlay, userNamespace);
        } catch (LocalLabException e) {
            Assumptions.assumeFalse(FORBIDDEN.contains(e.text().key()), e.getMessage());
            throw e;
        }
    }

    /// What a command said, and its exit code.
    record Said(int exitCode, String out, String err) {}

    /// Runs a command on a host by OpenSSH's client.
    static Said ssh(LocalLab lab, String host, String... words)
            throws IOException, InterruptedException {
        String config = lab.access().files().resolve("ssh_config").toString();
        List<String> argv = new ArrayList<>(List.of("ssh", "-F", config, host));
        argv.addAll(List.of(words));
        return run("", argv);
    }

    static Said run(String input, List<String> argv) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(argv).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }
}
