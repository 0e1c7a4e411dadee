package org.vxlab.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys of hosts seen before, as in `known_hosts` files (sshd(8), "SSH_KNOWN_HOSTS FILE
/// FORMAT").
///
/// Read afresh for every connection, since other programs write these files too. Certificate
/// authorities (`@cert-authority`) are not supported: such lines say nothing here.
final class KnownHosts {
    private static final String REVOKED = "@revoked";
    private static final String HASHED = "|1|";

    /// A file lock is held by the whole Java machine, so its threads need one of their own.
    private static final ReentrantLock WRITERS = new ReentrantLock();

    private static final int DEFAULT_PORT = 22;

    /// What the files say about a key.
    sealed interface Verdict {
        /// The key stands there.
        record Known() implements Verdict {}

        /// Nothing stands there for this host.
        record Unknown() implements Verdict {}

        /// Another key stands there: the first such line.
        record Changed(Path file, int line) implements Verdict {}

        /// The key is marked as stolen.
        record Revoked(Path file, int line) implements Verdict {}
    }

    private record Entry(
            Path file, int line, boolean revoked, String hosts, String keyType, String key) {}

    private final List<Path> files;
    private final List<Entry> entries = new ArrayList<>();

    /// @param files those that do not exist are passed over
    KnownHosts(List<Path> files) throws IOException {
        this.files = files;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                int number = 0;
                for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                    parse(file, ++number, line.strip());
                }
            }
        }
    }

    private void parse(Path file, int number, String line) {
        String[] words = line.split("[ \t]+");
        boolean revoked = words[0].equals(REVOKED);
        int first = revoked ? 1 : 0;
        boolean ours = revoked || !(line.startsWith("#") || line.startsWith("@"));
        if (ours && words.length >= first + 3) {
            entries.add(
                    new Entry(
                            file,
                            number,
                            revoked,
                            words[first],
                            words[first + 1],
                            words[first + 2]));
        }
    }

    /// @param key the public key as SSH sends it (RFC 4253, 6.6)
    Verdict check(String host, int port, String keyType, byte[] key) {
        String encoded = Base64.getEncoder().encodeToString(key);
        List<Entry> matching = matching(host, port);
        for (Entry entry : matching) {
            if (entry.revoked() && entry.key().equals(encoded)) {
                return new Verdict.Revoked(entry.file(), entry.line());
            }
        }
        List<Entry> trusted = matching.stream().filter(entry -> !entry.revoked()).toList();
        if (trusted.stream().anyMatch(entry -> entry.key().equals(encoded))) {
            return new Verdict.Known();
        }
        return trusted.stream()
                .min((a, b) -> Boolean.compare(sameType(b, keyType), sameType(a, keyType)))
                .<Verdict>map(entry -> new Verdict.Changed(entry.file(), entry.line()))
                .orElseGet(Verdict.Unknown::new);
    }

    private static boolean sameType(Entry entry, String keyType) {
        return entry.keyType().equals(keyType);
    }

    /// The key types that stand there for a host, to be asked for first: another key of the same
    /// server would look like a changed one.
    List<String> keyTypes(String host, int port) {
        return matching(host, port).stream()
                .filter(entry -> !entry.revoked())
                .map(Entry::keyType)
                .distinct()
                .toList();
    }

    private List<Entry> matching(String host, int port) {
        String name = nameOf(host, port);
        return entries.stream().filter(entry -> matches(entry.hosts(), name)).toList();
    }

    static String nameOf(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return port == DEFAULT_PORT ? name : "[" + name + "]:" + port;
    }

    private static boolean matches(String hosts, String name) {
        if (hosts.startsWith(HASHED)) {
            return matchesHash(hosts.substring(HASHED.length()), name);
        }
        boolean found = false;
        for (String pattern : hosts.toLowerCase(Locale.ROOT).split(",")) {
            if (pattern.startsWith("!") && HostPattern.matches(pattern.substring(1), name)) {
                return false;
            }
            found |= HostPattern.matches(pattern, name);
        }
        return found;
    }

    private static boolean matchesHash(String saltAndHash, String name) {
        String[] parts = saltAndHash.split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | GeneralSecurityException notAHash) {
            return false;
        }
    }

    /// Writes a key down as trusted, at the end of the first file, which is made where it does not
    /// exist (0600, its folder 0700).
    void add(String host, int port, String keyType, byte[] key) throws IOException {
        Path file = files.getFirst().toAbsolutePath();
        Files.createDirectories(
                file.getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String line =
                nameOf(host, port)
                        + " "
                        + keyType
                        + " "
                        + Base64.getEncoder().encodeToString(key)
                        + "\n";
        WRITERS.lock();
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                Set.of(
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.READ,
                                        StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                FileLock _ = channel.lock()) {
            append(channel, line);
        } finally {
            WRITERS.unlock();
        }
    }

    private static void append(FileChannel channel, String line) throws IOException {
        long size = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean lineOpen =
                size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != (byte) '\n';
        byte[] bytes = ((lineOpen ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(bytes), size);
    }
}
