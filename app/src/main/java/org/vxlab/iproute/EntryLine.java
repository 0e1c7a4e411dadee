package org.vxlab.iproute;

import org.vxlab.iproute.MonitorEvent.AddressMissed;
import org.vxlab.iproute.MonitorEvent.FdbChanged;
import org.vxlab.iproute.MonitorEvent.FdbDeleted;
import org.vxlab.iproute.MonitorEvent.MacMissed;
import org.vxlab.iproute.MonitorEvent.NeighbourChanged;
import org.vxlab.iproute.MonitorEvent.NeighbourDeleted;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A forwarding entry or a neighbour as a monitor prints it: at most one word for itself, words
/// with a value, and flags.
final class EntryLine {
    private static final Set<String> WITH_VALUE =
            Set.of(
                    "dev",
                    "lladdr",
                    "dst",
                    "port",
                    "vni",
                    "src_vni",
                    "via",
                    "vlan",
                    "master",
                    "nhid",
                    "link-netnsid",
                    "ref",
                    "used",
                    "updated",
                    "probes");

    /// States of a neighbour (NUD_*) as `ip` writes them.
    private static final Set<String> STATES =
            Set.of(
                    "INCOMPLETE",
                    "REACHABLE",
                    "STALE",
                    "DELAY",
                    "PROBE",
                    "FAILED",
                    "NOARP",
                    "PERMANENT",
                    "NONE");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> flags = new ArrayList<>();
    private String subject = "";

    private EntryLine() {}

    /// @throws IllegalArgumentException for a line that is neither
    static EntryLine parse(String line) {
        EntryLine entry = new EntryLine();
        Iterator<String> words = new Words(separated(line)).list().iterator();
        boolean first = true;
        while (words.hasNext()) {
            String word = words.next();
            boolean miss = word.equals("miss") && first;
            if (WITH_VALUE.contains(word) && words.hasNext()) {
                entry.values.putIfAbsent(word, words.next());
            } else if (first && !miss) {
                entry.subject = word;
            } else {
                entry.flags.add(word);
            }
            first = first && miss;
        }
        if (!entry.values.containsKey("dev")) {
            throw new IllegalArgumentException("no device in " + line);
        }
        return entry;
    }

    /// With statistics `ip` forgets the space before the next word: `used 0/0/0probes 0`.
    private static String separated(String line) {
        return line.replaceAll("( used \\d+/\\d+/\\d+)", "$1 ");
    }

    Optional<MonitorEvent> event(boolean deleted) {
        boolean startsWithMac = subject.length() == 17 && subject.charAt(2) == ':';
        if (startsWithMac && !values.containsKey("lladdr")) {
            FdbEntry entry = fdbEntry();
            return Optional.of(
                    deleted
                            ? new FdbDeleted(entry, entry.state() == FdbEntry.State.STALE)
                            : new FdbChanged(entry));
        }
        if (flags.contains("miss")) {
            return Optional.of(miss());
        }
        List<String> states = neighbourStates();
        if (isForwardingEntry(states)) {
            return Optional.empty();
        }
        Neighbour neighbour =
                new Neighbour(
                        Ip.parse(subject),
                        values.get("dev"),
                        Optional.ofNullable(values.get("lladdr")).map(MacAddress::parse),
                        String.join(" ", states));
        return Optional.of(
                deleted ? new NeighbourDeleted(neighbour) : new NeighbourChanged(neighbour));
    }

    private FdbEntry fdbEntry() {
        Optional<Ip> vtep = Optional.ofNullable(values.get("dst")).map(Ip::parse);
        String state =
                flags.stream()
                        .filter(Set.of("permanent", "static", "stale")::contains)
                        .findFirst()
                        .orElse("");
        return new FdbEntry(
                MacAddress.parse(subject),
                values.get("dev"),
                TableReader.table(
                        flags.contains("self"), vtep.isPresent() || values.containsKey("nhid")),
                Optional.ofNullable(values.get("master")),
                vtep,
                TableReader.fdbState(state),
                flags.contains("extern_learn"));
    }

    /// An address that is asked for stands by itself, a MAC after `lladdr`.
    private MonitorEvent miss() {
        String device = values.get("dev");
        String mac = values.get("lladdr");
        if (mac != null) {
            return new MacMissed(device, MacAddress.parse(mac));
        }
        return new AddressMissed(device, Ip.parse(subject));
    }

    private List<String> neighbourStates() {
        return flags.stream()
                .flatMap(flag -> List.of(flag.split(",")).stream())
                .filter(STATES::contains)
                .toList();
    }

    /// `ip monitor neigh` shows the forwarding tables too. With statistics they are the ones
    /// without probes; without, those of a bridge have no address, and those put by hand have two
    /// states.
    private boolean isForwardingEntry(List<String> states) {
        boolean hasStatistics = values.containsKey("used");
        return subject.isEmpty()
                || subject.equals("???")
                || states.size() > 1
                || hasStatistics && !values.containsKey("probes");
    }
}
