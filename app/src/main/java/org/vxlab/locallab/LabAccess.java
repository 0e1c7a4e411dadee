package org.vxlab.locallab;

import org.vxlab.remote.SshRoute;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How to get into the hosts of a running lab: all that another program of the same user needs.
///
/// @param files the lab's own folder, where its keys are
/// @param hosts in the order of the lab
/// @param ports of the endpoints on loopback, by host
record LabAccess(Path files, List<HostNamespaces> hosts, Map<String, Integer> ports) {
    private static final String USER = "root";

    LabAccess {
        hosts = List.copyOf(hosts);
        ports = Map.copyOf(ports);
    }

    Map<String, SshRoute> routes() {
        Map<String, SshRoute> routes = new LinkedHashMap<>();
        for (HostNamespaces host : hosts) {
            routes.put(
                    host.host(),
                    new SshRoute(
                            host.host(),
                            Endpoints.ADDRESS,
                            ports.get(host.host()),
                            USER,
                            List.of(identity()),
                            false,
                            List.of(knownHosts()),
                            Optional.of(false),
                            Optional.empty(),
                            true,
                            SshRoute.CONNECT_LIMIT));
        }
        return routes;
    }

    List<String> shellCommand(String host) throws LocalLabException {
        HostNamespaces namespaces =
                hosts.stream()
                        .filter(each -> each.host().equals(host))
                        .findFirst()
                        .orElseThrow(() -> noSuchHost(host));
        if (!namespaces.stand()) {
            throw new LocalLabException(Message.of("locallab.ended"));
        }
        return namespaces.attached(
                List.of("env", "PATH=" + CleanEnvironment.path(), "sh", "-c", HostProcess.SHELL));
    }

    private LocalLabException noSuchHost(String host) {
        String names = String.join(", ", hosts.stream().map(HostNamespaces::host).toList());
        return new LocalLabException(Message.of("locallab.no-host", host, names));
    }

    /// Writes the files that let people and programs in.
    void write(Endpoints endpoints) throws IOException {
        endpoints.keys().writeLogin(identity());
        LabKeys.writeKnownHosts(knownHosts(), endpoints.hostKeys());
        Files.writeString(files.resolve("ssh_config"), sshConfig());
    }

    /// A configuration for OpenSSH's client: `ssh -F FILE HOST`.
    String sshConfig() {
        StringBuilder text = new StringBuilder();
        for (HostNamespaces host : hosts) {
            text.append("Host ").append(host.host()).append('\n');
            text.append("    Port ").append(ports.get(host.host())).append('\n');
        }
        text.append("Host *\n");
        text.append("    HostName ").append(Endpoints.ADDRESS).append('\n');
        text.append("    User ").append(USER).append('\n');
        text.append("    IdentityFile ").append(identity()).append('\n');
        text.append("    IdentitiesOnly yes\n");
        text.append("    UserKnownHostsFile ").append(knownHosts()).append('\n');
        text.append("    StrictHostKeyChecking yes\n");
        return text.toString();
    }

    private Path identity() {
        return files.resolve("id_ed25519");
    }

    private Path knownHosts() {
        return files.resolve("known_hosts");
    }
}
