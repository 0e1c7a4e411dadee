package org.vxlab.remote;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One login: what needs no question first (plain key files, the agent), then key files with a
/// passphrase, then passwords.
final class SshLogin {
    /// How often a person may mistype, as in OpenSSH (NumberOfPasswordPrompts).
    private static final int PROMPTS = 3;

    private static final String PASSWORD = "password";
    private static final String INTERACTIVE = "keyboard-interactive";

    /// Servers ask in many languages; every answer that is not shown is taken for the password.
    private static final Pattern ANY_PROMPT = Pattern.compile(".*", Pattern.DOTALL);

    private final SSHClient client;
    private final SshRoute route;
    private final Optional<SshAgent> agent;
    private final Questions questions;
    private final Secrets secrets;

    /// What was tried and how it went, for the message.
    private final List<String> tried = new ArrayList<>();

    SshLogin(
            SSHClient client,
            SshRoute route,
            Optional<SshAgent> agent,
            Questions questions,
            Secrets secrets) {
        this.client = client;
        this.route = route;
        this.agent = agent;
        this.questions = questions;
        this.secrets = secrets;
    }

    void logIn() throws RemoteException, InterruptedException {
        try {
            boolean in = withKeys() || withPassword();
            if (!in) {
                throw refused(null);
            }
        } catch (TransportException lost) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw refused(lost);
        }
    }

    private boolean withKeys() throws TransportException {
        List<IdentityFile> encrypted = new ArrayList<>();
        for (Path path : route.identities()) {
            Optional<IdentityFile> identity = read(path);
            if (identity.isPresent() && identity.get().isEncrypted()) {
                encrypted.add(identity.get());
            } else if (identity.isPresent() && withFile(identity.get(), Optional.empty())) {
                return true;
            }
        }
        if (withAgent()) {
            return true;
        }
        for (IdentityFile identity : encrypted) {
            if (withPassphrase(identity)) {
                return true;
            }
        }
        return false;
    }

    private boolean withAgent() throws TransportException {
        if (!route.agent() || agent.isEmpty()) {
            return false;
        }
        try {
            for (SshAgent.Key key : agent.get().keys()) {
                if (attempt(new AgentAuth(agent.get(), key))) {
                    return true;
                }
                tried.add("ssh-agent (" + key.comment() + ")");
            }
        } catch (TransportException lost) {
            throw lost;
        } catch (IOException failure) {
            tried.add("ssh-agent (" + failure.getMessage() + ")");
        }
        return false;
    }

    private Optional<IdentityFile> read(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IdentityFile.read(path));
        } catch (IOException unreadable) {
            tried.add(path + " (" + unreadable + ")");
            return Optional.empty();
        }
    }

    private boolean withFile(IdentityFile identity, Optional<char[]> passphrase)
            throws TransportException {
        try {
            if (attempt(new AuthPublickey(identity.open(passphrase)))) {
                return true;
            }
            tried.add(identity.path().toString());
        } catch (TransportException lost) {
            throw lost;
        } catch (IOException unusable) {
            tried.add(identity.path() + " (" + unusable.getMessage() + ")");
        }
        return false;
    }

    /// A wrong passphrase cannot be told from a damaged file, so the question is put again.
    private boolean withPassphrase(IdentityFile identity) throws TransportException {
        String file = identity.path().toString();
        for (int prompt = 0; prompt < PROMPTS; prompt++) {
            boolean again = prompt > 0;
            Optional<char[]> passphrase =
                    secrets.get(file, () -> questions.passphrase(route.host(), file, again));
            if (passphrase.isEmpty()) {
                tried.add(file + " (passphrase)");
                return false;
            }
            try {
                if (attempt(new AuthPublickey(identity.open(passphrase)))) {
                    return true;
                }
                tried.add(file);
                return false;
            } catch (TransportException lost) {
                throw lost;
            } catch (IOException wrongPassphrase) {
                secrets.forget(file);
            }
        }
        tried.add(file + " (passphrase)");
        return false;
    }

    private boolean withPassword() throws TransportException {
        if (methods().isEmpty() && attempt(new AuthNone())) {
            return true;
        }
        String purpose = route.user() + "@" + route.address() + ":" + route.port();
        for (int prompt = 0; prompt < PROMPTS && takesPasswords(); prompt++) {
            boolean again = prompt > 0;
            Optional<char[]> password =
                    secrets.get(
                            purpose,
                            () ->
                                    questions.password(
                                            route.host(), route.user(), route.address(), again));
            if (password.isEmpty()) {
                break;
            }
            try {
                if (attempt(passwordMethod(password.get()))) {
                    return true;
                }
            } finally {
                Arrays.fill(password.get(), '\0');
            }
            secrets.forget(purpose);
            tried.add(PASSWORD);
        }
        return false;
    }

    private AuthMethod passwordMethod(char[] password) {
        PasswordFinder finder = IdentityFile.once(password);
        return methods().contains(PASSWORD)
                ? new AuthPassword(finder)
                : new AuthKeyboardInteractive(new PasswordResponseProvider(finder, ANY_PROMPT));
    }

    private boolean takesPasswords() {
        return methods().contains(PASSWORD) || methods().contains(INTERACTIVE);
    }

    /// What the server said it takes; empty before the first try.
    private Collection<String> methods() {
        return client.getUserAuth().getAllowedMethods();
    }

    private boolean attempt(AuthMethod method) throws TransportException {
        try {
            client.auth(route.user(), method);
            return true;
        } catch (UserAuthException refused) {
            // Also thrown where the connection broke, which is not an answer.
            if (!client.isConnected()) {
                throw new TransportException("the server ended the login", refused);
            }
            return false;
        } catch (IllegalStateException broken) {
            // The library's word for a connection that broke between two tries.
            throw new TransportException("the connection broke during the login", broken);
        }
    }

    /// Whether a connection that ended is a refusal: the server said why it ends it, or something
    /// was refused before and its words got lost, as when OpenSSH has had enough (MaxAuthTries).
    /// One that just breaks may hold the next time.
    private boolean isRefusal(Throwable lost) {
        if (!tried.isEmpty()) {
            return true;
        }
        for (Throwable cause = lost; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSHException said
                    && said.getDisconnectReason() != DisconnectReason.UNKNOWN
                    && said.getDisconnectReason() != DisconnectReason.CONNECTION_LOST) {
                return true;
            }
        }
        return false;
    }

    private RemoteException refused(Throwable lost) {
        String key =
                lost != null
                        ? "remote.login.lost"
                        : tried.isEmpty() ? "remote.login.nothing" : "remote.login.refused";
        List<String> what =
                tried.isEmpty() ? route.identities().stream().map(Path::toString).toList() : tried;
        return new RemoteException(
                route.host(),
                lost == null || isRefusal(lost) ? Kind.AUTHENTICATION : Kind.CLOSED,
                Message.of(
                        key,
                        route.host(),
                        route.user(),
                        String.join(", ", what),
                        String.join(", ", methods())),
                lost);
    }
}
