package org.vxlab.discover.text;

import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Neighbour;
import org.vxlab.kernel.Route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network namespace while commands are carried out in it.
final class Space {
    /// Empty text for the host's own.
    final String name;

    final Map<String, Device> devices = new LinkedHashMap<>();
    final List<FdbEntry> fdb = new ArrayList<>();

    /// Beside the entries in the table, what was said of them that an entry has no field for.
    final List<ExtraSetting> entryExtras = new ArrayList<>();

    final List<Neighbour> neighbours = new ArrayList<>();
    final List<Route> routes = new ArrayList<>();

    Space(String name) {
        this.name = name;
    }

    Optional<Device> device(String device) {
        return Optional.ofNullable(devices.get(device));
    }

    /// The device, or one that must have been there before the text began.
    Device given(String device) {
        return devices.computeIfAbsent(
                device,
                name -> {
                    Device made = new Device(name, new Link.Other(""), 0);
                    made.setUp(true);
                    return made;
                });
    }

    void remove(String device) {
        devices.remove(device);
        fdb.removeIf(entry -> entry.device().equals(device));
        entryExtras.removeIf(extra -> extra.device().equals(device));
        neighbours.removeIf(entry -> entry.device().equals(device));
        for (Device other : devices.values()) {
            if (other.master.filter(device::equals).isPresent()) {
                other.master = Optional.empty();
            }
        }
    }

    List<ExtraSetting> extras() {
        List<ExtraSetting> all = new ArrayList<>();
        for (Device device : devices.values()) {
            device.extras.forEach(
                    (word, value) ->
                            all.add(
                                    new ExtraSetting(
                                            name, device.name, Optional.empty(), word, value)));
        }
        entryExtras.stream()
                .filter(extra -> extra.entry().filter(fdb::contains).isPresent())
                .forEach(all::add);
        return all;
    }

    HostState state(Map<String, HostState> namespaces) {
        Map<String, Link> links = new LinkedHashMap<>();
        devices.forEach((device, made) -> links.put(device, made.link()));
        return new HostState(links, fdb, neighbours, routes, namespaces);
    }
}
