package org.vxlab.discover;

import org.vxlab.discover.Cable.End;
import org.vxlab.iproute.InventoryReading.VethEnd;

import java.util.ArrayList;
import java.util.List;

/// Pairs the ends of veths in different namespaces by the numbers the kernel gives them.
public final class Cables {
    private Cables() {}

    /// A device's number is its own only within its namespace, so both numbers must agree both
    /// ways; ends that fit more than one other are paired with the first.
    public static List<Cable> of(List<VethEnd> ends) {
        List<VethEnd> left = new ArrayList<>(ends);
        List<Cable> cables = new ArrayList<>();
        while (!left.isEmpty()) {
            VethEnd one = left.removeFirst();
            left.stream()
                    .filter(other -> !other.namespace().equals(one.namespace()))
                    .filter(other -> other.index() == one.peerIndex())
                    .filter(other -> other.peerIndex() == one.index())
                    .findFirst()
                    .ifPresent(
                            other -> {
                                left.remove(other);
                                cables.add(new Cable(end(one), end(other)));
                            });
        }
        return cables;
    }

    private static End end(VethEnd veth) {
        return new End(veth.namespace(), veth.device());
    }
}
