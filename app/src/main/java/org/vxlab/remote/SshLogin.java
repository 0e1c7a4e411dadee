package org.vxlab.remote;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One login: what needs no question first (plain key files, the agent), then key files with a
/// passphrase, then passwords.
final class SshLogin {
    /// How often a person may mistype, as in OpenSSH (NumberOfPasswordPrompts).
    private static final int PROMPTS = 3;

    private static final String PASSWORD = "password";
    private static final String INTERACTIVE = "keyboard-interactive";

    private final SSHClient client;
    private final SshRoute route;
    private final Questions questions;
    private final Secrets secrets;

    /// What was tried and how it went, for the message.
    private final List<String> tried = new ArrayList<>();

    SshLogin(SSHClient client, SshRoute route, Questions questions, Secrets secrets) {
        this.client = client;
        this.route = route;
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
        for (IdentityFile identity : encrypted) {
            if (withPassphrase(identity)) {
                return true;
            }
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

    private boolean withPassphrase(IdentityFile identity) throws TransportException {
        return false;
    }

    private boolean withPassword() throws TransportException {
        return false;
    }

    private boolean attempt(AuthMethod method) throws TransportException {
        try {
            client.auth(route.user(), method);
            return true;
        } catch (UserAuthException refused) {
            return false;
        }
    }

    private RemoteException refused(Throwable cause) {
        return new RemoteException(
                route.host(),
                Kind.AUTHENTICATION,
                Message.of(
                        "remote.login.refused",
                        route.host(),
                        route.user(),
                        String.join(", ", tried),
                        String.join(", ", client.getUserAuth().getAllowedMethods())),
                cause);
    }
}
