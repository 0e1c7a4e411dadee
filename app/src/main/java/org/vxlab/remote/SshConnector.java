package org.vxlab.remote;

import net.schmizz.sshj.Config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Connects to hosts over SSH. Made once, shared by all threads.
public final class SshConnector {
    private static final String AGENT_SOCKET = "SSH_AUTH_SOCK";

    private final Config config = SshSettings.create();
    private final Optional<SshAgent> agent;

    /// With the agent that the environment names, if it does.
    public SshConnector() {
        this(
                Optional.ofNullable(System.getenv(AGENT_SOCKET))
                        .filter(path -> !path.isBlank())
                        .map(Path::of));
    }

    /// @param agentSocket where a running ssh-agent listens
    public SshConnector(Optional<Path> agentSocket) {
        this.agent = agentSocket.map(SshAgent::new);
    }

    /// Connects, checks the host key, logs in and opens a root shell.
    ///
    /// @param acceptNewHostKeys trusts hosts seen for the first time without asking; a changed key
    ///   is refused in any case
    /// @return the open host, to be closed by the caller
    public RemoteHost connect(SshRoute route, Questions questions, boolean acceptNewHostKeys)
            throws RemoteException, InterruptedException {
        CompletableFuture<RemoteHost> connected = new CompletableFuture<>();
        // On a virtual thread, because only there a blocked connect() answers to an interrupt.
        Thread thread =
                Thread.ofVirtual()
                        .name("connect " + route.host())
                        .start(() -> complete(connected, route, questions, acceptNewHostKeys));
        try {
            return connected.get();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            connected.thenAccept(RemoteHost::close);
            throw interrupted;
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RemoteException refused -> throw refused;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException bug -> throw bug;
                case Error bug -> throw bug;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    private void complete(
            CompletableFuture<RemoteHost> connected,
            SshRoute route,
            Questions questions,
            boolean acceptNew) {
        try {
            connected.complete(open(route, questions, acceptNew));
        } catch (RemoteException | InterruptedException | RuntimeException | Error failure) {
            connected.completeExceptionally(failure);
        }
    }

    private RemoteHost open(SshRoute route, Questions questions, boolean acceptNew)
            throws RemoteException, InterruptedException {
        Secrets secrets = new Secrets();
        boolean opened = false;
        try {
            SshConnecting connecting =
                    new SshConnecting(config, agent, questions, secrets, acceptNew);
            SshShells shells = new SshShells(route.host(), () -> connecting.connect(route));
            Privilege privilege =
                    new Privilege(
                            Sudo.of(route.sudo()), route.host(), route.user(), questions, secrets);
            RemoteHost host = ShellHost.open(shells, privilege);
            opened = true;
            return host;
        } finally {
            if (!opened) {
                secrets.close();
            }
        }
    }
}
