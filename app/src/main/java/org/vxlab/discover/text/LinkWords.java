package org.vxlab.discover.text;

import org.vxlab.discover.Cable;
import org.vxlab.discover.Cable.End;
import org.vxlab.discover.Finding.Kind;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries out `ip link add`, `set` and `delete`.
final class LinkWords {
    private static final List<String> VERBS =
            List.of("add", "set", "change", "replace", "delete", "show", "lst", "list", "help");

    private static final int MAX_MTU = 65_535;
    private static final int OVERHEAD_V4 = 50;
    private static final int OVERHEAD_V6 = 70;

    private final Step step;
    private final Words words;

    LinkWords(Step step, Words words) {
        this.step = step;
        this.words = words;
    }

    void run() throws Misread {
        String verb = words.isEmpty() ? "show" : words.next();
        switch (Words.matched(verb, VERBS)) {
            case "add", "replace" -> add();
            case "set", "change" -> set();
            case "delete" -> delete();
            case "show", "lst", "list", "help" -> {
                // Reading changes nothing.
            }
            default -> throw new Misread("discover.text.word", verb, "ip link");
        }
    }

    /// What stands before `type`.
    private static final class Head {
        private String name = "";
        private Optional<MacAddress> mac = Optional.empty();
        private Optional<Integer> mtu = Optional.empty();
        private Optional<String> master = Optional.empty();
        private Optional<String> namespace = Optional.empty();
        private boolean up;
    }

    private void add() throws Misread {
        Head head = new Head();
        String type = "";
        while (!words.isEmpty() && type.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "type", "typ", "ty" -> type = words.next();
                case "name", "dev" -> head.name = words.next();
                case "link",
                        "txqueuelen",
                        "qlen",
                        "index",
                        "alias",
                        "numtxqueues",
                        "numrxqueues",
                        "group",
                        "addrgenmode",
                        "broadcast" ->
                        words.next();
                case "address", "addr" -> head.mac = Optional.of(words.mac());
                case "mtu" -> head.mtu = Optional.of(words.number(MAX_MTU));
                case "master" -> head.master = Optional.of(words.next());
                case "netns" -> head.namespace = Optional.of(words.next());
                case "up" -> head.up = true;
                case "down" -> head.up = false;
                default -> {
                    if (!head.name.isEmpty()) {
                        throw new Misread("discover.text.word", word, "ip link add");
                    }
                    // A tool prints the underlay device behind the name: vxlan0@eth0.
                    head.name = word.replaceFirst("@.*", "");
                }
            }
        }
        if (head.name.isEmpty() || type.isEmpty()) {
            throw new Misread("discover.text.short");
        }
        if (!head.name.matches("[A-Za-z0-9_.@-]{1,15}")) {
            throw Words.unreadable(head.name);
        }
        Space space =
                head.namespace.isPresent() ? step.host().space(head.namespace.get()) : step.space();
        if (space.device(head.name).filter(there -> there.removed > 0).isPresent()) {
            step.host().purge(space, head.name);
        }
        if (space.devices.containsKey(head.name)) {
            step.tell(Kind.WRONG, head.name, "discover.text.exists", head.name);
            return;
        }
        switch (Words.matched(type, List.of("vxlan", "bridge", "veth"))) {
            case "vxlan" -> vxlan(head, space);
            case "bridge" -> {
                Device bridge = finish(head, space, BridgeOptions.NEW);
                BridgeOptions.set(bridge, words);
            }
            case "veth" -> veth(head, space);
            default -> finish(head, space, new Link.Other(type));
        }
    }

    private Device finish(Head head, Space space, Link.Kind kind) throws Misread {
        Device device = new Device(head.name, kind, step.line());
        device.mac = head.mac;
        device.setUp(head.up);
        head.mtu.ifPresent(mtu -> device.mtu = mtu);
        space.devices.put(head.name, device);
        if (head.master.isPresent()) {
            plug(device, head.master.get());
        }
        return device;
    }

    private void vxlan(Head head, Space space) throws Misread {
        VxlanWords settings = new VxlanWords(step, head.name);
        Vxlan vxlan = settings.whole(words);
        boolean v6 =
                vxlan.local()
                                .or(vxlan::remote)
                                .or(vxlan::group)
                                .map(Ip::family)
                                .orElse(Ip.Family.V4)
                        == Ip.Family.V6;
        Device device = finish(head, space, vxlan);
        device.extras.putAll(settings.extras());
        if (vxlan.underlayDevice().isPresent() && head.mtu.isEmpty()) {
            device.mtu =
                    step.space().given(vxlan.underlayDevice().get()).mtu
                            - (v6 ? OVERHEAD_V6 : OVERHEAD_V4);
        }
        defaultDestination(step.space(), head.name, vxlan);
    }

    /// The entry the kernel makes itself for `remote` and `group`.
    private static void defaultDestination(Space space, String device, Vxlan vxlan) {
        vxlan.remote()
                .or(vxlan::group)
                .ifPresent(
                        destination ->
                                space.fdb.add(
                                        new FdbEntry(
                                                MacAddress.ZERO,
                                                device,
                                                Table.VXLAN,
                                                Optional.empty(),
                                                Optional.of(destination),
                                                State.PERMANENT,
                                                false)));
    }

    private void veth(Head head, Space space) throws Misread {
        Head peer = new Head();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "peer" -> {}
                case "name" -> peer.name = words.next();
                case "netns" -> peer.namespace = Optional.of(words.next());
                case "address" -> peer.mac = Optional.of(words.mac());
                case "mtu" -> peer.mtu = Optional.of(words.number(MAX_MTU));
                case "up" -> peer.up = true;
                default -> peer.name = word;
            }
        }
        if (peer.name.isEmpty()) {
            peer.name = head.name + "-peer";
        }
        Space far =
                peer.namespace.isPresent() ? step.host().space(peer.namespace.get()) : step.space();
        finish(head, space, new Link.Veth(Optional.of(peer.name)));
        finish(peer, far, new Link.Veth(Optional.of(head.name)));
        step.host()
                .cables
                .add(new Cable(new End(space.name, head.name), new End(far.name, peer.name)));
    }

    private void set() throws Misread {
        List<String> all = new ArrayList<>(words.rest());
        String name = named(all).replaceFirst("@.*", "");
        Device device = step.device(name);
        set(device, name, new Words(all));
    }

    /// Takes the device's name out of the words: behind `dev`, wherever that stands before the
    /// type, or the first word.
    private static String named(List<String> all) throws Misread {
        int type = all.indexOf("type");
        int dev = all.subList(0, type < 0 ? all.size() : type).indexOf("dev");
        if (all.isEmpty() || dev + 1 == all.size()) {
            throw new Misread("discover.text.short");
        }
        if (dev >= 0) {
            all.remove(dev);
            return all.remove(dev);
        }
        boolean before = all.size() > 1 && all.getFirst().matches("up|down");
        return all.remove(before ? 1 : 0);
    }

    private void set(Device device, String name, Words words) throws Misread {
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "up" -> device.setUp(true);
                case "down" -> device.setUp(false);
                case "mtu" -> device.mtu = words.number(MAX_MTU);
                case "address", "addr" -> device.mac = Optional.of(words.mac());
                case "master" -> plug(device, words.next());
                case "nomaster" -> device.master = Optional.empty();
                case "name" -> rename(device, words.next());
                case "netns" -> step.host().move(step.space(), name, words.next(), name);
                case "type" -> retype(device, words.next(), words);
                case "alias",
                        "txqueuelen",
                        "qlen",
                        "promisc",
                        "multicast",
                        "arp",
                        "allmulticast",
                        "addrgenmode",
                        "group",
                        "broadcast",
                        "dynamic" ->
                        words.next();
                default -> throw new Misread("discover.text.word", word, "ip link set");
            }
        }
    }

    private void rename(Device device, String name) {
        step.space().devices.remove(device.name);
        step.host()
                .recable(new End(step.space().name, device.name), new End(step.space().name, name));
        device.name = name;
        step.space().devices.put(name, device);
    }

    private void retype(Device device, String type, Words words) throws Misread {
        if (device.kind instanceof Vxlan before && type.equals("vxlan")) {
            VxlanWords settings = new VxlanWords(step, device.name);
            Vxlan after = settings.changed(words, before);
            device.extras.putAll(settings.extras());
            device.kind = after;
            Optional<Ip> old = before.remote().or(before::group);
            step.space()
                    .fdb
                    .removeIf(
                            entry ->
                                    entry.device().equals(device.name)
                                            && entry.isFlood()
                                            && entry.vtep().equals(old)
                                            && old.isPresent());
            defaultDestination(step.space(), device.name, after);
        } else if (device.kind instanceof Link.Bridge && type.equals("bridge")) {
            BridgeOptions.set(device, words);
        } else if (type.equals("bridge_slave")) {
            BridgeOptions.setPort(device, words);
        } else {
            while (!words.isEmpty()) {
                words.next();
            }
        }
    }

    /// Makes the device a port. A bridge the text does not make is taken for one that was there.
    private void plug(Device device, String bridge) throws Misread {
        plug(step, device, bridge);
    }

    static void plug(Step step, Device device, String bridge) throws Misread {
        if (!bridge.matches("[A-Za-z0-9_.-]{1,15}")) {
            throw Words.unreadable(bridge);
        }
        if (step.space().device(bridge).isEmpty()) {
            Device made = new Device(bridge, BridgeOptions.NEW, step.line());
            made.setUp(true);
            step.space().devices.put(bridge, made);
            step.tell(Kind.ASSUMED, bridge, "discover.text.bridge", bridge);
        }
        device.master = Optional.of(bridge);
    }

    private void delete() throws Misread {
        if (!words.take("dev")) {
            words.take("name");
        }
        remove(step, words.next());
    }

    static void remove(Step step, String name) {
        step.space().device(name).ifPresent(device -> device.removed = step.line());
    }
}
