package org.vxlab.discover.text;

import org.vxlab.discover.FoundHost;
import org.vxlab.discover.Names;
import org.vxlab.topology.InterfaceAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The hosts of a text, and on which of them the next command runs.
final class Cast {
    private static final int MOST_HOSTS = 200;

    private static final String UNNAMED = "host";

    /// By name in lower case: people write `Node1` and `node1`.
    private final Map<String, ToldHost> hosts = new LinkedHashMap<>();

    /// The name of hosts that labels name by their address.
    private final Map<String, String> byAddress = new LinkedHashMap<>();

    private final Map<String, InterfaceAddress> hints = new LinkedHashMap<>();
    private List<String> current = List.of();
    private boolean labelled;

    /// Whether there are as many hosts as a text may have; a loop would make them without end.
    boolean isFull() {
        return hosts.size() >= MOST_HOSTS;
    }

    /// Whether the text itself says which host it is on.
    boolean isLabelled() {
        return labelled;
    }

    /// The hosts the next command runs on; where nothing was said, one without a name.
    List<ToldHost> current() {
        if (current.isEmpty()) {
            current = List.of(hosts.isEmpty() ? unused() : hosts.keySet().iterator().next());
        }
        return current.stream().map(this::host).toList();
    }

    private ToldHost host(String name) {
        return hosts.computeIfAbsent(
                name.toLowerCase(Locale.ROOT), _ -> new ToldHost(Names.usable(name)));
    }

    private String unused() {
        int number = 1;
        while (hosts.containsKey(UNNAMED + number)) {
            number++;
        }
        return UNNAMED + number;
    }

    /// Goes to the host of that name.
    void go(String name) {
        current = List.of(name);
        labelled = true;
    }

    /// Where the next command runs, for coming back.
    List<String> names() {
        return current;
    }

    void go(List<String> names) {
        current = List.copyOf(names);
    }

    /// Goes where a label says.
    void go(HostLabel label) {
        switch (label.who()) {
            case NAMED -> {
                current =
                        label.names().isEmpty()
                                ? List.of(named(label.address().orElseThrow()))
                                : label.names();
                if (current.size() == 1) {
                    label.address().ifPresent(address -> hint(current.getFirst(), address));
                }
            }
            case FIRST -> nth(0);
            case SECOND -> nth(1);
            case OTHER -> other();
            case ALL -> {
                if (hosts.size() > 1) {
                    current = List.copyOf(hosts.keySet());
                }
                return;
            }
        }
        labelled = true;
    }

    private String named(String address) {
        String bare = address.replaceFirst("/.*", "");
        return byAddress.computeIfAbsent(
                bare,
                _ -> {
                    String name = UNNAMED + (byAddress.size() + 1);
                    hint(name, address);
                    return name;
                });
    }

    private void hint(String host, String address) {
        hints.putIfAbsent(
                host.toLowerCase(Locale.ROOT),
                InterfaceAddress.parse(address.indexOf('/') < 0 ? address + "/24" : address));
    }

    private void nth(int index) {
        List<String> names = new ArrayList<>(hosts.keySet());
        current = List.of(index < names.size() ? names.get(index) : UNNAMED + (index + 1));
    }

    /// Goes to the host after this one, a new one where there is none.
    void other() {
        String now = current().getLast().name.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(hosts.keySet());
        int next = names.indexOf(now) + 1;
        current = List.of(next < names.size() ? names.get(next) : unused());
    }

    /// The hosts as they are at the end. One that only had its name said is none.
    List<FoundHost> found() {
        List<FoundHost> found = new ArrayList<>();
        hosts.forEach(
                (name, host) -> {
                    if (!host.isUntouched()) {
                        Optional.ofNullable(hints.get(name)).ifPresent(host::settle);
                        found.add(host.found());
                    }
                });
        return found;
    }

    List<ToldHost> hosts() {
        return List.copyOf(hosts.values());
    }

    /// The line a device was made in.
    OptionalInt lineOf(String host, String device) {
        return hosts.values().stream()
                .filter(
                        told ->
                                told.name.equals(host)
                                        || told.namespaces.keySet().stream().anyMatch(host::equals))
                .mapToInt(told -> told.lineOf(device))
                .filter(line -> line > 0)
                .findFirst();
    }
}
