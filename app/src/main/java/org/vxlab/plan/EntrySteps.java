package org.vxlab.plan;

import static java.util.stream.Collectors.toSet;

import org.vxlab.iproute.TableCommands;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Vxlan;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes and removes flood entries, static forwarding entries and permanent neighbours.
///
/// A flood list is changed entry by entry with its `dst`: without it `bridge fdb del` takes the
/// whole list. A unicast entry is replaced, never added: adding fails once the MAC was learned.
final class EntrySteps {
    private final Steps steps;
    private final HostState wanted;
    private final HostState left;

    /// What is wanted, for looking up: lists of thousands meet here. Entries of one device are so
    /// much alike that their hash codes stand close together, which a hash set spreads and
    /// `Set.copyOf` does not.
    private final Set<FdbEntry> wantedFdb;

    private final Set<FdbPlace> wantedFdbPlaces;
    private final Set<NeighbourPlace> wantedNeighbourPlaces;

    /// There is one unicast entry of a MAC on a device and table, whatever it says.
    private record FdbPlace(MacAddress mac, String device, Table table) {
        static FdbPlace of(FdbEntry entry) {
            return new FdbPlace(entry.mac(), entry.device(), entry.table());
        }
    }

    /// There is one neighbour of an address on a device.
    private record NeighbourPlace(Ip address, String device) {
        static NeighbourPlace of(Neighbour entry) {
            return new NeighbourPlace(entry.address(), entry.device());
        }
    }

    EntrySteps(Steps steps, HostState wanted, HostState left) {
        this.steps = steps;
        this.wanted = wanted;
        this.left = left;
        this.wantedFdb = new HashSet<>(wanted.fdb());
        this.wantedFdbPlaces = wanted.fdb().stream().map(FdbPlace::of).collect(toSet());
        this.wantedNeighbourPlaces =
                wanted.neighbours().stream().map(NeighbourPlace::of).collect(toSet());
    }

    /// Takes away what the kernel may drop by itself because of what comes next, a bridge's entries
    /// with a port that leaves it and neighbours with a device's last address: a command for what
    /// is not there fails.
    void removeFleeting() {
        present().stream()
                .filter(EntrySteps::isFleeting)
                .filter(this::isUnwanted)
                .forEach(this::delete);
        for (Neighbour entry : left.neighbours()) {
            if (!wantedNeighbourPlaces.contains(NeighbourPlace.of(entry))) {
                steps.add(
                        Change.DELETE,
                        entry.device(),
                        TableCommands.deleteNeighbour(entry),
                        Message.of("plan.neighbour.delete", entry.address(), entry.device()));
            }
        }
    }

    /// Flood entries go only here, so that a device that floods otherwise from now on always does.
    void add() {
        present().stream()
                .filter(entry -> !isFleeting(entry))
                .filter(this::isUnwanted)
                .forEach(this::delete);
        Set<FdbEntry> present = new HashSet<>(present());
        for (FdbEntry entry : wanted.fdb()) {
            if (!present.contains(entry) && !comesWithDevice(entry)) {
                put(entry);
            }
        }
        Set<Neighbour> known = Set.copyOf(left.neighbours());
        for (Neighbour entry : wanted.neighbours()) {
            if (!known.contains(entry) || isForgotten(entry)) {
                steps.add(
                        Change.CREATE,
                        entry.device(),
                        TableCommands.putNeighbour(entry),
                        Message.of(
                                "plan.neighbour.add",
                                entry.address(),
                                entry.mac().orElseThrow(),
                                entry.device()));
            }
        }
    }

    private static boolean isFleeting(FdbEntry entry) {
        return entry.table() == Table.BRIDGE;
    }

    private List<FdbEntry> present() {
        return left.fdb().stream().filter(entry -> !goesWithChange(entry)).toList();
    }

    /// Whether the kernel drops the neighbour because of what changes on its device: another MAC
    /// (`neigh_changeaddr`), or for a moment no IPv4 address.
    private boolean isForgotten(Neighbour entry) {
        Link before = left.links().get(entry.device());
        Link after = wanted.links().get(entry.device());
        if (before == null || after == null) {
            return false;
        }
        boolean otherMac = after.mac().isPresent() && !after.mac().equals(before.mac());
        return otherMac
                || entry.address().family() == Ip.Family.V4
                        && AddressChange.of(Optional.of(before), after).emptiesIpv4();
    }

    /// An entry that nothing wanted stands for. A unicast entry with another VTEP or state is not
    /// removed here: the replacing command overwrites it.
    private boolean isUnwanted(FdbEntry entry) {
        return entry.isFlood()
                ? !wantedFdb.contains(entry)
                : !wantedFdbPlaces.contains(FdbPlace.of(entry));
    }

    /// Whether the kernel makes the entry itself, when the device is made with `remote` or `group`
    /// or gets another (`vxlan_fdb_update` in `__vxlan_dev_create` and `vxlan_changelink`).
    private boolean comesWithDevice(FdbEntry entry) {
        Optional<Ip> next = defaultDestination(wanted, entry.device());
        return entry.isFlood()
                && next.equals(entry.vtep())
                && !next.equals(defaultDestination(left, entry.device()));
    }

    /// Whether the kernel takes the entry away itself, because the device gets another default
    /// destination or none.
    private boolean goesWithChange(FdbEntry entry) {
        Optional<Ip> old = defaultDestination(left, entry.device());
        return entry.isFlood()
                && old.isPresent()
                && old.equals(entry.vtep())
                && !old.equals(defaultDestination(wanted, entry.device()));
    }

    private static Optional<Ip> defaultDestination(HostState state, String device) {
        return Optional.ofNullable(state.links().get(device))
                .map(Link::kind)
                .flatMap(
                        kind ->
                                kind instanceof Vxlan vxlan
                                        ? vxlan.remote().or(vxlan::group)
                                        : Optional.empty());
    }

    private void put(FdbEntry entry) {
        if (entry.isFlood()) {
            Ip vtep = entry.vtep().orElseThrow();
            steps.add(
                    Change.CREATE,
                    entry.device(),
                    TableCommands.putFdb(entry),
                    Message.of("plan.flood.add", entry.device(), vtep));
        } else if (entry.table() == Table.VXLAN) {
            steps.add(
                    Change.CREATE,
                    entry.device(),
                    TableCommands.putFdb(entry),
                    Message.of(
                            "plan.fdb.vxlan.add",
                            entry.mac(),
                            entry.device(),
                            entry.vtep().orElseThrow()));
        } else {
            steps.add(
                    Change.CREATE,
                    entry.device(),
                    TableCommands.putFdb(entry),
                    Message.of(
                            "plan.fdb.bridge.add",
                            entry.mac(),
                            entry.device(),
                            entry.master().orElse("-")));
        }
    }

    private void delete(FdbEntry entry) {
        steps.add(
                Change.DELETE,
                entry.device(),
                TableCommands.deleteFdb(entry),
                entry.isFlood()
                        ? Message.of(
                                "plan.flood.delete",
                                entry.device(),
                                entry.vtep().map(Object::toString).orElse("-"))
                        : Message.of("plan.fdb.delete", entry.mac(), entry.device()));
    }
}
