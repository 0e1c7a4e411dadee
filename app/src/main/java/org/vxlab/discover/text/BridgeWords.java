package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out `bridge fdb`, `bridge link` and `brctl`.
final class BridgeWords {
    private static final List<String> OBJECTS =
            List.of("link", "fdb", "mdb", "vlan", "vni", "monitor", "help");
    private static final List<String> FDB_VERBS =
            List.of("add", "append", "replace", "delete", "get", "show", "lst", "list", "flush");

    private final Step step;
    private final Words words;

    BridgeWords(Step step, Words words) {
        this.step = step;
        this.words = words;
    }

    void run() throws Misread {
        String object = words.next();
        switch (Words.matched(object, OBJECTS)) {
            case "fdb" -> fdb();
            case "link" -> {
                if ("set".startsWith(words.isEmpty() ? "-" : words.next())) {
                    port();
                }
            }
            case "monitor", "help" -> {}
            default -> {
                boolean shows = words.isEmpty() || "show".startsWith(words.peek());
                if (!shows) {
                    throw new Misread("discover.text.word", object, "bridge");
                }
            }
        }
    }

    private void fdb() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (Words.matched(verb, FDB_VERBS)) {
            case "add" -> entry("add");
            case "append" -> entry("append");
            case "replace" -> entry("replace");
            case "delete" -> entry("delete");
            case "get", "show", "lst", "list", "flush" -> {}
            default -> throw new Misread("discover.text.word", verb, "bridge fdb");
        }
    }

    private void entry(String verb) throws Misread {
        Optional<MacAddress> mac = Optional.empty();
        Optional<String> device = Optional.empty();
        Optional<Ip> vtep = Optional.empty();
        boolean master = false;
        boolean learned = false;
        State state = State.PERMANENT;
        Map<String, String> extras = new LinkedHashMap<>();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "dev" -> device = Optional.of(words.next());
                case "dst", "remote" -> vtep = Optional.of(words.ip());
                case "port", "vni", "src_vni", "via", "nhid" -> extras.put(word, words.next());
                case "vlan" -> words.next();
                case "master" -> master = true;
                case "static", "temp" -> state = State.STATIC;
                case "dynamic" -> state = State.DYNAMIC;
                case "self", "to", "local", "permanent", "router", "use", "sticky" -> {}
                case "extern_learn" -> learned = true;
                default -> mac = Optional.of(Words.mac(word));
            }
        }
        if (mac.isEmpty() || device.isEmpty()) {
            throw new Misread("discover.text.short");
        }
        Device on = step.device(device.get());
        boolean vxlan = on.kind instanceof Vxlan && !master;
        if (vxlan && vtep.isEmpty() && !extras.containsKey("nhid") && !verb.equals("delete")) {
            step.tell(Kind.WRONG, on.name, "discover.text.no-dst", on.name);
            return;
        }
        FdbEntry entry =
                new FdbEntry(
                        mac.get(),
                        on.name,
                        vxlan ? Table.VXLAN : Table.BRIDGE,
                        vxlan ? Optional.empty() : on.master,
                        vxlan ? vtep : Optional.empty(),
                        state,
                        learned);
        if (verb.equals("delete")) {
            step.space()
                    .fdb
                    .removeIf(
                            there ->
                                    same(there, entry)
                                            && (entry.vtep().isEmpty()
                                                    || there.vtep().equals(entry.vtep())));
        } else {
            put(entry, verb);
            List<ExtraSetting> all = step.space().entryExtras;
            all.removeIf(extra -> extra.entry().equals(Optional.of(entry)));
            extras.forEach((word, value) -> all.add(extra(entry, word, value)));
        }
    }

    private ExtraSetting extra(FdbEntry entry, String word, String value) {
        return new ExtraSetting(step.space().name, entry.device(), Optional.of(entry), word, value);
    }

    private static boolean same(FdbEntry one, FdbEntry other) {
        return one.mac().equals(other.mac())
                && one.device().equals(other.device())
                && one.table() == other.table();
    }

    /// Does what was meant, and tells where the kernel would refuse.
    private void put(FdbEntry entry, String verb) {
        List<FdbEntry> fdb = step.space().fdb;
        boolean there = fdb.stream().anyMatch(one -> same(one, entry));
        if (verb.equals("add") && there) {
            step.tell(
                    Kind.WRONG,
                    entry.device(),
                    "discover.text.fdb-exists",
                    entry.mac(),
                    entry.device(),
                    entry.vtep().map(Ip::toString).orElse("-"));
        }
        if (verb.equals("replace") && there && entry.isFlood()) {
            step.tell(
                    Kind.WRONG,
                    entry.device(),
                    "discover.text.fdb-replace",
                    entry.mac(),
                    entry.device(),
                    entry.vtep().map(Ip::toString).orElse("-"));
        }
        boolean several = entry.isFlood() || entry.mac().isGroup();
        if (!several) {
            fdb.removeIf(one -> same(one, entry));
        }
        if (!fdb.contains(entry)) {
            fdb.add(entry);
        }
    }

    private void port() throws Misread {
        words.take("dev");
        BridgeOptions.setPort(step.device(words.next()), words);
    }

    void brctl() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (verb) {
            case "addbr" -> {
                String name = words.next();
                if (step.space().devices.containsKey(name)) {
                    step.tell(Kind.WRONG, name, "discover.text.exists", name);
                } else {
                    step.space()
                            .devices
                            .put(name, new Device(name, BridgeOptions.NEW, step.line()));
                }
            }
            case "delbr" -> LinkWords.remove(step, words.next());
            case "addif" -> {
                String bridge = words.next();
                while (!words.isEmpty()) {
                    LinkWords.plug(step, step.device(words.next()), bridge);
                }
            }
            case "delif" -> {
                words.next();
                while (!words.isEmpty()) {
                    step.device(words.next()).master = Optional.empty();
                }
            }
            case "setageing" -> {
                Device bridge = step.device(words.next());
                bridge.kind = new Link.Bridge(words.number(Integer.MAX_VALUE), true);
            }
            case "stp" -> {
                Device bridge = step.device(words.next());
                boolean on = words.next().matches("on|yes|1");
                BridgeOptions.set(bridge, "stp_state", on ? "1" : "0");
            }
            case "show",
                    "showmacs",
                    "showstp",
                    "setfd",
                    "sethello",
                    "setbridgeprio",
                    "sethashmax",
                    "setmcsnoop" -> {}
            default -> throw new Misread("discover.text.word", verb, "brctl");
        }
    }
}
