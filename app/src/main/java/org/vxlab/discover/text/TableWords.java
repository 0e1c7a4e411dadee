package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Carries out `ip neigh`, `ip route` and `ip netns`.
final class TableWords {
    private static final List<String> NEIGHBOUR_VERBS =
            List.of(
                    "add", "change", "chg", "replace", "delete", "get", "show", "lst", "list",
                    "flush");
    private static final List<String> ROUTE_VERBS =
            List.of(
                    "list", "show", "lst", "get", "add", "change", "chg", "replace", "prepend",
                    "append", "test", "delete", "flush");
    private static final List<String> NAMESPACE_VERBS =
            List.of("list", "show", "lst", "add", "set", "delete", "identify", "pids", "exec");

    private final Step step;
    private final Words words;

    TableWords(Step step, Words words) {
        this.step = step;
        this.words = words;
    }

    void neighbour() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (Words.matched(verb, NEIGHBOUR_VERBS)) {
            case "add", "change", "chg", "replace" -> putNeighbour();
            case "delete" -> {
                Ip gone = words.ip();
                step.space().neighbours.removeIf(entry -> entry.address().equals(gone));
            }
            case "get", "show", "lst", "list", "flush" -> {}
            default -> throw new Misread("discover.text.word", verb, "ip neigh");
        }
    }

    private void putNeighbour() throws Misread {
        Optional<Ip> address = Optional.empty();
        Optional<MacAddress> mac = Optional.empty();
        Optional<String> device = Optional.empty();
        String state = Neighbour.PERMANENT;
        while (!words.isEmpty()) {
            String word = words.peek();
            switch (word) {
                case "dev" -> {
                    words.next();
                    device = Optional.of(words.next());
                }
                case "lladdr" -> {
                    words.next();
                    mac = Optional.of(words.mac());
                }
                case "nud" -> {
                    words.next();
                    state = words.next().toUpperCase(Locale.ROOT);
                }
                case "to", "router", "use", "managed", "extern_learn" -> words.next();
                default -> address = Optional.of(words.ip());
            }
        }
        if (address.isEmpty() || device.isEmpty()) {
            throw new Misread("discover.text.short");
        }
        String name = step.device(device.get()).name;
        Ip of = address.get();
        step.space()
                .neighbours
                .removeIf(entry -> entry.address().equals(of) && entry.device().equals(name));
        step.space().neighbours.add(new Neighbour(of, name, mac, state));
    }

    void route() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (Words.matched(verb, ROUTE_VERBS)) {
            case "add", "change", "chg", "replace", "append", "prepend" -> putRoute();
            case "delete" -> step.space().routes.removeIf(_ -> words.peek().equals("default"));
            case "list", "show", "lst", "get", "test", "flush" -> {}
            default -> throw new Misread("discover.text.word", verb, "ip route");
        }
    }

    private void putRoute() throws Misread {
        Optional<String> destination = Optional.empty();
        Optional<Ip> via = Optional.empty();
        Optional<String> device = Optional.empty();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "via" -> via = Optional.of(words.ip());
                case "dev" -> device = Optional.of(words.next());
                case "src", "metric", "proto", "scope", "table", "mtu", "advmss" -> words.next();
                case "onlink", "unicast", "to" -> {}
                default -> destination = Optional.of(word);
            }
        }
        if (destination.isEmpty()) {
            throw new Misread("discover.text.short");
        }
        boolean v6 = via.filter(ip -> ip.family() == Ip.Family.V6).isPresent();
        InterfaceAddress to =
                destination.get().equals("default")
                        ? Words.address(v6 ? "::/0" : "0.0.0.0/0")
                        : Words.address(destination.get());
        Prefix prefix = to.prefix();
        step.space().routes.add(new Route(prefix, via, device));
    }

    /// Everything of `ip netns` but `exec`, which runs another command.
    void namespace() throws Misread {
        String verb = words.isEmpty() ? "list" : words.next();
        switch (Words.matched(verb, NAMESPACE_VERBS)) {
            case "add" -> {
                String name = words.next();
                if (!name.matches("[A-Za-z0-9_.-]+")) {
                    throw Words.unreadable(name);
                }
                if (step.host().removed.remove(name)) {
                    step.host().namespaces.remove(name);
                }
                if (step.host().namespaces.containsKey(name)) {
                    step.tell(Kind.WRONG, name, "discover.text.exists", name);
                }
                step.host().space(name);
            }
            case "delete" -> step.host().removed.add(words.next());
            case "list", "show", "lst", "set", "identify", "pids" -> {}
            default -> throw new Misread("discover.text.word", verb, "ip netns");
        }
    }
}
