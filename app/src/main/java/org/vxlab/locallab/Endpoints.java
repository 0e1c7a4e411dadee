package org.vxlab.locallab;

import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/// The ways into a lab's hosts: one SSH server per host on a loopback port of its own.
///
/// Only the lab's own key is let in, and only to run commands: no passwords, no forwarding, no
/// subsystems. All servers share their threads.
final class Endpoints implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";

    /// How long open connections get to end by themselves.
    private static final Duration GENTLE_LIMIT = Duration.ofMillis(300);

    private final CloseableExecutorService workers = ThreadUtils.newCachedThreadPool("endpoints");
    private final ScheduledExecutorService timer =
            ThreadUtils.newSingleThreadScheduledExecutor("endpoints-timer");
    private final LabKeys keys = new LabKeys();
    private final Function<String, HostNamespaces> namespaces;
    private final Map<String, SshServer> servers = new LinkedHashMap<>();
    private final Map<Integer, PublicKey> hostKeys = new LinkedHashMap<>();
    private boolean closed;

    /// @param namespaces where the commands for a host run; asked for each command
    Endpoints(Function<String, HostNamespaces> namespaces) {
        this.namespaces = namespaces;
    }

    /// Starts listening for some hosts; does nothing once closed.
    synchronized Endpoints open(List<String> hosts) throws IOException {
        if (closed) {
            return this;
        }
        for (String host : hosts) {
            open(host);
        }
        return this;
    }

    private void open(String host) throws IOException {
        KeyPair hostKey = LabKeys.make();
        SshServer server =
                ServerBuilder.builder()
                        // OpenSSH would choose a post-quantum exchange, which takes ten times as
                        // long and protects nothing here: the wire is this machine's loopback.
                        .keyExchangeFactories(
                                List.of(
                                        ServerBuilder.DH2KEX.apply(BuiltinDHFactories.curve25519),
                                        ServerBuilder.DH2KEX.apply(
                                                BuiltinDHFactories.curve25519_libssh),
                                        ServerBuilder.DH2KEX.apply(BuiltinDHFactories.ecdhp256)))
                        .forwardingFilter(RejectAllForwardingFilter.INSTANCE)
                        .build();
        server.setHost(ADDRESS);
        server.setPort(0);
        server.setIoServiceFactoryFactory(
                new Nio2ServiceFactoryFactory(() -> ThreadUtils.noClose(workers)));
        server.setScheduledExecutorService(timer, false);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((_, key, _) -> keys.admits(key));
        server.setSubsystemFactories(List.of());
        server.setCommandFactory((_, command) -> HostCommand.of(namespaces.apply(host), command));
        server.setShellFactory(_ -> HostCommand.shell(namespaces.apply(host)));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
        server.start();
        servers.put(host, server);
        hostKeys.put(server.getPort(), hostKey.getPublic());
    }

    /// The keys that let in.
    LabKeys keys() {
        return keys;
    }

    /// The port of each host.
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        servers.forEach((host, server) -> ports.put(host, server.getPort()));
        return ports;
    }

    /// The key each port's host is known by.
    Map<Integer, PublicKey> hostKeys() {
        return Collections.unmodifiableMap(hostKeys);
    }

    /// Stops listening and cuts all connections; what runs on the hosts is not ended.
    @Override
    public synchronized void close() {
        closed = true;
        // Gently first: what arrives on a connection that was cut off finds no executor any more,
        // and the library then prints a stack trace on standard error.
        List<CloseFuture> ending =
                servers.values().stream().map(server -> server.close(false)).toList();
        long deadline = System.nanoTime() + GENTLE_LIMIT.toNanos();
        ending.forEach(
                end ->
                        end.awaitUninterruptibly(
                                Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
        servers.values().forEach(server -> server.close(true));
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
