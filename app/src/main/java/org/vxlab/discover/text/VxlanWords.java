package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Vni;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after `type vxlan` (ip-link(8)), for a new device or one that is changed.
final class VxlanWords {
    /// In the order in which iproute2 tries them.
    private static final List<String> KEYWORDS =
            List.of(
                    ("id vni group remote local dev ttl hoplimit tos dsfield df label flowlabel"
                                    + " ageing maxaddress port srcport dstport nolearning learning"
                                    + " noproxy proxy norsc rsc nol2miss l2miss nol3miss l3miss"
                                    + " udpcsum noudpcsum udp6zerocsumtx noudp6zerocsumtx"
                                    + " udp6zerocsumrx noudp6zerocsumrx remcsumtx noremcsumtx"
                                    + " remcsumrx noremcsumrx external noexternal gbp gpe"
                                    + " vnifilter localbypass nolocalbypass")
                            .split(" "));

    private static final int KERNEL_PORT = 8472;
    private static final int MAX_PORT = 65_535;

    private final Step step;
    private final String device;
    private Optional<Integer> vni = Optional.empty();
    private Optional<Ip> local = Optional.empty();
    private Optional<Ip> remote = Optional.empty();
    private Optional<Ip> group = Optional.empty();
    private Optional<String> dev = Optional.empty();
    private Optional<Integer> port = Optional.empty();
    private boolean learning = true;
    private int ageing = 300;
    private String ttl = "auto";
    private String tos = "0";
    private String df = "unset";
    private boolean udpcsum = true;
    private boolean sendsZero;
    private boolean acceptsZero;
    private final Set<String> foreign = new LinkedHashSet<>();
    private final Map<String, String> extras = new LinkedHashMap<>();

    VxlanWords(Step step, String device) {
        this.step = step;
        this.device = device;
    }

    /// The settings of a new device.
    Vxlan whole(Words words) throws Misread {
        read(words);
        boolean external = foreign.contains("external");
        if (vni.isEmpty() && !external) {
            step.tell(Kind.WRONG, device, "discover.text.no-id", device);
            throw new Misread("");
        }
        if (group.isPresent() && dev.isEmpty()) {
            step.tell(Kind.WRONG, device, "discover.text.group-dev", device, group.get());
        }
        if (port.isEmpty() && !external) {
            step.tell(Kind.DOUBTFUL, device, "discover.text.port", device, KERNEL_PORT);
        }
        return settings(vni.orElse(0), port.orElse(KERNEL_PORT));
    }

    /// The settings after a change.
    Vxlan changed(Words words, Vxlan before) throws Misread {
        local = before.local();
        remote = before.remote();
        group = before.group();
        dev = before.underlayDevice();
        learning = before.learning();
        ageing = before.ageing();
        ttl = before.ttl();
        tos = before.tos();
        df = before.df();
        udpcsum = before.udpcsum();
        sendsZero = before.zeroCsum6();
        acceptsZero = before.zeroCsum6();
        if (!before.foreign().isEmpty()) {
            foreign.addAll(List.of(before.foreign().split(" ")));
        }
        read(words);
        int id = before.vni().value();
        if (vni.filter(now -> now != id).isPresent()
                || port.filter(now -> now != before.port()).isPresent()) {
            step.tell(Kind.WRONG, device, "discover.text.unchangeable", device);
        }
        return settings(id, before.port());
    }

    /// What was said that a [Vxlan] has no field for, value by word.
    Map<String, String> extras() {
        return extras;
    }

    private Vxlan settings(int id, int dstport) {
        return new Vxlan(
                new Vni(id),
                local,
                remote,
                group,
                dev,
                dstport,
                learning,
                ageing,
                ttl,
                tos,
                df,
                udpcsum,
                sendsZero && acceptsZero,
                String.join(" ", foreign));
    }

    private void read(Words words) throws Misread {
        while (!words.isEmpty()) {
            String word = words.next();
            option(Words.matched(word, KEYWORDS), word, words);
        }
    }

    private void option(String keyword, String word, Words words) throws Misread {
        switch (keyword) {
            case "id", "vni" -> vni = Optional.of(vni(words.next()));
            case "group" -> destination(words.ip(), true);
            case "remote" -> destination(words.ip(), false);
            case "local" -> {
                Optional<String> text = known(words);
                local = text.isPresent() ? Optional.of(Words.ip(text.get())) : Optional.empty();
            }
            case "dev" -> dev = known(words);
            case "ttl", "hoplimit" -> ttl = ttl(words.next());
            case "tos", "dsfield" -> tos = tos(words.next());
            case "df" -> df = words.next();
            case "label", "flowlabel" -> extras.put("label", words.next());
            case "maxaddress" -> extras.put(keyword, words.next());
            case "ageing" -> ageing = words.number(Integer.MAX_VALUE);
            case "port", "srcport" ->
                    extras.put("srcport", words.number(MAX_PORT) + " " + words.number(MAX_PORT));
            case "nolocalbypass" -> extras.put("localbypass", "off");
            case "dstport" -> {
                int number = words.number(MAX_PORT);
                port = Optional.of(number).filter(one -> one > 0);
            }
            case "learning" -> learning = true;
            case "nolearning" -> learning = false;
            case "udpcsum" -> udpcsum = true;
            case "noudpcsum" -> udpcsum = false;
            case "udp6zerocsumtx" -> sendsZero = true;
            case "udp6zerocsumrx" -> acceptsZero = true;
            case "proxy",
                    "rsc",
                    "l2miss",
                    "l3miss",
                    "remcsumtx",
                    "remcsumrx",
                    "external",
                    "gbp",
                    "gpe",
                    "vnifilter" ->
                    foreign.add(keyword);
            case "" -> throw new Misread("discover.text.word", word, "vxlan");
            default -> {
                // The remaining words say what holds anyway.
            }
        }
    }

    /// The next word; what the reader is to fill in there can be done without.
    private Optional<String> known(Words words) throws Misread {
        String word = words.next();
        if (Words.isBlank(word)) {
            step.tell(Kind.UNREAD, device, "discover.text.filled-in", step.shown(), word);
            return Optional.empty();
        }
        return Optional.of(word);
    }

    /// Takes a destination as it was meant, and tells where `ip` would refuse the word before it.
    private void destination(Ip address, boolean asGroup) {
        if (address.isMulticast() != asGroup) {
            step.tell(
                    Kind.WRONG,
                    device,
                    asGroup ? "discover.text.group-unicast" : "discover.text.remote-group",
                    address);
        }
        remote = address.isMulticast() ? Optional.empty() : Optional.of(address);
        group = address.isMulticast() ? Optional.of(address) : Optional.empty();
    }

    private int vni(String word) throws Misread {
        if (word.matches("[0-9]+") && (word.length() > 8 || Long.parseLong(word) > Vni.MAX)) {
            step.tell(Kind.WRONG, device, "discover.text.vni", word, Vni.MAX);
            throw new Misread("");
        }
        return Words.number(word, Vni.MAX);
    }

    private static String ttl(String word) throws Misread {
        if (word.equals("inherit") || word.equals("auto")) {
            return word;
        }
        int number = Words.number(word, 255);
        return number == 0 ? "auto" : Integer.toString(number);
    }

    /// The tool reads the number as hexadecimal.
    private static String tos(String word) throws Misread {
        if (word.equals("inherit")) {
            return word;
        }
        int number = Words.number(word.startsWith("0x") ? word : "0x" + word, 255);
        return number == 1 ? "inherit" : Integer.toString(number);
    }
}
