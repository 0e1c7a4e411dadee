package org.vxlab.discover.text;

import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;

import java.util.List;
import java.util.Optional;

/// A command that makes a device a second time: a text for several hosts that does not say where
/// the next one begins, or a second way to do the same.
enum Duplicate {
    /// Nothing is made twice.
    NONE,
    /// Another host begins.
    OTHER_HOST,
    /// Another lab begins on the same host.
    OTHER_LAB;

    /// @param words of the command, from `ip` or `brctl` on, without options
    static Duplicate of(ToldHost host, Space space, List<String> words) {
        if (words.size() > 2 && words.subList(0, 2).equals(List.of("netns", "add"))) {
            boolean there =
                    host.namespaces.containsKey(words.get(2))
                            && !host.removed.contains(words.get(2));
            return there ? OTHER_HOST : NONE;
        }
        if (words.size() > 1 && words.getFirst().equals("addbr")) {
            return isThere(space, words.get(1)) ? OTHER_HOST : NONE;
        }
        boolean adds =
                words.size() > 3
                        && "link".startsWith(words.getFirst())
                        && "add".startsWith(words.get(1))
                        && words.contains("type");
        if (!adds) {
            return NONE;
        }
        int at = words.get(2).matches("name|dev") ? 3 : 2;
        String name = words.get(at).replaceFirst("@.*", "");
        if (!isThere(space, name)) {
            return NONE;
        }
        Link.Kind kind = space.devices.get(name).kind;
        return kind instanceof Vxlan vxlan && words.contains("vxlan")
                ? ofVxlan(vxlan, words)
                : OTHER_HOST;
    }

    private static boolean isThere(Space space, String device) {
        return space.device(device).filter(one -> one.line > 0 && one.removed == 0).isPresent();
    }

    /// Two hosts' devices have different addresses, or the same multicast group.
    private static Duplicate ofVxlan(Vxlan vxlan, List<String> words) {
        Optional<String> local = after(words, "local");
        Optional<String> remote = after(words, "remote");
        Optional<String> group = after(words, "group");
        if (local.isPresent() && vxlan.local().isPresent()) {
            return differs(local, vxlan.local()) ? OTHER_HOST : OTHER_LAB;
        }
        if (remote.isPresent() && vxlan.remote().isPresent()) {
            return differs(remote, vxlan.remote()) ? OTHER_HOST : OTHER_LAB;
        }
        boolean sameGroup = group.isPresent() && !differs(group, vxlan.group());
        boolean bare =
                remote.isEmpty()
                        && group.isEmpty()
                        && vxlan.remote().isEmpty()
                        && vxlan.group().isEmpty();
        return sameGroup || bare ? OTHER_HOST : OTHER_LAB;
    }

    private static boolean differs(Optional<String> word, Optional<Ip> address) {
        return !word.equals(address.map(Ip::toString));
    }

    private static Optional<String> after(List<String> words, String keyword) {
        int at = words.indexOf(keyword);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
}
