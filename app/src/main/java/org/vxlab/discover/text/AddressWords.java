package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.util.List;
import java.util.Optional;

/// Carries out `ip addr` and `ifconfig`.
final class AddressWords {
    private static final List<String> VERBS =
            List.of("add", "change", "chg", "replace", "delete", "show", "lst", "list", "flush");

    private final Step step;
    private final Words words;

    AddressWords(Step step, Words words) {
        this.step = step;
        this.words = words;
    }

    void run() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (Words.matched(verb, VERBS)) {
            case "add", "change", "chg", "replace" -> add();
            case "delete" -> delete();
            case "flush" -> flush();
            case "show", "lst", "list" -> {
                // Reading changes nothing.
            }
            default -> throw new Misread("discover.text.word", verb, "ip addr");
        }
    }

    private void add() throws Misread {
        Optional<String> address = Optional.empty();
        Optional<String> device = Optional.empty();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "dev" -> device = Optional.of(words.next());
                case "broadcast",
                        "brd",
                        "scope",
                        "label",
                        "anycast",
                        "metric",
                        "valid_lft",
                        "preferred_lft",
                        "peer" ->
                        words.next();
                case "local" -> address = Optional.of(words.next());
                case "nodad", "noprefixroute", "home", "autojoin" -> {}
                default -> address = Optional.of(word);
            }
        }
        if (address.isEmpty() || device.isEmpty()) {
            throw new Misread("discover.text.short");
        }
        put(device.get(), address.get());
    }

    private void put(String name, String text) throws Misread {
        InterfaceAddress address = Words.address(text);
        Device device = step.device(name);
        if (text.indexOf('/') < 0 && !(device.kind instanceof Link.Other)) {
            step.tell(Kind.WRONG, name, "discover.text.no-length", address.ip(), name);
        }
        if (!device.addresses.contains(address)) {
            device.addresses.add(address);
        }
    }

    private void delete() throws Misread {
        InterfaceAddress address = Words.address(words.next());
        words.take("dev");
        step.device(words.next())
                .addresses
                .removeIf(
                        own ->
                                own.equals(address)
                                        || address.length() == address.ip().family().bits()
                                                && own.ip().equals(address.ip()));
    }

    private void flush() throws Misread {
        words.take("dev");
        if (!words.isEmpty()) {
            step.device(words.next()).addresses.clear();
        }
    }

    /// `ifconfig DEVICE [ADDRESS[/LENGTH]] [netmask MASK] [mtu N] [up|down]`.
    void ifconfig() throws Misread {
        if (words.isEmpty()) {
            return;
        }
        String name = words.next();
        if (words.isEmpty() || name.startsWith("-")) {
            return;
        }
        Device device = step.device(name);
        Optional<String> address = Optional.empty();
        Optional<Integer> length = Optional.empty();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "up" -> device.setUp(true);
                case "down" -> device.setUp(false);
                case "netmask" -> length = Optional.of(length(words.ip()));
                case "mtu" -> device.mtu = words.number(65_535);
                case "broadcast" -> words.next();
                case "hw" -> {
                    words.take("ether");
                    device.mac = Optional.of(words.mac());
                }
                case "inet", "inet6", "add" -> {}
                default -> address = Optional.of(word);
            }
        }
        if (address.isPresent()) {
            boolean whole = address.get().indexOf('/') >= 0;
            put(name, whole ? address.get() : address.get() + length.map(n -> "/" + n).orElse(""));
            // Giving an address switches the device on.
            device.setUp(true);
        }
    }

    private static int length(Ip mask) {
        return Long.bitCount(mask.low());
    }
}
