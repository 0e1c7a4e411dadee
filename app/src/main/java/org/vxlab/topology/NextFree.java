package org.vxlab.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The next free name, VNI, subnet, address and MAC: what a person would write next.
public final class NextFree {
    /// Hosts are numbered from here in their network, so that routers have the first numbers.
    private static final long FIRST_HOST = 11;

    private static final long FIRST_ROUTER = 1;
    private static final long FIRST_MEMBER = 1;

    /// Workloads stand apart from the hosts' own overlay addresses.
    private static final long FIRST_WORKLOAD = 101;

    private static final int VNI_STEP = 10;

    /// How many numbers of a subnet are tried; a lab has a thousand hosts at most.
    private static final long MOST_TRIED = 20_000;

    /// Names of segments, which are also the colours they are painted in.
    public static final List<String> COLOURS =
            List.of("red", "blue", "green", "orange", "purple", "teal", "pink", "brown");

    private NextFree() {}

    /// `h1`, `h2`, ...: the prefix with the lowest number that nothing drawn is called by.
    public static String name(Lab lab, String prefix) {
        Set<String> taken = LabNames.taken(lab);
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> prefix + i)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /// A name for a copy: the same with the next free number at its end.
    public static String nameLike(Lab lab, String name) {
        String stem = name.replaceFirst("[0-9]+$", "");
        int room = NameCheck.MAX_LENGTH - Integer.toString(Integer.MAX_VALUE).length();
        return name(
                lab, stem.isEmpty() ? "copy" : stem.substring(0, Math.min(room, stem.length())));
    }

    /// The first colour no segment is named after, then `segment1` and so on.
    public static String segmentName(Lab lab) {
        Set<String> taken = LabNames.taken(lab);
        return COLOURS.stream()
                .filter(colour -> !taken.contains(colour))
                .findFirst()
                .orElseGet(() -> name(lab, "segment"));
    }

    /// 10, 20, 30, ...
    public static Vni vni(Lab lab) {
        Set<Integer> taken = new HashSet<>();
        lab.segments().forEach(segment -> taken.add(segment.vni().value()));
        return IntStream.rangeClosed(1, Vni.MAX / VNI_STEP)
                .map(i -> i * VNI_STEP)
                .filter(vni -> !taken.contains(vni))
                .mapToObj(Vni::new)
                .findFirst()
                .orElseThrow();
    }

    /// A /24 for an underlay network, apart from all subnets of the lab: 192.168.56.0 and up.
    public static Prefix underlaySubnet(Lab lab) {
        return subnet(
                lab,
                Stream.concat(
                        IntStream.rangeClosed(56, 255).mapToObj(i -> "192.168." + i + ".0/24"),
                        IntStream.range(0, 16 * 256)
                                .mapToObj(i -> "172." + (16 + i / 256) + "." + i % 256 + ".0/24")));
    }

    /// A /24 for a segment, apart from all subnets of the lab: 10.10.0.0 and up.
    public static Prefix overlaySubnet(Lab lab) {
        return subnet(
                lab,
                IntStream.range(0, 240 * 256)
                        .mapToObj(i -> "10." + (10 + i / 256) + "." + i % 256 + ".0/24"));
    }

    private static Prefix subnet(Lab lab, Stream<String> proposals) {
        List<Prefix> taken = LabNames.subnets(lab);
        return proposals
                .map(Prefix::parse)
                .filter(one -> taken.stream().noneMatch(one::overlaps))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("all private subnets are taken"));
    }

    /// The next free VTEP address in a network; empty where the network is full.
    public static Optional<InterfaceAddress> hostAddress(Lab lab, Network network) {
        return address(network.subnet(), FIRST_HOST, LabNames.underlay(lab));
    }

    /// The next free address for a router in a network; empty where the network is full.
    public static Optional<Ip> routerAddress(Lab lab, Network network) {
        return address(network.subnet(), FIRST_ROUTER, LabNames.underlay(lab))
                .map(InterfaceAddress::ip);
    }

    /// The subnet a segment's addresses are in, or a free one where it has none yet.
    public static Prefix subnetOf(Lab lab, Segment segment) {
        return LabNames.addresses(segment)
                .map(InterfaceAddress::prefix)
                .findFirst()
                .orElseGet(() -> overlaySubnet(lab));
    }

    /// The next free overlay address for a host; empty where the subnet is full.
    public static Optional<InterfaceAddress> memberAddress(Lab lab, Segment segment) {
        return address(subnetOf(lab, segment), FIRST_MEMBER, LabNames.overlay(lab));
    }

    /// The next free overlay address for a workload; empty where the subnet is full.
    public static Optional<InterfaceAddress> workloadAddress(Lab lab, Segment segment) {
        return address(subnetOf(lab, segment), FIRST_WORKLOAD, LabNames.overlay(lab));
    }

    /// The lowest free number from `first` on, then from the beginning.
    static Optional<InterfaceAddress> address(Prefix subnet, long first, Set<Ip> taken) {
        Ip base = subnet.network();
        Predicate<Ip> free =
                ip -> subnet.contains(ip) && !subnet.reserves(ip) && !taken.contains(ip);
        return LongStream.concat(
                        LongStream.range(first, first + MOST_TRIED), LongStream.range(1, first))
                .mapToObj(base::plus)
                .filter(free)
                .findFirst()
                .map(ip -> new InterfaceAddress(ip, subnet.length()));
    }

    /// A group no other segment uses: 239.1.1.1 and up, over IPv6 ff05::101 and up.
    public static Ip group(Lab lab, Segment segment) {
        boolean v6 =
                segment.members().stream()
                        .flatMap(member -> lab.host(member.host()).stream())
                        .anyMatch(host -> host.underlay().address().ip().family() == Ip.Family.V6);
        Ip first = Ip.parse(v6 ? "ff05::101" : "239.1.1.1");
        List<Ip> taken =
                lab.segments().stream().flatMap(one -> one.options().group().stream()).toList();
        return LongStream.range(0, MOST_TRIED)
                .mapToObj(first::plus)
                .filter(group -> !taken.contains(group))
                .findFirst()
                .orElse(first);
    }

    /// A MAC no workload has: 02:00:00:00:00:01 and up.
    public static MacAddress mac(Lab lab) {
        Set<MacAddress> taken = LabNames.macs(lab);
        long first = MacAddress.parse("02:00:00:00:00:01").bits();
        return LongStream.iterate(first, bits -> bits + 1)
                .mapToObj(MacAddress::new)
                .filter(mac -> !taken.contains(mac))
                .findFirst()
                .orElseThrow();
    }
}
