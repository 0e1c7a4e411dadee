package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.iproute.StateReading.Reading;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.ObservedEvent.AddressAdded;
import org.vxlab.observe.ObservedEvent.Aged;
import org.vxlab.observe.ObservedEvent.Deleted;
import org.vxlab.observe.ObservedEvent.FloodAdded;
import org.vxlab.observe.ObservedEvent.FloodRemoved;
import org.vxlab.observe.ObservedEvent.Learned;
import org.vxlab.observe.ObservedEvent.LinkAdded;
import org.vxlab.observe.ObservedEvent.LinkDown;
import org.vxlab.observe.ObservedEvent.LinkRemoved;
import org.vxlab.observe.ObservedEvent.LinkUp;
import org.vxlab.observe.ObservedEvent.Moved;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was done to the host is told in the order of the recorded lines: vm3 moved to another host,
/// then to this one; entries were made by hand; a port went down and up; MACs aged; the vxlan
/// device was deleted.
class HostFoldTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:28:00Z");

    private static final String RECORDINGS = "/org/vxlab/iproute/monitor/";

    private final HostFold fold = new HostFold("h1", _ -> Optional.empty());

    @Test
    void tellsTheLifeOfForwardingEntriesFromRecordedLines() throws IOException {
        fold.startReading();
        fold.finishReading(
                reading(
                        remote("02:00:00:00:01:02", "10.99.0.2"),
                        remote("02:00:00:00:01:03", "10.99.0.3"),
                        local("02:00:00:00:01:03", "vxlan100"),
                        local("02:00:00:00:01:02", "vxlan100"),
                        local("02:00:00:00:01:01", "veth-vm1")),
                AT);
        assertThat(told(MonitorStream.fdb("h1"), "bridge-t-monitor-all.txt"))
                .containsExactly(
                        "09:28:07.251974 moved 02:00:00:00:01:03 10.99.0.3 to 10.99.0.2",
                        "09:28:09.120358 added 72:7e:63:03:2c:0e veth-vm3",
                        "09:28:09.130925 moved 02:00:00:00:01:03 vxlan100 to veth-vm3",
                        "09:28:10.850290 added 02:00:00:00:0a:0a 10.99.0.2",
                        "09:28:10.859185 moved 02:00:00:00:0a:0a 10.99.0.2 to 10.99.0.3",
                        "09:28:10.867124 deleted 02:00:00:00:0a:0a 10.99.0.3",
                        "09:28:10.879172 flood added 10.99.0.9",
                        "09:28:10.883557 flood removed 10.99.0.9",
                        "09:28:11.907123 deleted 02:00:00:00:01:03 veth-vm3",
                        "09:28:12.230957 learned 02:00:00:00:01:03 veth-vm3",
                        "09:28:18.574871 aged 02:00:00:00:01:03 10.99.0.2",
                        "09:28:24.094802 aged 02:00:00:00:01:02 10.99.0.2",
                        "09:28:24.094860 aged 02:00:00:00:01:02 vxlan100",
                        "09:28:25.151660 aged 02:00:00:00:01:01 veth-vm1",
                        "09:28:29.731010 learned 02:00:00:00:01:02 10.99.0.2",
                        "09:28:29.731038 learned 02:00:00:00:01:02 vxlan100",
                        "09:28:32.802843 learned 02:00:00:00:01:01 veth-vm1",
                        "09:28:33.310851 aged 02:00:00:00:01:03 veth-vm3",
                        "09:28:38.174939 learned 02:00:00:00:01:03 veth-vm3",
                        "09:28:39.966911 aged 02:00:00:00:01:02 vxlan100",
                        "09:28:39.970924 aged 02:00:00:00:01:02 10.99.0.2",
                        "09:28:43.038804 aged 02:00:00:00:01:01 veth-vm1",
                        "09:28:48.414875 aged 02:00:00:00:01:03 veth-vm3",
                        "09:29:09.674734 learned 02:00:00:00:01:03 veth-vm3",
                        "09:29:09.674790 learned 02:00:00:00:01:01 veth-vm1");
    }

    @Test
    void tellsTheLifeOfLinksFromRecordedLines() throws IOException {
        assertThat(told(MonitorStream.ip("h1"), "ip-ts-monitor-all.txt"))
                .containsExactly(
                        "09:28:02.065230 link added eth0",
                        "09:28:02.074967 link added vxlan100",
                        "09:28:02.081513 link added br100",
                        "09:28:02.084530 link added veth-vm1",
                        "09:28:09.031923 link added veth-vm3",
                        "09:28:09.120279 up veth-vm3",
                        "09:28:11.907183 down veth-vm3",
                        "09:28:12.222495 up veth-vm3",
                        "09:28:45.270889 down vxlan100",
                        "09:28:45.271419 link removed vxlan100");
    }

    private List<String> told(FollowedStream stream, String recording) throws IOException {
        List<ObservedEvent> events = new ArrayList<>();
        for (String line : lines(recording)) {
            stream.fold(line, AT, fold, events);
        }
        return events.stream()
                .filter(event -> !(event instanceof ObservedEvent.NeighbourChanged))
                .filter(event -> !(event instanceof ObservedEvent.NeighbourRemoved))
                .map(event -> time(event) + " " + words(event))
                .toList();
    }

    private static String time(ObservedEvent event) {
        return event.stamp().hostTime().orElseThrow().toString().substring(11, 26);
    }

    private static String words(ObservedEvent event) {
        return switch (event) {
            case Learned learned -> "learned " + entry(learned.entry());
            case Moved moved -> "moved " + entry(moved.from()) + " to " + place(moved.entry());
            case Aged aged -> "aged " + entry(aged.entry());
            case Deleted deleted -> "deleted " + entry(deleted.entry());
            case ObservedEvent.Added added -> "added " + entry(added.entry());
            case FloodAdded added -> "flood added " + place(added.entry());
            case FloodRemoved removed -> "flood removed " + place(removed.entry());
            case LinkAdded added -> "link added " + added.link().name();
            case LinkRemoved removed -> "link removed " + removed.link().name();
            case LinkUp up -> "up " + up.link().name();
            case LinkDown down -> "down " + down.link().name();
            case ObservedEvent.LinkChanged changed -> "changed " + changed.link().name();
            case AddressAdded added -> "address " + added.address() + " on " + added.device();
            default -> event.getClass().getSimpleName();
        };
    }

    private static String entry(FdbEntry entry) {
        return entry.mac() + " " + place(entry);
    }

    private static String place(FdbEntry entry) {
        return entry.vtep().map(Ip::toString).orElse(entry.device());
    }

    private static Reading reading(FdbEntry... table) {
        return new Reading(
                new HostState(Map.of(), List.of(table), List.of(), List.of(), Map.of()), Map.of());
    }

    private static FdbEntry remote(String mac, String vtep) {
        return new FdbEntry(
                MacAddress.parse(mac),
                "vxlan100",
                Table.VXLAN,
                Optional.empty(),
                Optional.of(Ip.parse(vtep)),
                State.DYNAMIC,
                false);
    }

    private static FdbEntry local(String mac, String port) {
        return new FdbEntry(
                MacAddress.parse(mac),
                port,
                Table.BRIDGE,
                Optional.of("br100"),
                Optional.empty(),
                State.DYNAMIC,
                false);
    }

    private static List<String> lines(String recording) throws IOException {
        try (InputStream in = HostFoldTest.class.getResourceAsStream(RECORDINGS + recording)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
