package org.vxlab.iproute;

import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words after `type vxlan`.
final class VxlanSettings {
    /// The kernel's own `ageing`, in seconds (FDB_AGE_DEFAULT in drivers/net/vxlan).
    private static final int DEFAULT_AGEING = 300;

    private VxlanSettings() {}

    /// For a new device, in the order the tutorials use; what the kernel does by itself is left
    /// out.
    static List<String> whole(Vxlan vxlan) {
        Words words = new Words("id", vxlan.vni());
        vxlan.local().ifPresent(local -> words.add("local", local));
        destination(vxlan).forEach(words::add);
        vxlan.underlayDevice().ifPresent(device -> words.add("dev", device));
        words.add("dstport", vxlan.port());
        words.addUnless(vxlan.ttl().equals("auto"), "ttl", vxlan.ttl());
        words.addUnless(vxlan.tos().equals("0"), "tos", tos(vxlan));
        words.addUnless(vxlan.df().equals("unset"), "df", vxlan.df());
        words.addUnless(vxlan.learning(), "nolearning");
        words.addUnless(vxlan.ageing() == DEFAULT_AGEING, "ageing", vxlan.ageing());
        words.addUnless(vxlan.udpcsum(), "noudpcsum");
        words.addUnless(!vxlan.zeroCsum6(), "udp6zerocsumtx", "udp6zerocsumrx");
        if (!vxlan.foreign().isEmpty()) {
            words.add((Object[]) vxlan.foreign().split(" "));
        }
        return words.list();
    }

    /// What turns one into the other on a living device, or empty where the kernel refuses (`Cannot
    /// change VNI.`, `port.`, `UDP_CSUM flag.`, `TTL_INHERIT flag.`; an address of the other
    /// family).
    static Optional<List<String>> changes(Vxlan from, Vxlan to) {
        if (!isChangeable(from, to)) {
            return Optional.empty();
        }
        Words words = new Words();
        if (!from.local().equals(to.local())) {
            words.add("local", to.local().orElseGet(() -> none(from.local())));
        }
        List<Object> destination = destination(to);
        boolean toGroup = to.group().isPresent();
        if (!destination(from).equals(destination)) {
            destination.forEach(words::add);
            if (destination.isEmpty()) {
                words.add("remote", none(from.remote().or(from::group)));
            }
        }
        boolean groupChanged = toGroup && !from.group().equals(to.group());
        if (groupChanged || !from.underlayDevice().equals(to.underlayDevice())) {
            to.underlayDevice().ifPresent(device -> words.add("dev", device));
        }
        words.addUnless(from.ttl().equals(to.ttl()), "ttl", to.ttl());
        words.addUnless(from.tos().equals(to.tos()), "tos", tos(to));
        words.addUnless(from.df().equals(to.df()), "df", to.df());
        words.addUnless(
                from.learning() == to.learning(), to.learning() ? "learning" : "nolearning");
        words.addUnless(from.ageing() == to.ageing(), "ageing", to.ageing());
        return Optional.of(words.list());
    }

    private static boolean isChangeable(Vxlan from, Vxlan to) {
        boolean sameDevice = to.underlayDevice().isPresent() || from.underlayDevice().isEmpty();
        boolean sameTtlKind = from.ttl().equals("inherit") == to.ttl().equals("inherit");
        return from.vni().equals(to.vni())
                && from.port() == to.port()
                && from.udpcsum() == to.udpcsum()
                && from.zeroCsum6() == to.zeroCsum6()
                && from.foreign().equals(to.foreign())
                && sameDevice
                && sameTtlKind
                && addressFamily(from).flatMap(f -> addressFamily(to).map(f::equals)).orElse(true);
    }

    private static Optional<Ip.Family> addressFamily(Vxlan vxlan) {
        return vxlan.local().or(vxlan::remote).or(vxlan::group).map(Ip::family);
    }

    private static List<Object> destination(Vxlan vxlan) {
        return vxlan.remote()
                .map(remote -> List.<Object>of("remote", remote))
                .or(() -> vxlan.group().map(group -> List.<Object>of("group", group)))
                .orElse(List.of());
    }

    /// How an address is taken away again: by the unspecified one of its family.
    private static Ip none(Optional<Ip> before) {
        return new Ip(before.map(Ip::family).orElse(Ip.Family.V4), 0, 0);
    }

    /// The tool reads the number as hexadecimal whether or not `0x` stands before it.
    private static String tos(Vxlan vxlan) {
        return vxlan.tos().equals("inherit")
                ? "inherit"
                : "0x" + Integer.toHexString(Integer.parseInt(vxlan.tos()));
    }

    /// Words of a command line as they are gathered.
    private static final class Words {
        private final List<String> words = new ArrayList<>();

        Words(Object... first) {
            add(first);
        }

        void add(Object... more) {
            for (Object word : more) {
                words.add(word.toString());
            }
        }

        void addUnless(boolean leaveOut, Object... more) {
            if (!leaveOut) {
                add(more);
            }
        }

        List<String> list() {
            return List.copyOf(words);
        }
    }
}
