package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.iproute.MonitorEvent.LinkChanged;
import org.vxlab.kernel.Link;
import org.vxlab.observe.ObservedEvent.AddressAdded;
import org.vxlab.observe.ObservedEvent.AddressRemoved;
import org.vxlab.observe.ObservedEvent.LinkAdded;
import org.vxlab.observe.ObservedEvent.LinkDown;
import org.vxlab.observe.ObservedEvent.LinkRemoved;
import org.vxlab.observe.ObservedEvent.LinkUp;
import org.vxlab.topology.InterfaceAddress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LinkFoldTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:28:03Z");
    private static final Stamp TOLD = new Stamp("a", Optional.of(AT), AT);
    private static final Stamp FOUND = Stamp.found("a", AT);
    private static final Link.Kind BRIDGE = new Link.Bridge(300, false);
    private static final Link.Kind UNKNOWN = new Link.Other("");
    private static final InterfaceAddress ADDRESS = InterfaceAddress.parse("10.10.0.1/24");

    private final LinkFold fold = new LinkFold();

    @Test
    void asksForTheRestOfADeviceSeenFirstInALine() {
        assertThat(fold.put(line(true, "UP"), TOLD))
                .containsExactly(new LinkAdded(TOLD, link(UNKNOWN, true, "UP")));
        assertThat(fold.lacksDetail()).isTrue();
        assertThat(read(link(BRIDGE, true, "UP"))).isEmpty();
        assertThat(fold.lacksDetail()).isFalse();
        assertThat(fold.links()).containsExactly(Map.entry("br10", link(BRIDGE, true, "UP")));
    }

    @Test
    void countsADeviceWithoutCarrierAsDown() {
        read(link(BRIDGE, true, "UP"));
        assertThat(fold.put(line(true, "DOWN"), TOLD))
                .containsExactly(new LinkDown(TOLD, link(BRIDGE, true, "DOWN")));
        assertThat(fold.put(line(true, "UNKNOWN"), TOLD))
                .containsExactly(new LinkUp(TOLD, link(BRIDGE, true, "UNKNOWN")));
    }

    @Test
    void tellsThatAPortLeftItsBridgeOnceOnly() {
        Link port = enslaved("br10", Optional.of(port("forwarding")));
        LinkChanged unplugged =
                new LinkChanged(7, "veth1", true, 1450, "UP", Optional.empty(), Optional.empty());
        Link free = enslaved("", Optional.empty());
        read(port);
        assertThat(fold.put(unplugged, TOLD))
                .containsExactly(new ObservedEvent.LinkChanged(TOLD, port, free));
        assertThat(fold.put(unplugged, TOLD)).isEmpty();
    }

    @Test
    void doesNotTellOfAPortsStateByItself() {
        read(enslaved("br10", Optional.of(port("learning"))));
        assertThat(read(enslaved("br10", Optional.of(port("forwarding"))))).isEmpty();
    }

    @Test
    void tellsAddressesOnceEach() {
        read(link(BRIDGE, true, "UP"));
        assertThat(fold.addressAdded("br10", ADDRESS, TOLD))
                .containsExactly(new AddressAdded(TOLD, "br10", ADDRESS));
        assertThat(fold.addressAdded("br10", ADDRESS, TOLD)).isEmpty();
        assertThat(fold.addressRemoved("br10", ADDRESS, TOLD))
                .containsExactly(new AddressRemoved(TOLD, "br10", ADDRESS));
    }

    @Test
    void tellsWhatAReadingFoundGone() {
        read(link(BRIDGE, true, "UP"));
        fold.startReading();
        assertThat(fold.finishReading(Map.of(), FOUND))
                .containsExactly(new LinkRemoved(FOUND, link(BRIDGE, true, "UP")));
    }

    @Test
    void leavesADeviceALineSpokeOfMeanwhileForTheNextReading() {
        read(link(BRIDGE, true, "UP"));
        fold.startReading();
        fold.put(line(false, "DOWN"), TOLD);
        assertThat(fold.finishReading(Map.of("br10", link(BRIDGE, true, "UP")), FOUND)).isEmpty();
        assertThat(fold.links()).containsExactly(Map.entry("br10", link(BRIDGE, false, "DOWN")));
        assertThat(fold.lacksDetail()).isTrue();
    }

    private List<ObservedEvent> read(Link link) {
        fold.startReading();
        return fold.finishReading(Map.of(link.name(), link), FOUND);
    }

    private static LinkChanged line(boolean up, String operState) {
        return new LinkChanged(4, "br10", up, 1450, operState, Optional.empty(), Optional.empty());
    }

    private static Link link(Link.Kind kind, boolean up, String operState) {
        return new Link(
                "br10",
                kind,
                Optional.empty(),
                1450,
                up,
                operState,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Link enslaved(String master, Optional<Link.BridgePort> port) {
        return new Link(
                "veth1",
                new Link.Veth(Optional.empty()),
                Optional.empty(),
                1450,
                true,
                "UP",
                Optional.of(master).filter(name -> !name.isEmpty()),
                port,
                Optional.empty(),
                List.of());
    }

    private static Link.BridgePort port(String state) {
        return new Link.BridgePort(state, true, false, false);
    }
}
