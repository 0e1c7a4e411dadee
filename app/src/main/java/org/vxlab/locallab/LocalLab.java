package org.vxlab.locallab;

import org.vxlab.locallab.Underlay.Machine;
import org.vxlab.remote.SshRoute;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

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
        SystemSettings settings = SystemSettings.here();
        boolean user = userNamespace == UserNamespace.ALWAYS || !settings.hasCapabilities();
        Optional<Message> obstacle = settings.obstacle(user);
        if (obstacle.isPresent()) {
            throw new LocalLabException(obstacle.get());
        }
        List<String> hosts = underlay.hosts().stream().map(Machine::name).toList();
        // Making keys and servers takes about as long as the kernel needs for the namespaces. No
        // client knows a port or has the key before both are done.
        CompletableFuture<LabNamespaces> built = new CompletableFuture<>();
        Endpoints endpoints = new Endpoints(host -> built.join().host(host));
        FutureTask<Endpoints> opening = new FutureTask<>(() -> endpoints.open(hosts));
        Thread.ofPlatform().daemon().name("endpoints start").start(opening);
        try {
            LabNamespaces namespaces = LabNamespaces.build(underlay, user);
            built.complete(namespaces);
            return finish(namespaces, opening, hosts);
        } catch (LocalLabException | InterruptedException | RuntimeException e) {
            endpoints.close();
            throw e;
        }
    }

    private static LocalLab finish(
            LabNamespaces namespaces, FutureTask<Endpoints> opening, List<String> hosts)
            throws LocalLabException, InterruptedException {
        try {
            Endpoints endpoints = opening.get();
            LabAccess access =
                    new LabAccess(
                            namespaces.files(),
                            hosts.stream().map(namespaces::host).toList(),
                            endpoints.ports());
            access.write(endpoints);
            LocalLab lab = new LocalLab(namespaces, endpoints, access);
            lab.onEnd(endpoints::close);
            return lab;
        } catch (IOException | ExecutionException e) {
            namespaces.close();
            throw new LocalLabException(
                    Message.of("locallab.build-failed", String.valueOf(e.getMessage())), e);
        } catch (LocalLabException | InterruptedException | RuntimeException e) {
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
    /// @throws LocalLabException when there is no such host, or it has ended
    public List<String> shellCommand(String host) throws LocalLabException {
        return access.shellCommand(host);
    }

    LabAccess access() {
        return access;
    }

    /// Whether the lab's namespaces still stand.
    public boolean isRunning() {
        return namespaces.isRunning();
    }

    /// Has `told` run when the lab's namespaces are gone, on a thread of the lab.
    void onEnd(Runnable told) {
        namespaces.onEnd(told);
    }

    /// Ends the lab and everything that runs in it. May be called more than once.
    @Override
    public void close() {
        endpoints.close();
        namespaces.close();
    }
}
