package org.vxlab.discover.text;

import org.vxlab.discover.Cable;
import org.vxlab.discover.Cable.End;
import org.vxlab.discover.FoundHost;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.InterfaceAddress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A host a text tells of, while its commands are carried out.
final class ToldHost {
    final String name;
    final Space own = new Space("");
    final Map<String, Space> namespaces = new LinkedHashMap<>();

    /// Of every veth pair the two ends.
    final List<Cable> cables = new ArrayList<>();

    /// Namespaces that were deleted, which they are only when they are made anew; see
    /// [Device#removed].
    final Set<String> removed = new HashSet<>();

    /// Whether the text begins another lab on this host, which is not read.
    boolean closed;

    /// The namespace a shell was opened in; empty text for none.
    String shell = "";

    ToldHost(String name) {
        this.name = name;
    }

    Space space(String namespace) {
        return namespace.isEmpty() ? own : namespaces.computeIfAbsent(namespace, Space::new);
    }

    boolean isUntouched() {
        return own.devices.isEmpty() && namespaces.isEmpty();
    }

    /// Moves a device, with what it is, into another namespace; its addresses and its bridge stay
    /// behind.
    void move(Space from, String device, String namespace, String newName) {
        Device moved = from.devices.get(device);
        from.remove(device);
        moved.master = Optional.empty();
        moved.addresses.clear();
        moved.setUp(false);
        moved.name = newName;
        space(namespace).devices.put(newName, moved);
        recable(new End(from.name, device), new End(namespace, newName));
    }

    /// Takes a device away for good, and the other end of a veth pair with it.
    void purge(Space space, String device) {
        End gone = new End(space.name, device);
        for (Cable cable : List.copyOf(cables)) {
            if (cable.one().equals(gone) || cable.other().equals(gone)) {
                End far = cable.one().equals(gone) ? cable.other() : cable.one();
                space(far.namespace()).remove(far.device());
                cables.remove(cable);
            }
        }
        space.remove(device);
    }

    /// Devices and namespaces that are deleted at the end of the text.
    List<String> removed() {
        List<String> all = new ArrayList<>(removed);
        own.devices.values().stream()
                .filter(device -> device.removed > 0)
                .forEach(device -> all.add(device.name));
        return all;
    }

    void recable(End before, End after) {
        cables.replaceAll(
                cable ->
                        cable.one().equals(before)
                                ? new Cable(after, cable.other())
                                : cable.other().equals(before)
                                        ? new Cable(cable.one(), after)
                                        : cable);
    }

    /// Takes an underlay address that stands beside the host's name, unless its commands give one.
    void settle(InterfaceAddress address) {
        List<Device> devices = List.copyOf(own.devices.values());
        boolean known =
                devices.stream()
                        .filter(device -> device.kind instanceof Link.Other)
                        .anyMatch(device -> !device.addresses.isEmpty());
        boolean overlay =
                devices.stream()
                        .flatMap(device -> device.addresses.stream())
                        .anyMatch(other -> other.ip().equals(address.ip()));
        Optional<Vxlan> vxlan =
                devices.stream()
                        .filter(device -> device.kind instanceof Vxlan)
                        .map(device -> (Vxlan) device.kind)
                        .findFirst();
        if (!known && !overlay && vxlan.flatMap(Vxlan::local).isEmpty()) {
            String device = vxlan.flatMap(Vxlan::underlayDevice).orElse("eth0");
            own.given(device).addresses.add(address);
        }
    }

    FoundHost found() {
        Map<String, HostState> inside = new LinkedHashMap<>();
        namespaces.forEach((namespace, space) -> inside.put(namespace, space.state(Map.of())));
        List<ExtraSetting> extras = new ArrayList<>(own.extras());
        namespaces.values().forEach(space -> extras.addAll(space.extras()));
        return new FoundHost(name, Optional.empty(), own.state(inside), cables, extras);
    }

    /// The line a device was made in; 0 where it was not.
    int lineOf(String device) {
        int line = 0;
        for (Space space : namespaces.values()) {
            line = Math.max(line, space.device(device).map(made -> made.line).orElse(0));
        }
        return own.device(device).map(made -> made.line).orElse(line);
    }
}
