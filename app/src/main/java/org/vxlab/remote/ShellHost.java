package org.vxlab.remote;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.iproute.Command;
import org.vxlab.remote.RemoteException.Kind;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A host whose commands go through shells: one kept open for runs, one more per followed command.
final class ShellHost implements RemoteHost {
    /// How long closing waits for followed commands to end; without a connection they end anyway.
    private static final Duration FOLLOWINGS_LIMIT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(ShellHost.class);
    private static final Duration RELEASE_LIMIT = Duration.ofSeconds(10);

    private final ShellSource source;
    private final Privilege privilege;
    private final Nonce nonces;
    private final ScriptShell scripts;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ShellHost(ShellSource source, Privilege privilege)
            throws RemoteException, InterruptedException {
        this.source = source;
        this.privilege = privilege;
        this.nonces = new Nonce();
        this.scripts = ScriptShell.open(source, privilege, nonces);
    }

    /// Opens the shell for runs; closes the source where that fails.
    static ShellHost open(ShellSource source, Privilege privilege)
            throws RemoteException, InterruptedException {
        boolean opened = false;
        try {
            ShellHost host = new ShellHost(source, privilege);
            opened = true;
            return host;
        } finally {
            if (!opened) {
                source.close();
                privilege.secrets().close();
            }
        }
    }

    @Override
    public String name() {
        return privilege.host();
    }

    @Override
    public List<Outcome> run(
            List<Command> commands, OnFailure onFailure, Consumer<Outcome> live, Duration limit)
            throws RemoteException, InterruptedException {
        try {
            return scripts.run(commands, onFailure, live, limit);
        } catch (RemoteException failure) {
            if (failure.kind() == Kind.TIMEOUT && !scripts.isOpen()) {
                close();
            }
            throw failure;
        }
    }

    @Override
    public void hold(Hold hold) {
        scripts.hold(Optional.of(hold));
    }

    @Override
    public void release() {
        scripts.hold(Optional.empty());
        Thread.ofVirtual().name("release " + name()).start(this::giveBack);
    }

    private void giveBack() {
        try {
            run(List.of(), OnFailure.STOP, _ -> {}, RELEASE_LIMIT);
        } catch (RemoteException lost) {
            // With the connection the hold ended too.
            LOG.debug("releasing {}: {}", name(), lost.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Following follow(Command command, Lines lines)
            throws RemoteException, InterruptedException {
        followings.removeIf(following -> !following.isRunning());
        Following following = FollowedCommand.start(source, privilege, nonces, command, lines);
        followings.add(following);
        if (closed) {
            following.close();
        }
        return following;
    }

    @Override
    public boolean isOpen() {
        return !closed && scripts.isOpen() && source.isOpen();
    }

    @Override
    public void close() {
        closed = true;
        List<Thread> closing =
                followings.stream()
                        .map(following -> Thread.startVirtualThread(following::close))
                        .toList();
        try {
            long deadline = System.nanoTime() + FOLLOWINGS_LIMIT.toNanos();
            for (Thread thread : closing) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        source.close();
        privilege.secrets().close();
    }
}
