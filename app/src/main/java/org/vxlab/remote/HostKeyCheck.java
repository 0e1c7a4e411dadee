package org.vxlab.remote;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

import org.vxlab.remote.KnownHosts.Verdict;
import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Checks the key of one server during one key exchange, and remembers what it found.
///
/// Nobody is asked from here: a person may take longer than the server waits. A first-seen key is
/// refused, the person asked afterwards, and the connection made again.
final class HostKeyCheck implements HostKeyVerifier {

    /// A key a server showed.
    record Shown(String type, byte[] key) {
        /// As OpenSSH prints it.
        String fingerprint() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
                return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    private final SshRoute route;
    private final boolean acceptNew;
    private final KnownHosts known;
    private volatile Optional<Shown> shown = Optional.empty();
    private volatile Optional<Verdict> verdict = Optional.empty();
    private volatile Optional<RemoteException> unwritable = Optional.empty();

    /// A key written down during this connection, which is shown again when keys are renewed.
    private volatile Optional<Shown> accepted = Optional.empty();

    HostKeyCheck(SshRoute route, boolean acceptNew) throws RemoteException {
        this.route = route;
        this.acceptNew = acceptNew;
        try {
            this.known = new KnownHosts(route.knownHosts());
        } catch (IOException unreadable) {
            throw fileFailure("remote.knownHosts.unreadable", unreadable);
        }
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        byte[] bytes = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        Shown now = new Shown(KeyType.fromKey(key).toString(), bytes);
        Verdict found = known.check(host, port, now.type(), bytes);
        shown = Optional.of(now);
        verdict = Optional.of(found);
        if (accepted.filter(earlier -> Arrays.equals(earlier.key(), bytes)).isPresent()) {
            return true;
        }
        return switch (found) {
            case Verdict.Known _ -> true;
            case Verdict.Changed _, Verdict.Revoked _ -> false;
            case Verdict.Unknown _ -> acceptNew && remember(now);
        };
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return known.keyTypes(host, port).stream()
                .flatMap(
                        type ->
                                type.equals("ssh-rsa")
                                        ? List.of("rsa-sha2-512", "rsa-sha2-256").stream()
                                        : List.of(type).stream())
                .toList();
    }

    /// The key that was refused only because it was never seen before.
    Optional<Shown> firstSeen() {
        return unwritable.isPresent()
                ? Optional.empty()
                : shown.filter(_ -> verdict.filter(Verdict.Unknown.class::isInstance).isPresent());
    }

    /// Writes a key down that a person trusts.
    void trust(Shown key) throws RemoteException {
        try {
            known.add(route.address(), route.port(), key.type(), key.key());
        } catch (IOException failure) {
            throw fileFailure("remote.knownHosts.unwritable", failure);
        }
    }

    private boolean remember(Shown key) {
        try {
            trust(key);
            accepted = Optional.of(key);
            return true;
        } catch (RemoteException failure) {
            unwritable = Optional.of(failure);
            return false;
        }
    }

    /// Why the key was refused, if it was.
    Optional<RemoteException> refusal() {
        return unwritable.isPresent()
                ? unwritable
                : verdict.flatMap(found -> shown.flatMap(key -> refusal(found, key)));
    }

    private Optional<RemoteException> refusal(Verdict found, Shown key) {
        return switch (found) {
            case Verdict.Known _ -> Optional.empty();
            case Verdict.Unknown _ ->
                    Optional.of(
                            refused(
                                    "remote.hostKey.unknown",
                                    key,
                                    route.knownHosts().getFirst().toString()));
            case Verdict.Changed(var file, int line) ->
                    Optional.of(refused("remote.hostKey.changed", key, file + ":" + line));
            case Verdict.Revoked(var file, int line) ->
                    Optional.of(refused("remote.hostKey.revoked", key, file + ":" + line));
        };
    }

    private RemoteException refused(String key, Shown shownKey, String where) {
        return new RemoteException(
                route.host(),
                Kind.HOST_KEY,
                Message.of(
                        key,
                        route.host(),
                        KnownHosts.nameOf(route.address(), route.port()),
                        shownKey.type(),
                        shownKey.fingerprint(),
                        where),
                null);
    }

    private RemoteException fileFailure(String key, IOException failure) {
        return new RemoteException(
                route.host(),
                Kind.HOST_KEY,
                Message.of(key, route.host(), route.knownHosts().toString(), failure.toString()),
                failure);
    }
}
