package org.vxlab.session;

import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlParser.Parsed;
import org.vxlab.topology.Host;
import org.vxlab.topology.Host.UnderlayPort;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabCheck;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Message;
import org.vxlab.topology.Network;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Router;
import org.vxlab.topology.Segment;
import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads a lab from the nodes of its file, noting everything that is wrong on the way.
final class LabFileReader {
    /// Checked in place of a name that is missing, which is said already.
    private static final String STAND_IN = "lab";

    private static final String HOSTS = "hosts";
    private static final String SEGMENTS = "segments";

    private final YamlNode root;
    private final List<FileProblem> problems = new ArrayList<>();

    private LabFileReader(YamlNode root) {
        this.root = root;
    }

    static LabReading read(String text) {
        return switch (YamlParser.parse(text)) {
            case Parsed.Broken(FileProblem problem) ->
                    new LabReading(text, Optional.empty(), List.of(problem));
            case Parsed.Nothing() -> LabFileBytes.refused(text, 1, 1, "session.file.empty");
            case Parsed.Document(YamlNode root) -> new LabFileReader(root).readAll(text);
        };
    }

    private LabReading readAll(String text) {
        Optional<Lab> lab = lab();
        problems.sort(
                Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column));
        return new LabReading(text, lab, problems);
    }

    private Optional<Lab> lab() {
        if (!knownFormat()) {
            return Optional.empty();
        }
        LabFileFields fields =
                LabFileFields.of(root, "", problems, LabFileSchema.FILE).orElseThrow();
        String name = fields.required("name", LabFileScalar.text("my-lab")).orElse(STAND_IN);
        int before = problems.size();
        List<Network> networks = new ArrayList<>();
        List<Router> routers = new ArrayList<>();
        fields.node("underlay").ifPresent(node -> readUnderlay(node, networks, routers));
        List<Network> readable = problems.size() == before ? networks : List.of();
        List<Read<Host>> hosts = items(fields, HOSTS, this::host);
        boolean hostsWhole = problems.size() == before;

        int beforeSegments = problems.size();
        List<Read<Segment>> segments =
                items(fields, SEGMENTS, new LabFileSegments(problems)::segment);
        boolean segmentsWhole = problems.size() == beforeSegments;
        Layout layout =
                fields.node("layout")
                        .map(node -> new LabFileLayout(problems).layout(node))
                        .orElse(Layout.NONE);
        List<Read<Segment>> sound = segments.stream().filter(Read::isWhole).toList();
        List<Read<Segment>> partial = segments.stream().filter(one -> !one.isWhole()).toList();
        Lab lab = new Lab(name, networks, routers, values(hosts), values(sound), layout);
        boolean whole = problems.isEmpty();
        if (hostsWhole) {
            check(lab, hosts, sound, segmentsWhole);
        } else {
            List<Read<Host>> soundHosts = hosts.stream().filter(Read::isWhole).toList();
            add(LabCheck.ofValues(readable, values(soundHosts), values(sound)), soundHosts, sound);
        }
        add(LabCheck.ofValues(List.of(), List.of(), values(partial)), List.of(), partial);
        return whole ? Optional.of(lab) : Optional.empty();
    }

    /// A host or a segment of the file.
    ///
    /// @param place which one it is there, from 0: a lab of fewer counts them otherwise
    /// @param isWhole whether all of it could be read
    private record Read<T>(T value, int place, boolean isWhole) {}

    private <T> List<Read<T>> items(
            LabFileFields fields, String list, BiFunction<YamlNode, String, Optional<T>> reader) {
        List<Read<T>> read = new ArrayList<>();
        fields.list(
                list,
                (node, path) -> {
                    int before = problems.size();
                    Optional<T> item = reader.apply(node, path);
                    boolean isWhole = problems.size() == before;
                    item.ifPresent(one -> read.add(new Read<>(one, index(path), isWhole)));
                    return item;
                });
        return read;
    }

    private static <T> List<T> values(List<Read<T>> read) {
        return read.stream().map(Read::value).toList();
    }

    /// Adds what is wrong with the lab itself. Segments are checked even beside unreadable ones;
    /// where hosts or networks are unreadable only values by themselves are, since every name would
    /// seem unknown.
    private void check(
            Lab lab, List<Read<Host>> hosts, List<Read<Segment>> sound, boolean segmentsWhole) {
        add(
                LabCheck.problems(lab).stream()
                        // A position may be that of an unreadable segment.
                        .filter(one -> segmentsWhole || !one.place().path().startsWith("layout."))
                        .toList(),
                hosts,
                sound);
    }

    /// @param found in a lab with these hosts and segments
    private void add(List<Problem> found, List<Read<Host>> hosts, List<Read<Segment>> segments) {
        List<Integer> hostPlaces = hosts.stream().map(Read::place).toList();
        List<Integer> places = segments.stream().map(Read::place).toList();
        for (Problem problem : found) {
            String there = LabFilePlaces.moved(problem.place().path(), HOSTS, hostPlaces);
            String path = LabFilePlaces.moved(there, SEGMENTS, places);
            problems.add(LabFilePlaces.locate(root, problem, path));
        }
    }

    private boolean knownFormat() {
        Optional<LabFileFields> fields = LabFileFields.ofAnyKeys(root, "", problems);
        if (fields.isEmpty()) {
            return false;
        }
        // Repeated keys are noted again when the fields are read.
        problems.clear();
        Optional<Integer> format =
                fields.get()
                        .required("vxlab", LabFileScalar.whole(Integer.toString(LabFile.FORMAT)));
        if (format.isEmpty() || format.get() == LabFile.FORMAT) {
            return true;
        }
        boolean newer = format.get() > LabFile.FORMAT;
        String key = newer ? "session.format.newer" : "session.format.unknown";
        problems.add(
                LabFileFields.problem(
                        fields.get().node("vxlab").orElseThrow(),
                        "vxlab",
                        Message.of(key, format.get().toString(), LabFile.FORMAT),
                        Message.of(key + ".cure", LabFile.FORMAT)));
        return !newer;
    }

    private void readUnderlay(YamlNode node, List<Network> networks, List<Router> routers) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            return;
        }
        LabFileFields.of(node, "underlay", problems, LabFileSchema.UNDERLAY)
                .ifPresent(
                        fields -> {
                            networks.addAll(fields.list("networks", this::network));
                            routers.addAll(fields.list("routers", this::router));
                        });
    }

    private Optional<Network> network(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.NETWORK)
                .flatMap(
                        fields -> {
                            var name = fields.required("name", LabFileScalar.text("lan1"));
                            var subnet = fields.required("subnet", LabFileScalar.SUBNET);
                            var mtu = fields.optional("mtu", LabFileScalar.whole("1500"));
                            return name.isEmpty() || subnet.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Network(name.get(), subnet.get(), mtu));
                        });
    }

    private Optional<Router> router(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.ROUTER)
                .flatMap(
                        fields -> {
                            var name = fields.required("name", LabFileScalar.text("r1"));
                            fields.missing("addresses", "{ lan1: 192.168.56.1 }");
                            Map<String, Ip> addresses = new LinkedHashMap<>();
                            fields.node("addresses")
                                    .flatMap(
                                            inner ->
                                                    LabFileFields.ofAnyKeys(
                                                            inner, path + ".addresses", problems))
                                    .ifPresent(inner -> readAddresses(inner, addresses));
                            return name.map(found -> new Router(found, addresses));
                        });
    }

    private static void readAddresses(LabFileFields fields, Map<String, Ip> addresses) {
        for (String network : fields.keys()) {
            fields.optional(network, LabFileScalar.ADDRESS)
                    .ifPresent(address -> addresses.put(network, address));
        }
    }

    private Optional<Host> host(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.HOST)
                .flatMap(
                        fields -> {
                            var name = fields.required("name", LabFileScalar.text("a"));
                            var ssh = fields.node("ssh").flatMap(inner -> ssh(fields, inner));
                            fields.missing(
                                    "underlay", "{ network: lan1, address: 192.168.56.11/24 }");
                            var port =
                                    fields.node("underlay")
                                            .flatMap(inner -> port(inner, path + ".underlay"));
                            return name.isEmpty() || port.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Host(name.get(), ssh, port.get()));
                        });
    }

    private Optional<SshTarget> ssh(LabFileFields host, YamlNode node) {
        String path = host.at("ssh");
        if (node instanceof Scalar) {
            return host.scalar(node, path, LabFileScalar.text("{ address: 10.0.0.11 }"))
                    .map(SshTarget.Alias::new);
        }
        return LabFileFields.of(node, path, problems, LabFileSchema.SSH)
                .flatMap(
                        fields -> {
                            var address =
                                    fields.required("address", LabFileScalar.text("10.0.0.11"));
                            var port = fields.optional("port", LabFileScalar.whole("22"));
                            var user = fields.optional("user", LabFileScalar.text("lab"));
                            var identity =
                                    fields.optional(
                                            "identity", LabFileScalar.text("~/.ssh/id_ed25519"));
                            var sudo = fields.optional("sudo", LabFileScalar.SWITCH);
                            var jump = fields.optional("jump", LabFileScalar.text("bastion"));
                            return address.map(
                                    found ->
                                            new SshTarget.Address(
                                                    found, port, user, identity, sudo, jump));
                        });
    }

    private Optional<UnderlayPort> port(YamlNode node, String path) {
        return LabFileFields.of(node, path, problems, LabFileSchema.PORT)
                .flatMap(
                        fields -> {
                            var network = fields.required("network", LabFileScalar.text("lan1"));
                            var device = fields.optional("device", LabFileScalar.text("eth1"));
                            var address = fields.required("address", LabFileScalar.INTERFACE);
                            return network.isEmpty() || address.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new UnderlayPort(network.get(), device, address.get()));
                        });
    }

    /// The number between the brackets at the path's end.
    private static int index(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }
}
