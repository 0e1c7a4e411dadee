package org.vxlab.plan;

import org.vxlab.iproute.Command;
import org.vxlab.plan.Step.Change;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a plan while it is being made, in order.
final class Steps {
    private final List<Step> list = new ArrayList<>();
    private final boolean ipv6;

    /// @param ipv6 whether the host speaks IPv6; where it does not, devices have no address
    ///   generation to be switched off, and the command would fail
    Steps(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    boolean ipv6() {
        return ipv6;
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
