package org.vxlab.plan;

import org.vxlab.iproute.LinkCommands;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.Vxlan;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;

import java.util.Optional;

/// Knows what the kernel cannot change on a device that exists (`vxlan_changelink` in
/// drivers/net/vxlan/vxlan_core.c refuses it), so that the device is made anew.
final class Recreation {
    private Recreation() {}

    /// Why `there` cannot become `wanted`, or empty where it can.
    static Optional<Message> reason(Link wanted, Link there) {
        if (there.mtu() < Steps.MIN_IPV6_MTU && wanted.mtu() >= Steps.MIN_IPV6_MTU) {
            return Optional.of(
                    Message.of(
                            "plan.recreate.ipv6",
                            wanted.name(),
                            Integer.toString(wanted.mtu()),
                            Integer.toString(Steps.MIN_IPV6_MTU)));
        }
        return switch (wanted.kind()) {
            case Vxlan vxlan ->
                    there.kind() instanceof Vxlan old
                            ? reason(wanted.name(), vxlan, old)
                            : otherKind(wanted);
            case Link.Bridge _ ->
                    there.kind() instanceof Link.Bridge ? Optional.empty() : otherKind(wanted);
            case Link.Veth _ ->
                    there.kind() instanceof Link.Veth ? Optional.empty() : otherKind(wanted);
            case Link.Other _ -> Optional.empty();
        };
    }

    private static Optional<Message> reason(String name, Vxlan wanted, Vxlan there) {
        if (wanted.equals(there)) {
            return Optional.empty();
        }
        if (!wanted.vni().equals(there.vni())) {
            return fixed(name, "id", there.vni(), wanted.vni());
        }
        if (wanted.port() != there.port()) {
            return fixed(
                    name,
                    "dstport",
                    Integer.toString(there.port()),
                    Integer.toString(wanted.port()));
        }
        if (wanted.udpcsum() != there.udpcsum() || wanted.zeroCsum6() != there.zeroCsum6()) {
            return fixed(name, "udpcsum", checksum(there), checksum(wanted));
        }
        if (!wanted.foreign().equals(there.foreign())) {
            return fixed(name, "flags", there.foreign(), wanted.foreign());
        }
        if (wanted.ttl().equals("inherit") != there.ttl().equals("inherit")) {
            return fixed(name, "ttl", there.ttl(), wanted.ttl());
        }
        if (!family(wanted).equals(family(there))) {
            return fixed(name, "local", local(there), local(wanted));
        }
        if (LinkCommands.changeVxlan(name, there, wanted).isEmpty()) {
            return fixed(
                    name,
                    "dev",
                    there.underlayDevice().orElse("-"),
                    wanted.underlayDevice().orElse("-"));
        }
        return Optional.empty();
    }

    private static String checksum(Vxlan vxlan) {
        return vxlan.udpcsum() && !vxlan.zeroCsum6() ? "udpcsum" : "noudpcsum";
    }

    private static String local(Vxlan vxlan) {
        return vxlan.local().map(Object::toString).orElse("-");
    }

    private static Optional<Ip.Family> family(Vxlan vxlan) {
        return vxlan.local().map(Ip::family);
    }

    private static Optional<Message> fixed(String name, String word, Object from, Object to) {
        return Optional.of(Message.of("plan.recreate.fixed", name, word, from, to));
    }

    private static Optional<Message> otherKind(Link wanted) {
        return Optional.of(Message.of("plan.recreate.kind", wanted.name()));
    }
}
