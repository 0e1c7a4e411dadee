package org.vxlab.observe;

import org.vxlab.kernel.Neighbour;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Message;

/// What has become of a neighbour, as a sentence.
final class NeighbourMessage {
    private NeighbourMessage() {}

    static Message of(ObservedEvent.NeighbourChanged event) {
        return switch (event.news()) {
            case ASKED -> of("observe.event.neighbour-asked", event);
            case ANSWERED -> of("observe.event.neighbour-answered", event);
            case CONFIRMED -> of("observe.event.neighbour-confirmed", event);
            case PROBED -> of("observe.event.neighbour-probed", event);
            case SILENT -> of("observe.event.neighbour-silent", event);
            case AGED, OTHER ->
                    event.neighbour().mac().isPresent()
                            ? of("observe.event.neighbour", event)
                            : of("observe.event.neighbour-unknown", event);
        };
    }

    private static Message of(String key, ObservedEvent.NeighbourChanged event) {
        Neighbour neighbour = event.neighbour();
        return Message.of(
                key,
                neighbour.address(),
                neighbour.mac().map(mac -> EventMessage.mac(mac, event.owner())).orElse(""),
                neighbour.device(),
                neighbour.state(),
                Message.of(
                        neighbour.address().family() == Ip.Family.V4
                                ? "observe.request.arp"
                                : "observe.request.nd"));
    }
}
