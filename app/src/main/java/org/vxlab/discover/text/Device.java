package org.vxlab.discover.text;

import org.vxlab.kernel.Link;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A device while commands are carried out on it.
final class Device {
    static final int USUAL_MTU = 1500;

    /// The line it was made in; 0 where the text takes it as given.
    final int line;

    String name;
    Link.Kind kind;
    Optional<MacAddress> mac = Optional.empty();
    int mtu = USUAL_MTU;
    boolean up;

    /// The line it was deleted in. A text that ends with its own undoing shows what was before, so
    /// a device goes only when another is made in its place.
    int removed;

    private boolean wasUp;
    Optional<String> master = Optional.empty();
    boolean learning = true;
    boolean neighSuppress;
    boolean isolated;

    /// What is set beyond the fields of [Link], value by word.
    final Map<String, String> extras = new LinkedHashMap<>();

    final List<InterfaceAddress> addresses = new ArrayList<>();

    Device(String name, Link.Kind kind, int line) {
        this.name = name;
        this.kind = kind;
        this.line = line;
    }

    void setUp(boolean now) {
        wasUp |= now;
        up = now;
    }

    Link link() {
        boolean shown = up || removed > 0 && wasUp;
        return new Link(
                name,
                kind,
                mac,
                mtu,
                shown,
                shown ? "UP" : "DOWN",
                master,
                master.map(
                        _ -> new Link.BridgePort("forwarding", learning, neighSuppress, isolated)),
                Optional.empty(),
                addresses);
    }
}
