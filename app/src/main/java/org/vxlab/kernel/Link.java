package org.vxlab.kernel;

import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.MacAddress;

import java.util.List;
import java.util.Optional;

/// A network device with what the lab sets or reads of it.
///
/// @param mtu in bytes
/// @param up administratively up (IFF_UP); a vxlan device's operstate is UNKNOWN when healthy
/// @param operState the kernel's word in upper case (`UP`, `DOWN`, `UNKNOWN`, `LOWERLAYERDOWN`)
/// @param master the bridge it is a port of
/// @param port what it is as a bridge port; present exactly when the master is a bridge
/// @param alias the ifalias; devices of a lab carry `vxlab:<lab>`
public record Link(
        String name,
        Kind kind,
        Optional<MacAddress> mac,
        int mtu,
        boolean up,
        String operState,
        Optional<String> master,
        Optional<BridgePort> port,
        Optional<String> alias,
        List<InterfaceAddress> addresses) {
    public Link {
        addresses = List.copyOf(addresses);
    }

    public Link withAddresses(List<InterfaceAddress> changed) {
        return new Link(name, kind, mac, mtu, up, operState, master, port, alias, changed);
    }

    /// The same device of another sort.
    public Link withKind(Kind changed) {
        return new Link(name, changed, mac, mtu, up, operState, master, port, alias, addresses);
    }

    /// The same device, plugged in nowhere.
    public Link withoutMaster() {
        return new Link(
                name,
                kind,
                mac,
                mtu,
                up,
                operState,
                Optional.empty(),
                Optional.empty(),
                alias,
                addresses);
    }

    /// What sort of device it is, with the settings of that sort.
    public sealed interface Kind permits Vxlan, Bridge, Veth, Other {}

    /// A bridge (`type bridge`).
    ///
    /// @param ageing seconds until a learned entry is forgotten (`ageing_time` / 100)
    /// @param multicastSnooping `mcast_snooping`
    public record Bridge(int ageing, boolean multicastSnooping) implements Kind {}

    /// One end of a veth pair.
    ///
    /// @param peer name of the other end where it is known and in the same namespace, or wanted
    ///   there; as read from a host it is unknown for a peer in another namespace
    public record Veth(Optional<String> peer) implements Kind {}

    /// Any other device; `kind` is the kernel's `info_kind`, empty for a physical one.
    public record Other(String kind) implements Kind {}

    /// Bridge port settings (`bridge link`, IFLA_BRPORT).
    ///
    /// @param state `disabled`, `listening`, `learning`, `forwarding` or `blocking`; as wanted
    ///   always `forwarding`
    public record BridgePort(
            String state, boolean learning, boolean neighSuppress, boolean isolated) {}
}
