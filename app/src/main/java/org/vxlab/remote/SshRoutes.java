package org.vxlab.remote;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.remote.SshConfig.Setting;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Settles how hosts are reached, from what the lab file says and from `~/.ssh/config`.
///
/// The lab file comes first, then the first value in the configuration, then OpenSSH's defaults.
/// `StrictHostKeyChecking` can make checks stricter here, never laxer.
public final class SshRoutes {
    private static final int DEFAULT_PORT = 22;
    private static final int MOST_JUMPS = 8;
    private static final List<String> DEFAULT_IDENTITIES =
            List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");
    private static final List<String> DEFAULT_KNOWN_HOSTS =
            List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
    private static final Path SYSTEM_KNOWN_HOSTS = Path.of("/etc/ssh/ssh_known_hosts");

    private final SshConfig config;
    private final Path home;
    private final String localUser;

    /// What the lab file says about one hop, before the configuration.
    private record Hop(
            String name,
            Optional<Integer> port,
            Optional<String> user,
            Optional<String> identity,
            Optional<Boolean> sudo,
            Optional<String> jump) {
        /// @param destination `[user@]name`, as `ssh` itself takes it (ssh(1))
        static Hop named(String destination) {
            int at = destination.lastIndexOf('@');
            return new Hop(
                    destination.substring(at + 1),
                    Optional.empty(),
                    at <= 0 ? Optional.empty() : Optional.of(destination.substring(0, at)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private SshRoutes(SshConfig config, Path home, String localUser) {
        this.config = config;
        this.home = home;
        this.localUser = localUser;
    }

    /// Reads `.ssh/config` in a home folder, where there is one.
    ///
    /// @param localUser who logs in where nothing else is said
    public static SshRoutes read(Path home, String localUser) {
        SshConfig config = SshConfig.read(home.resolve(".ssh/config"), home);
        return new SshRoutes(config, home, localUser);
    }

    /// What of the configuration is passed over here, each with file and line.
    public List<Message> notes() {
        return config.notes();
    }

    /// @param host the host's name in the lab
    /// @throws RemoteException where the configuration cannot be followed, with file and line
    public SshRoute of(String host, SshTarget target) throws RemoteException {
        Hop hop =
                switch (target) {
                    case SshTarget.Alias(String name) -> Hop.named(name);
                    case SshTarget.Address address ->
                            new Hop(
                                    address.address(),
                                    address.port(),
                                    address.user(),
                                    address.identity(),
                                    address.sudo(),
                                    address.jump());
                };
        return route(host, hop, 0);
    }

    private SshRoute route(String host, Hop hop, int jumps) throws RemoteException {
        String alias = hop.name();
        String address =
                first(alias, "hostname").map(name -> name.replace("%h", alias)).orElse(alias);
        String user = hop.user().or(() -> first(alias, "user")).orElse(localUser);
        Tokens tokens = new Tokens(home, address, user, localUser);
        return new SshRoute(
                host,
                address,
                port(host, hop),
                user,
                identities(host, hop, tokens),
                !first(alias, "identitiesonly").filter("yes"::equalsIgnoreCase).isPresent(),
                knownHosts(host, alias, tokens),
                hop.sudo(),
                jump(host, hop, jumps),
                first(alias, "stricthostkeychecking").filter("yes"::equalsIgnoreCase).isPresent(),
                connectLimit(host, alias));
    }

    private Optional<String> first(String alias, String keyword) {
        return config.first(alias, keyword).map(Setting::value);
    }

    private int port(String host, Hop hop) throws RemoteException {
        if (hop.port().isPresent()) {
            return hop.port().get();
        }
        Optional<Setting> setting = config.first(hop.name(), "port");
        if (setting.isEmpty()) {
            return DEFAULT_PORT;
        }
        return number(setting.get().value())
                .filter(port -> port >= 1 && port <= 65_535)
                .orElseThrow(() -> wrong(host, "remote.config.port", setting.get()));
    }

    private Duration connectLimit(String host, String alias) throws RemoteException {
        Optional<Setting> setting = config.first(alias, "connecttimeout");
        if (setting.isEmpty() || setting.get().value().equals("none")) {
            return SshRoute.CONNECT_LIMIT;
        }
        return number(setting.get().value())
                .filter(seconds -> seconds >= 1 && seconds <= 3600)
                .map(Duration::ofSeconds)
                .orElseThrow(() -> wrong(host, "remote.config.timeout", setting.get()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private List<Path> identities(String host, Hop hop, Tokens tokens) throws RemoteException {
        List<Path> identities = new ArrayList<>();
        if (hop.identity().isPresent()) {
            identities.add(path(host, hop.identity().get(), hop.identity().get()));
        }
        for (Setting setting : config.all(hop.name(), "identityfile")) {
            if (!setting.value().equals("none")) {
                identities.add(path(host, tokens.fill(setting.value()), setting.place()));
            }
        }
        if (identities.isEmpty() && config.all(hop.name(), "identityfile").isEmpty()) {
            for (String file : DEFAULT_IDENTITIES) {
                identities.add(path(host, file, file));
            }
        }
        return identities;
    }

    private List<Path> knownHosts(String host, String alias, Tokens tokens) throws RemoteException {
        Optional<Setting> setting = config.first(alias, "userknownhostsfile");
        List<Path> files = new ArrayList<>();
        for (String file : setting.map(Setting::values).orElse(DEFAULT_KNOWN_HOSTS)) {
            files.add(path(host, tokens.fill(file), setting.map(Setting::place).orElse(file)));
        }
        files.add(SYSTEM_KNOWN_HOSTS);
        return files;
    }

    /// @param place for the message where it cannot be a path
    private Path path(String host, String text, String place) throws RemoteException {
        try {
            return SshPaths.expand(text, home, Path.of(""));
        } catch (InvalidPathException impossible) {
            throw failure(host, Message.of("remote.config.path", place, impossible.getMessage()));
        }
    }

    private Optional<SshRoute> jump(String host, Hop hop, int jumps) throws RemoteException {
        Optional<String> chain = hop.jump().or(() -> first(hop.name(), "proxyjump"));
        if (chain.isEmpty() || chain.get().equalsIgnoreCase("none") || chain.get().isBlank()) {
            return Optional.empty();
        }
        if (jumps >= MOST_JUMPS) {
            throw failure(
                    host, Message.of("remote.config.jumpCycle", host, hop.name(), chain.get()));
        }
        int last = chain.get().lastIndexOf(',');
        Optional<String> before =
                last < 0 ? Optional.empty() : Optional.of(chain.get().substring(0, last));
        Hop through = parseJump(host, chain.get().substring(last + 1).strip(), before);
        return Optional.of(route(host, through, jumps + 1));
    }

    /// @param before the hosts before it in a chain, which then count instead of its own jump
    private static Hop parseJump(String host, String text, Optional<String> before)
            throws RemoteException {
        String rest = text.startsWith("ssh://") ? text.substring(6) : text;
        int at = rest.lastIndexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
        rest = rest.substring(at + 1);
        String address = rest;
        Optional<Integer> port = Optional.empty();
        int colon = rest.lastIndexOf(':');
        boolean bracketed = rest.startsWith("[");
        if (bracketed ? rest.contains("]:") : colon >= 0 && rest.indexOf(':') == colon) {
            port = number(rest.substring(colon + 1)).filter(p -> p >= 1 && p <= 65_535);
            address = rest.substring(0, colon);
            if (port.isEmpty()) {
                throw failure(host, Message.of("remote.config.jump", host, text));
            }
        }
        if (bracketed && address.endsWith("]")) {
            address = address.substring(1, address.length() - 1);
        }
        if (address.isEmpty()) {
            throw failure(host, Message.of("remote.config.jump", host, text));
        }
        return new Hop(address, port, user, Optional.empty(), Optional.empty(), before);
    }

    private static RemoteException wrong(String host, String key, Setting setting) {
        return failure(host, Message.of(key, setting.place(), setting.value()));
    }

    private static RemoteException failure(String host, Message text) {
        return new RemoteException(host, Kind.CONFIGURATION, text, null);
    }

    /// What `%` sequences in file names stand for (ssh_config(5), TOKENS).
    private record Tokens(Path home, String address, String user, String localUser) {
        String fill(String text) {
            StringBuilder filled = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '%' && i + 1 < text.length()) {
                    filled.append(value(text.charAt(++i)));
                } else {
                    filled.append(text.charAt(i));
                }
            }
            return filled.toString();
        }

        private String value(char token) {
            return switch (token) {
                case 'd' -> home.toString();
                case 'h' -> address;
                case 'r' -> user;
                case 'u' -> localUser;
                case '%' -> "%";
                default -> "%" + token;
            };
        }
    }
}
