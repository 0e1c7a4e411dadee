package org.vxlab.locallab;

import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.remote.SshRoute;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A built-in lab that runs: its hosts, networks and routers as namespaces of this machine, and an
/// SSH endpoint on loopback for each host.
///
/// It ends with [#close], and with this program however that ends; nothing is left of it then, on
/// disk neither, since its keys stand in a file system of its own.
public final class LocalLab implements AutoCloseable {

    /// Whether the lab gets a user namespace of its own.
    public enum UserNamespace {
        /// Only where this program may not make other namespaces without one.
        WHEN_NEEDED,
        ALWAYS
    }

    private final LabNamespaces namespaces;
    private final Endpoints endpoints;
    private final LabAccess access;

    private LocalLab(LabNamespaces namespaces, Endpoints endpoints, LabAccess access) {
        this.namespaces = namespaces;
        this.endpoints = endpoints;
        this.access = access;
    }

    /// Builds the part of a lab that runs here and opens its endpoints. When this returns, the
    /// hosts reach each other over the underlay and answer to SSH.
    ///
    /// @throws LocalLabException when the system does not allow it; nothing is left behind
    public static LocalLab start(ResolvedLab lab) throws LocalLabException, InterruptedException {
        return start(Underlay.of(lab), UserNamespace.WHEN_NEEDED);
    }

    /// The same for an underlay.
    public static LocalLab start(Underlay underlay, UserNamespace userNamespace)
            throws LocalLabException, InterruptedException {
        boolean user = userNamespace == UserNamespace.ALWAYS || !SystemSettings.hasCapabilities();
        Optional<Message> obstacle = SystemSettings.obstacle(user);
        if (obstacle.isPresent()) {
            throw new LocalLabException(obstacle.get());
        }
        LabNamespaces namespaces = LabNamespaces.build(underlay, user);
        LabKeys keys = new LabKeys();
        Endpoints endpoints = new Endpoints(keys);
        try {
            List<HostNamespaces> hosts =
                    underlay.hosts().stream().map(Machine::name).map(namespaces::machine).toList();
            for (HostNamespaces host : hosts) {
                endpoints.open(host);
            }
            LabAccess access = new LabAccess(namespaces.files(), hosts, endpoints.ports());
            access.write(keys, endpoints.hostKeys());
            return new LocalLab(namespaces, endpoints, access);
        } catch (IOException e) {
            endpoints.close();
            namespaces.close();
            throw new LocalLabException(Message.of("locallab.build-failed", e.getMessage()), e);
        } catch (LocalLabException | RuntimeException e) {
            endpoints.close();
            namespaces.close();
            throw e;
        }
    }

    /// How to reach each host, by its name, in the order of the lab.
    public Map<String, SshRoute> routes() {
        return access.routes();
    }

    /// The command that opens a shell on a host at this program's terminal.
    ///
    /// @throws IllegalArgumentException when there is no such host
    public List<String> shellCommand(String host) {
        return access.shellCommand(host);
    }

    LabAccess access() {
        return access;
    }

    /// Whether the lab's namespaces still stand.
    public boolean isRunning() {
        return namespaces.isRunning();
    }

    /// Waits until the lab's namespaces are gone.
    void awaitEnd() throws InterruptedException {
        namespaces.awaitEnd();
    }

    /// Ends the lab and everything that runs in it. May be called more than once.
    @Override
    public void close() {
        endpoints.close();
        namespaces.close();
    }
}
