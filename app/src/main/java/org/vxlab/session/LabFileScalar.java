package org.vxlab.session;

import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.topology.Flooding;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Prefix;
import org.vxlab.topology.Vni;
import org.vxlab.topology.WrongText;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A kind of single value in a lab file.
///
/// @param example of a right one, for messages
/// @param read turns what is written into the value, or throws [WrongText]
record LabFileScalar<T>(String example, Function<Scalar, T> read) {

    static final LabFileScalar<Boolean> SWITCH =
            new LabFileScalar<>("true", LabFileScalar::readSwitch);
    static final LabFileScalar<Ip> ADDRESS = parsed("192.168.56.11", Ip::parse);
    static final LabFileScalar<Ip> GROUP = parsed("239.1.1.1", Ip::parse);
    static final LabFileScalar<InterfaceAddress> INTERFACE =
            parsed("192.168.56.11/24", InterfaceAddress::parse);
    static final LabFileScalar<Prefix> SUBNET = parsed("192.168.56.0/24", Prefix::parse);
    static final LabFileScalar<MacAddress> MAC = parsed("02:00:00:00:00:01", MacAddress::parse);
    static final LabFileScalar<Vni> VNI =
            new LabFileScalar<>("10", scalar -> new Vni(readWhole(scalar, 0, Vni.MAX)));
    static final LabFileScalar<Flooding> FLOODING =
            parsed(Flooding.HEAD_END.word(), LabFileScalar::readFlooding);
    static final LabFileScalar<Double> COORDINATE =
            new LabFileScalar<>("120", LabFileScalar::readCoordinate);

    /// A text; also what YAML would take for a number or a switch, just as it is written.
    static LabFileScalar<String> text(String example) {
        return parsed(example, text -> text);
    }

    /// A whole number; its meaning is checked with the lab.
    static LabFileScalar<Integer> whole(String example) {
        return new LabFileScalar<>(
                example, scalar -> readWhole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static <T> LabFileScalar<T> parsed(String example, Function<String, T> parse) {
        return new LabFileScalar<>(example, scalar -> parse.apply(scalar.text()));
    }

    private static int readWhole(Scalar scalar, int min, int max) {
        String text = scalar.text();
        if (!scalar.plain() || !text.matches("-?[0-9]+")) {
            throw new WrongText("session.type.whole", shown(scalar));
        }
        // 010 is eight to YAML 1.1 and ten to YAML 1.2.
        if (text.matches("-?0[0-9]+")) {
            throw new WrongText("session.type.zero", text);
        }
        long value = text.length() > 11 ? Long.MAX_VALUE : Long.parseLong(text);
        if (value < min || value > max) {
            throw new WrongText(
                    "session.type.range", text, Integer.toString(min), Integer.toString(max));
        }
        return (int) value;
    }

    private static boolean readSwitch(Scalar scalar) {
        if (scalar.plain() && scalar.text().matches("true|True|TRUE|false|False|FALSE")) {
            return scalar.text().charAt(0) == 't' || scalar.text().charAt(0) == 'T';
        }
        throw new WrongText("session.type.switch", shown(scalar));
    }

    private static double readCoordinate(Scalar scalar) {
        String number = "[-+]?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?";
        if (scalar.plain() && scalar.text().matches(number)) {
            double value = Double.parseDouble(scalar.text());
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new WrongText("session.type.number", shown(scalar));
    }

    private static Flooding readFlooding(String text) {
        List<Flooding> all = Arrays.asList(Flooding.values());
        return all.stream()
                .filter(flooding -> flooding.word().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new WrongText(
                                        "session.type.choice",
                                        text,
                                        all.stream()
                                                .map(Flooding::word)
                                                .collect(Collectors.joining(", "))));
    }

    private static String shown(Scalar scalar) {
        return scalar.plain() ? scalar.text() : '"' + scalar.text() + '"';
    }
}
