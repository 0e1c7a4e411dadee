package org.vxlab.observe;

import org.vxlab.iproute.MonitorEvent.LinkChanged;
import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The devices of a host and their addresses, kept up to date line by line.
///
/// A monitor's line lacks a device's kind, port settings and alias; they come from readings, which
/// [#lacksDetail] asks for. Not safe for several threads; it belongs to the host's own.
final class LinkFold {
    private static final Link.Kind UNKNOWN = new Link.Other("");

    private final Map<String, Link> links = new LinkedHashMap<>();
    private final SaidMeanwhile<String> meanwhile = new SaidMeanwhile<>();
    private boolean lacksDetail;

    Map<String, Link> links() {
        return links;
    }

    /// Whether lines told of something only a reading can tell the rest of.
    boolean lacksDetail() {
        return lacksDetail;
    }

    /// Folds a line that says how a device is now.
    List<ObservedEvent> put(LinkChanged line, Stamp stamp) {
        meanwhile.add(line.name());
        Link known = links.get(line.name());
        lacksDetail |= known == null || !known.master().equals(line.master());
        Link link = known == null ? first(line) : next(known, line);
        return replace(link, stamp);
    }

    /// Folds a line that says a device is gone.
    List<ObservedEvent> remove(String name, Stamp stamp) {
        meanwhile.add(name);
        Link known = links.remove(name);
        return known == null ? List.of() : List.of(new ObservedEvent.LinkRemoved(stamp, known));
    }

    /// Folds a line that says a device has an address; one not known yet waits for the reading.
    List<ObservedEvent> addressAdded(String device, InterfaceAddress address, Stamp stamp) {
        meanwhile.add(device);
        Link known = links.get(device);
        if (known == null) {
            lacksDetail = true;
            return List.of();
        }
        if (known.addresses().contains(address)) {
            return List.of();
        }
        List<InterfaceAddress> addresses = new ArrayList<>(known.addresses());
        addresses.add(address);
        return replace(known.withAddresses(addresses), stamp);
    }

    /// Folds a line that says a device has an address no more.
    List<ObservedEvent> addressRemoved(String device, InterfaceAddress address, Stamp stamp) {
        meanwhile.add(device);
        Link known = links.get(device);
        if (known == null) {
            return List.of();
        }
        List<InterfaceAddress> addresses = new ArrayList<>(known.addresses());
        addresses.remove(address);
        return replace(known.withAddresses(addresses), stamp);
    }

    /// See [FdbFold#startReading].
    void startReading() {
        lacksDetail = false;
        meanwhile.startReading();
    }

    /// Folds all devices read from the host. What lines told of meanwhile is left as it is, and
    /// wants another reading.
    List<ObservedEvent> finishReading(Map<String, Link> read, Stamp stamp) {
        List<ObservedEvent> events = new ArrayList<>();
        Set<String> said = meanwhile.endReading();
        lacksDetail |= !said.isEmpty();
        for (String name : List.copyOf(links.keySet())) {
            if (!read.containsKey(name) && !said.contains(name)) {
                events.addAll(remove(name, stamp));
            }
        }
        for (Link link : read.values()) {
            if (!said.contains(link.name())) {
                events.addAll(replace(link, stamp));
            }
        }
        return events;
    }

    /// The reading that was started will not come.
    void abandonReading() {
        meanwhile.endReading();
    }

    private List<ObservedEvent> replace(Link link, Stamp stamp) {
        Link before = links.put(link.name(), link);
        if (before == null) {
            return List.of(new ObservedEvent.LinkAdded(stamp, link));
        }
        List<ObservedEvent> events = new ArrayList<>();
        if (runs(before) != runs(link)) {
            events.add(
                    runs(link)
                            ? new ObservedEvent.LinkUp(stamp, link)
                            : new ObservedEvent.LinkDown(stamp, link));
        }
        if (!before.kind().equals(UNKNOWN)
                && !settings(before, link).equals(settings(link, before))) {
            events.add(new ObservedEvent.LinkChanged(stamp, before, link));
        }
        for (InterfaceAddress address : before.addresses()) {
            if (!link.addresses().contains(address)) {
                events.add(new ObservedEvent.AddressRemoved(stamp, link.name(), address));
            }
        }
        for (InterfaceAddress address : link.addresses()) {
            if (!before.addresses().contains(address)) {
                events.add(new ObservedEvent.AddressAdded(stamp, link.name(), address));
            }
        }
        return events;
    }

    /// Whether the device carries frames. A vxlan device's operstate stays UNKNOWN; a bridge port
    /// is DOWN without carrier.
    private static boolean runs(Link link) {
        return link.up() && (link.operState().equals("UP") || link.operState().equals("UNKNOWN"));
    }

    /// The device with what other events tell of, or a line does not know, left out. A port's state
    /// follows the link up and down and is no event by itself.
    private static Link settings(Link link, Link other) {
        return new Link(
                link.name(),
                link.kind(),
                link.mac(),
                link.mtu(),
                runs(link) == runs(other) && link.up(),
                "",
                link.master(),
                link.port()
                        .filter(_ -> other.port().isPresent())
                        .map(
                                port ->
                                        new Link.BridgePort(
                                                "",
                                                port.learning(),
                                                port.neighSuppress(),
                                                port.isolated())),
                link.alias(),
                List.of());
    }

    private static Link first(LinkChanged line) {
        return new Link(
                line.name(),
                UNKNOWN,
                line.mac(),
                line.mtu(),
                line.up(),
                line.operState(),
                line.master(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Link next(Link known, LinkChanged line) {
        return new Link(
                known.name(),
                known.kind(),
                line.mac(),
                line.mtu(),
                line.up(),
                line.operState(),
                line.master(),
                known.port().filter(_ -> known.master().equals(line.master())),
                known.alias(),
                known.addresses());
    }
}
