package org.vxlab.plan;

import org.vxlab.iproute.Command;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a plan while it is being made, in order.
final class Steps {
    /// A device with a smaller MTU has no IPv6 at all, not even settings of it (RFC 8200 section 5;
    /// `addrconf_notify` in net/ipv6/addrconf.c).
    static final int MIN_IPV6_MTU = 1280;

    private final List<Step> list = new ArrayList<>();
    private final boolean ipv6;

    /// @param ipv6 whether the host speaks IPv6; where it does not, devices have no address
    ///   generation to be switched off, and the command would fail
    Steps(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    /// Whether a device with this MTU would give itself an IPv6 address.
    boolean ipv6(int mtu) {
        return ipv6 && mtu >= MIN_IPV6_MTU;
    }

    void add(Change change, String device, Command command, Message why) {
        list.add(new Step(command, change, why, device, Optional.empty()));
    }

    void addInside(Change change, String namespace, String device, Command command, Message why) {
        list.add(new Step(command, change, why, device, Optional.of(namespace)));
    }

    List<Step> list() {
        return List.copyOf(list);
    }
}
