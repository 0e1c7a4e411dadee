package org.vxlab.remote;

import net.schmizz.sshj.Config;

import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

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
        return await(route, () -> open(route, questions, acceptNewHostKeys), RemoteHost::close);
    }

    /// The same for the user's own shell on a terminal.
    ///
    /// @return the open terminal, to be closed by the caller
    public RemoteTerminal terminal(
            SshRoute route, Questions questions, boolean acceptNewHostKeys, int columns, int rows)
            throws RemoteException, InterruptedException {
        return await(
                route,
                () -> openTerminal(route, questions, acceptNewHostKeys, columns, rows),
                RemoteTerminal::close);
    }

    /// Something that is opened over a connection.
    private interface Opening<T> {
        T open() throws RemoteException, InterruptedException;
    }

    private static <T> T await(SshRoute route, Opening<T> opening, Consumer<T> close)
            throws RemoteException, InterruptedException {
        CompletableFuture<T> connected = new CompletableFuture<>();
        // On a thread of its own, because a person who is asked something cannot be interrupted.
        Thread thread =
                Thread.ofVirtual()
                        .name("connect " + route.host())
                        .start(() -> complete(connected, opening));
        try {
            return connected.get();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            connected.thenAccept(close);
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

    private static <T> void complete(CompletableFuture<T> connected, Opening<T> opening) {
        try {
            connected.complete(opening.open());
        } catch (RemoteException | InterruptedException | RuntimeException | Error failure) {
            connected.completeExceptionally(failure);
        }
    }

    private RemoteTerminal openTerminal(
            SshRoute route, Questions questions, boolean acceptNew, int columns, int rows)
            throws RemoteException, InterruptedException {
        try (Secrets secrets = new Secrets()) {
            SshConnection connection =
                    new SshConnecting(config, agent, questions, secrets, acceptNew).connect(route);
            try {
                return RemoteTerminal.start(connection, columns, rows);
            } catch (IOException refused) {
                connection.close();
                throw new RemoteException(
                        route.host(),
                        RemoteException.Kind.CLOSED,
                        Message.of("remote.terminal.refused", route.host(), refused.getMessage()),
                        refused);
            }
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
