package org.vxlab.discover.text;

import org.vxlab.discover.Finding.Kind;
import org.vxlab.discover.FindingList;

import java.util.List;
import java.util.OptionalInt;

/// One command as it is carried out: on which host, in which namespace, and where it stands.
///
/// @param shown the command as the text has it, for messages
record Step(ToldHost host, Space space, int line, String shown, FindingList findings) {

    Step in(Space other) {
        return new Step(host, other, line, shown, findings);
    }

    void tell(Kind kind, String device, String key, Object... arguments) {
        findings.add(kind, host.name, device, OptionalInt.of(line), key, arguments);
    }

    /// The device, which must have been made, or be one that machines have.
    Device device(String name) throws Misread {
        if (space.device(name).isEmpty() && !isCard(name)) {
            tell(Kind.WRONG, name, "discover.text.no-device", name, shown);
            throw new Misread("");
        }
        return space.given(name);
    }

    /// Names that network cards have, and the ports of virtual machines.
    private static boolean isCard(String name) {
        return name.matches(
                "(eth|en|wl|ww|lo|bond|team|ib|venet|p[0-9]+p|vmnic|em|virbr|docker|tap|vnet).*");
    }

    static String join(List<String> words) {
        return String.join(" ", words);
    }
}
