package org.vxlab.topology;

import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Segment.BridgeChoice;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.Segment.Options;
import org.vxlab.topology.Segment.StaticFdb;
import org.vxlab.topology.Segment.StaticNeighbour;
import org.vxlab.topology.Segment.Tunnel;
import org.vxlab.topology.Segment.Workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Makes labs of all kinds without errors, the same for the same seed.
public final class RandomLab {
    private static final int MAX_NETWORKS = 3;
    private static final int MAX_HOSTS = 6;
    private static final int MAX_SEGMENTS = 5;

    private final Random random;
    private final boolean v6;
    private final List<Network> networks = new ArrayList<>();
    private final List<Router> routers = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private int workloads;

    private RandomLab(long seed) {
        random = new Random(seed);
        v6 = random.nextInt(4) == 0;
    }

    public static Lab of(long seed) {
        return new RandomLab(seed).lab();
    }

    private Lab lab() {
        underlay();
        int count = 1 + random.nextInt(MAX_HOSTS);
        for (int i = 0; i < count; i++) {
            hosts.add(host(i));
        }
        List<Segment> segments = new ArrayList<>();
        count = random.nextInt(MAX_SEGMENTS + 1);
        for (int i = 0; i < count; i++) {
            segments.add(segment(i));
        }
        if (hosts.size() > 2 && random.nextInt(3) == 0) {
            segments.addAll(hubAndSpokes(count));
        }
        return new Lab("lab-" + random.nextInt(1000), networks, routers, hosts, segments, layout());
    }

    private void underlay() {
        int count = 1 + random.nextInt(MAX_NETWORKS);
        Map<String, Ip> addresses = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Prefix subnet =
                    Prefix.parse(v6 ? "fd00:0:0:" + i + "::/64" : "192.168." + (50 + i) + ".0/24");
            networks.add(new Network("lan" + i, subnet, maybe(() -> 1400 + random.nextInt(8000))));
            addresses.put("lan" + i, subnet.network().plus(1));
        }
        if (count > 1) {
            routers.add(new Router("r1", addresses));
        }
    }

    private Host host(int index) {
        Network network = networks.get(random.nextInt(networks.size()));
        InterfaceAddress address =
                new InterfaceAddress(
                        network.subnet().network().plus(10 + index), network.subnet().length());
        Optional<String> device = maybe(() -> "eth" + random.nextInt(3));
        return new Host(
                "h" + index, maybe(this::ssh), new UnderlayPort(network.name(), device, address));
    }

    private SshTarget ssh() {
        return random.nextBoolean()
                ? new SshTarget.Alias("alias" + random.nextInt(9))
                : new SshTarget.Address(
                        random.nextBoolean() ? "10.0.0." + random.nextInt(200) : "fd99::",
                        maybe(() -> 1 + random.nextInt(65535)),
                        maybe(() -> "lab"),
                        maybe(() -> "~/.ssh/key with blanks"),
                        maybe(random::nextBoolean),
                        maybe(() -> "me@bastion:2222"));
    }

    private Segment segment(int index) {
        List<Host> chosen = new ArrayList<>(hosts);
        Collections.shuffle(chosen, random);
        chosen = chosen.subList(0, 1 + random.nextInt(hosts.size()));
        Flooding flooding = flooding(chosen);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            members.add(member(index, i, chosen.get(i)));
        }
        return new Segment(
                new Vni(index * 1000 + random.nextInt(1000)),
                maybe(() -> random.nextInt(5) == 0 ? "1" + index : "seg_" + index),
                options(flooding),
                tunnels(members, flooding),
                members,
                fdb(members),
                neighbours(members, index),
                workloads(members, index));
    }

    private Flooding flooding(List<Host> chosen) {
        boolean flat =
                chosen.stream().map(host -> host.underlay().network()).distinct().count() < 2;
        return switch (random.nextInt(5)) {
            case 0 -> chosen.size() == 2 ? Flooding.REMOTE : Flooding.HEAD_END;
            case 1 -> flat ? Flooding.MULTICAST : Flooding.HEAD_END;
            case 2 -> Flooding.NONE;
            default -> Flooding.HEAD_END;
        };
    }

    private Options options(Flooding flooding) {
        Optional<Ip> group =
                flooding == Flooding.MULTICAST
                        ? Optional.of(Ip.parse(v6 ? "ff05::100" : "239.1.1.1"))
                        : Optional.empty();
        boolean derivable = flooding == Flooding.MULTICAST || flooding == Flooding.HEAD_END;
        return new Options(
                maybe(() -> 4000 + random.nextInt(5000)),
                derivable && random.nextBoolean() ? Optional.empty() : Optional.of(flooding),
                group,
                maybe(random::nextBoolean),
                maybe(() -> 1 + random.nextInt(1000)),
                maybe(() -> 1280 + random.nextInt(50)),
                maybe(() -> pick("auto", "inherit", "64")),
                maybe(() -> pick("inherit", "0", "184")),
                maybe(() -> pick("unset", "set", "inherit")),
                // Over IPv6 the segments of a host must agree.
                v6 ? Optional.empty() : maybe(random::nextBoolean));
    }

    private Optional<List<Tunnel>> tunnels(List<Member> members, Flooding flooding) {
        List<Tunnel> pairs = new ArrayList<>(Defaults.allPairs(members));
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        if (flooding == Flooding.HEAD_END || flooding == Flooding.NONE) {
            pairs.removeIf(pair -> random.nextInt(3) == 0);
        }
        return Optional.of(pairs);
    }

    private Member member(int segment, int index, Host host) {
        Optional<BridgeChoice> bridge =
                switch (random.nextInt(3)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(new BridgeChoice.None());
                    default -> Optional.of(new BridgeChoice.Named("br-" + segment + ".x"));
                };
        return new Member(
                host.name(),
                maybe(() -> overlay(segment, 1 + index)),
                bridge,
                maybe(() -> "vx" + segment),
                maybe(random::nextBoolean));
    }

    private static InterfaceAddress overlay(int segment, int last) {
        return InterfaceAddress.parse("10." + segment + ".0." + last + "/24");
    }

    private List<StaticFdb> fdb(List<Member> members) {
        List<StaticFdb> entries = new ArrayList<>();
        for (int i = 1; i < members.size(); i++) {
            if (random.nextInt(3) == 0) {
                String peer = members.get(i).host();
                Ip vtep = host(peer).underlay().address().ip();
                entries.add(
                        new StaticFdb(
                                members.getFirst().host(),
                                new MacAddress(0x0200_0000_0000L + i),
                                random.nextBoolean() ? peer : vtep.toString()));
            }
        }
        return entries;
    }

    private List<StaticNeighbour> neighbours(List<Member> members, int segment) {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(
                        new StaticNeighbour(
                                members.getLast().host(),
                                overlay(segment, 200).ip(),
                                MacAddress.parse("02:aa:00:00:00:01")));
    }

    private List<Workload> workloads(List<Member> members, int segment) {
        List<Workload> made = new ArrayList<>();
        for (Member member : members) {
            boolean bridged = !member.bridge().equals(Optional.of(new BridgeChoice.None()));
            if (bridged && random.nextInt(3) == 0) {
                int number = ++workloads;
                Optional<InterfaceAddress> address = maybe(() -> overlay(segment, 100 + number));
                made.add(
                        new Workload(
                                (random.nextBoolean() ? "vm" : "a-long-name-for-a-vm") + number,
                                member.host(),
                                maybe(() -> new MacAddress(0x0600_0000_0000L + number)),
                                address,
                                address.flatMap(a -> maybe(() -> overlay(segment, 250).ip()))));
            }
        }
        return made;
    }

    /// One VNI per spoke, joined in one bridge on the first host.
    private List<Segment> hubAndSpokes(int first) {
        List<Segment> spokes = new ArrayList<>();
        for (int i = 1; i < hosts.size(); i++) {
            Options options =
                    new Options(
                            Optional.empty(),
                            Optional.of(Flooding.REMOTE),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(1280),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            spokes.add(
                    new Segment(
                            new Vni(100_000 + i),
                            Optional.of("spoke" + (first + i)),
                            options,
                            Optional.empty(),
                            List.of(hub(), spoke(hosts.get(i).name(), i)),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        return spokes;
    }

    private Member hub() {
        return new Member(
                hosts.getFirst().name(),
                Optional.of(overlay(99, 1)),
                Optional.of(new BridgeChoice.Named("br-hub")),
                Optional.empty(),
                Optional.empty());
    }

    private static Member spoke(String host, int index) {
        return new Member(
                host,
                Optional.of(overlay(99, 1 + index)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Layout layout() {
        Map<String, Point> positions = new LinkedHashMap<>();
        for (Host host : hosts) {
            if (random.nextBoolean()) {
                positions.put(host.name(), point());
            }
        }
        List<Note> notes = new ArrayList<>();
        while (random.nextBoolean()) {
            notes.add(
                    new Note(
                            point(),
                            pick(
                                    "site 1",
                                    "",
                                    "一号机房: \"a\" # b",
                                    "two\nlines\t\\",
                                    "yes",
                                    "😀 {")));
        }
        return new Layout(positions, notes);
    }

    private Point point() {
        return new Point(
                random.nextInt(2000) - 500,
                random.nextBoolean() ? 80 : random.nextGaussian() * 100);
    }

    private Host host(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst().orElseThrow();
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
