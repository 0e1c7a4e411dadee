package org.vxlab.session;

import org.vxlab.remote.Questions;
import org.vxlab.remote.Rehearsal;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteTerminal;
import org.vxlab.remote.SshConnector;
import org.vxlab.remote.SshRoute;
import org.vxlab.remote.SshRoutes;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How this program and its user get into machines over SSH. Safe for use by several threads.
public final class SshAccess {
    private final SshConnector connector = new SshConnector();
    private final Questions questions;
    private final User user;
    private final boolean acceptNewHostKeys;
    private Optional<SshRoutes> routes = Optional.empty();

    /// The person this program runs for.
    ///
    /// @param home where `.ssh` is
    /// @param name who logs in where nothing else is said
    public record User(Path home, String name) {}

    /// @param acceptNewHostKeys whether a host seen for the first time is trusted without asking
    public SshAccess(User user, Prompts prompts, boolean acceptNewHostKeys) {
        this.user = user;
        this.questions = new AskedQuestions(prompts);
        this.acceptNewHostKeys = acceptNewHostKeys;
    }

    /// Gets this Java ready for logins, on a thread of its own, while something else is done first.
    public static void getReady() {
        Rehearsal.begin();
    }

    RemoteHost connect(String host, SshTarget target) throws RemoteException, InterruptedException {
        return connect(host, target, questions);
    }

    /// @param asked instead of the person, as by [#remembering]
    RemoteHost connect(String host, SshTarget target, Questions asked)
            throws RemoteException, InterruptedException {
        return connector.connect(routes().of(host, target), asked, acceptNewHostKeys);
    }

    /// The person's answers, for connections that come one after the other.
    RememberedAnswers remembering() {
        return new RememberedAnswers(questions);
    }

    /// Why the lab file or `~/.ssh/config` shows no way to a host; empty where they do.
    public Optional<Message> obstacle(String host, SshTarget target) {
        try {
            routes().of(host, target);
            return Optional.empty();
        } catch (RemoteException wrong) {
            return Optional.of(wrong.text());
        }
    }

    /// Connects where everything is settled and every key is known.
    RemoteHost connect(SshRoute route) throws RemoteException, InterruptedException {
        return connector.connect(route, questions, false);
    }

    /// @param asked instead of the person, as by [#remembering]
    RemoteTerminal terminal(String host, SshTarget target, Questions asked, int columns, int rows)
            throws RemoteException, InterruptedException {
        return connector.terminal(
                routes().of(host, target), asked, acceptNewHostKeys, columns, rows);
    }

    RemoteTerminal terminal(SshRoute route, int columns, int rows)
            throws RemoteException, InterruptedException {
        return connector.terminal(route, questions, false, columns, rows);
    }

    /// What of `~/.ssh/config` is passed over here, each with file and line.
    public List<Message> notes() {
        return routes().notes();
    }

    /// Read when first needed: a built-in lab has no use for `~/.ssh/config`.
    private synchronized SshRoutes routes() {
        if (routes.isEmpty()) {
            routes = Optional.of(SshRoutes.read(user.home(), user.name()));
        }
        return routes.get();
    }
}
