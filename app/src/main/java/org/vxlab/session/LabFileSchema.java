package org.vxlab.session;

import org.vxlab.topology.Flooding;
import org.vxlab.topology.Message;
import org.vxlab.topology.Vni;

import java.util.List;
import java.util.stream.Stream;

/// What a lab file may hold: the one list of its fields. The reader takes its keys from here; the
/// reference and the JSON schema among the documentation are written from it.
final class LabFileSchema {
    private static final String MEANING = "session.doc.";
    private static final int MOST = 65535;

    /// What stands in a field.
    sealed interface Kind {}

    /// A single value that is only right in one form.
    ///
    /// @param word names the form in messages
    /// @param pattern a regular expression that everything right matches
    record Form(String word, String pattern, String example) implements Kind {}

    record Whole(int min, int max) implements Kind {}

    record Switch() implements Kind {}

    record Coordinate() implements Kind {}

    record Choice(List<String> words) implements Kind {}

    /// One of some words, or a whole number.
    record WordOrWhole(List<String> words, int min, int max) implements Kind {}

    record Items(Kind item) implements Kind {}

    /// A list of just two.
    record Pair(Kind item) implements Kind {}

    /// A mapping whose keys are names of the lab.
    ///
    /// @param known fields that are no such names
    record Names(Kind value, List<Field> known) implements Kind {}

    /// A name, or fields in its place.
    record NameOrSection(Form name, Section section) implements Kind {}

    /// A mapping with these keys and no others.
    record Section(List<Field> fields) implements Kind {
        static Section of(Field... fields) {
            return new Section(List.of(fields));
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /// A field.
    ///
    /// @param iproute the words of iproute2 it becomes; empty where there are none
    record Field(String key, boolean required, Kind kind, String iproute) {
        static Field required(String key, Kind kind) {
            return new Field(key, true, kind, "");
        }

        static Field optional(String key, Kind kind) {
            return new Field(key, false, kind, "");
        }

        /// The field with the words of iproute2 it becomes.
        Field as(String words) {
            return new Field(key, required, kind, words);
        }
    }

    private static final Form NAME = new Form("name", "^.+$", "a");
    private static final Form ADDRESS = new Form("address", "^[0-9A-Fa-f.:]+$", "192.168.56.1");
    private static final Form PREFIX = new Form("prefix", "^[0-9A-Fa-f.:]+/[0-9]+$", "10.0.0.0/8");
    private static final Form INTERFACE =
            new Form("interface", "^[0-9A-Fa-f.:]+/[0-9]+$", "10.10.0.1/24");
    private static final Form MAC =
            new Form("mac", "^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$", "02:00:00:00:00:01");
    private static final Whole MTU = new Whole(68, MOST);
    private static final Pair POINT = new Pair(new Coordinate());

    static final Section NETWORK =
            Section.of(
                    Field.required("name", NAME),
                    Field.required("subnet", PREFIX),
                    Field.optional("mtu", MTU).as("mtu"));
    static final Section ROUTER =
            Section.of(
                    Field.required("name", NAME),
                    Field.required("addresses", new Names(ADDRESS, List.of())));
    static final Section UNDERLAY =
            Section.of(
                    Field.optional("networks", new Items(NETWORK)),
                    Field.optional("routers", new Items(ROUTER)));
    static final Section SSH =
            Section.of(
                    Field.required("address", NAME),
                    Field.optional("port", new Whole(1, MOST)),
                    Field.optional("user", NAME),
                    Field.optional("identity", NAME),
                    Field.optional("sudo", new Switch()),
                    Field.optional("jump", NAME));
    static final Section PORT =
            Section.of(
                    Field.required("network", NAME),
                    Field.optional("device", NAME).as("dev"),
                    Field.required("address", INTERFACE).as("local"));
    static final Section HOST =
            Section.of(
                    Field.required("name", NAME),
                    Field.optional("ssh", new NameOrSection(NAME, SSH)),
                    Field.required("underlay", PORT));
    static final Section MEMBER =
            Section.of(
                    Field.required("host", NAME),
                    Field.optional("address", INTERFACE).as("ip addr"),
                    Field.optional("bridge", NAME).as("master"),
                    Field.optional("device", NAME).as("name"),
                    Field.optional("learning", new Switch()).as("[no]learning"));
    static final Section FDB =
            Section.of(
                    Field.required("on", NAME),
                    Field.required("mac", MAC).as("bridge fdb replace … static"),
                    Field.required("vtep", NAME).as("dst"));
    static final Section NEIGHBOUR =
            Section.of(
                    Field.required("on", NAME),
                    Field.required("address", ADDRESS).as("ip neigh replace … nud permanent"),
                    Field.required("mac", MAC).as("lladdr"));
    static final Section WORKLOAD =
            Section.of(
                    Field.required("name", NAME).as("ip netns, type veth"),
                    Field.required("host", NAME),
                    Field.optional("mac", MAC).as("address"),
                    Field.optional("address", INTERFACE).as("ip -n … addr"),
                    Field.optional("gateway", ADDRESS).as("ip -n … route"));
    static final Section SEGMENT =
            Section.of(
                    Field.required("vni", new Whole(0, Vni.MAX)).as("id"),
                    Field.optional("name", NAME),
                    Field.optional("port", new Whole(1, MOST)).as("dstport"),
                    Field.optional("flooding", flooding()).as("bridge fdb append, remote, group"),
                    Field.optional("group", ADDRESS).as("group"),
                    Field.optional("learning", new Switch()).as("[no]learning"),
                    Field.optional("ageing", new Whole(1, 42_949_672)).as("ageing, ageing_time"),
                    Field.optional("mtu", MTU).as("mtu"),
                    Field.optional("ttl", new WordOrWhole(List.of("auto", "inherit"), 1, 255))
                            .as("ttl"),
                    Field.optional("tos", new WordOrWhole(List.of("inherit"), 0, 255)).as("tos"),
                    Field.optional("df", new Choice(List.of("unset", "set", "inherit"))).as("df"),
                    Field.optional("udpcsum", new Switch())
                            .as("[no]udpcsum, udp6zerocsumtx, udp6zerocsumrx"),
                    Field.optional("tunnels", new Items(new Pair(NAME))),
                    Field.optional("members", new Items(MEMBER)),
                    Field.optional("fdb", new Items(FDB)),
                    Field.optional("neighbours", new Items(NEIGHBOUR)),
                    Field.optional("workloads", new Items(WORKLOAD)));
    static final Section NOTE =
            Section.of(Field.required("at", POINT), Field.required("text", NAME));
    static final Section FILE =
            Section.of(
                    Field.required("vxlab", new Whole(LabFile.FORMAT, LabFile.FORMAT)),
                    Field.required("name", NAME).as("alias vxlab:NAME"),
                    Field.optional("underlay", UNDERLAY),
                    Field.optional("hosts", new Items(HOST)),
                    Field.optional("segments", new Items(SEGMENT)),
                    Field.optional(
                            "layout",
                            new Names(
                                    POINT,
                                    List.of(
                                            Field.optional(
                                                    LabFileLayout.NOTES, new Items(NOTE))))));

    private LabFileSchema() {}

    /// What a field means.
    ///
    /// @param path keys from the top of the file, such as `segments.vni`
    static Message meaning(String path) {
        return Message.of(MEANING + path);
    }

    /// What holds where a field is left out.
    static Message fallback(String path) {
        return Message.of(MEANING + path + ".default");
    }

    /// What may stand in a field, in words.
    static Message words(Kind kind) {
        return switch (kind) {
            case Form form -> Message.of(MEANING + "kind." + form.word());
            case Whole(int min, int max) when min == max -> Message.of(MEANING + "kind.only", min);
            case Whole(int min, int max) -> Message.of(MEANING + "kind.whole", min, max);
            case Switch() -> Message.of(MEANING + "kind.switch");
            case Coordinate() -> Message.of(MEANING + "kind.number");
            case Choice(List<String> all) -> Message.of(MEANING + "kind.choice", list(all));
            case WordOrWhole(List<String> all, int min, int max) ->
                    Message.of(MEANING + "kind.choice-or-whole", list(all), min, max);
            case Items(Kind item) -> Message.of(MEANING + "kind.list", words(item));
            case Pair(Kind item) -> Message.of(MEANING + "kind.pair", words(item));
            case Names(Kind value, _) -> Message.of(MEANING + "kind.names", words(value));
            case NameOrSection _ -> Message.of(MEANING + "kind.name-or-fields");
            case Section _ -> Message.of(MEANING + "kind.fields");
        };
    }

    private static String list(List<String> words) {
        return String.join(", ", words);
    }

    private static Choice flooding() {
        return new Choice(Stream.of(Flooding.values()).map(Flooding::word).toList());
    }
}
