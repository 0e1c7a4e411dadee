package org.vxlab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.FdbEntry.State;
import org.vxlab.kernel.FdbEntry.Table;
import org.vxlab.observe.ObservedEvent.Added;
import org.vxlab.observe.ObservedEvent.Aged;
import org.vxlab.observe.ObservedEvent.Deleted;
import org.vxlab.observe.ObservedEvent.FloodAdded;
import org.vxlab.observe.ObservedEvent.FloodRemoved;
import org.vxlab.observe.ObservedEvent.Learned;
import org.vxlab.observe.ObservedEvent.Moved;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class FdbFoldTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:28:03Z");
    private static final Stamp TOLD = new Stamp("a", Optional.of(AT), AT);
    private static final Stamp FOUND = Stamp.found("a", AT);
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:01:03");

    private final FdbFold fold =
            new FdbFold(mac -> mac.equals(MAC) ? Optional.of("vm3") : Optional.empty());

    @Test
    void tellsWhoseMacWasLearnedInWhichTable() {
        assertThat(fold.put(behindVtep("10.99.0.3"), TOLD))
                .contains(new Learned(TOLD, behindVtep("10.99.0.3"), Optional.of("vm3")));
        assertThat(fold.put(behindPort("vxlan100"), TOLD))
                .contains(new Learned(TOLD, behindPort("vxlan100"), Optional.of("vm3")));
    }

    @Test
    void callsANewVtepAMove() {
        fold.put(behindVtep("10.99.0.3"), TOLD);
        assertThat(fold.put(behindVtep("10.99.0.2"), TOLD))
                .contains(
                        new Moved(
                                TOLD,
                                behindVtep("10.99.0.3"),
                                behindVtep("10.99.0.2"),
                                Optional.of("vm3")));
        assertThat(fold.entries()).containsExactly(behindVtep("10.99.0.2"));
    }

    @Test
    void callsANewPortOfTheSameBridgeAMove() {
        fold.put(behindPort("vxlan100"), TOLD);
        assertThat(fold.put(behindPort("veth-vm3"), TOLD))
                .contains(
                        new Moved(
                                TOLD,
                                behindPort("vxlan100"),
                                behindPort("veth-vm3"),
                                Optional.of("vm3")));
    }

    @Test
    void tellsAgedFromDeleted() {
        fold.put(behindVtep("10.99.0.3"), TOLD);
        fold.put(behindPort("vxlan100"), TOLD);
        assertThat(fold.remove(behindVtep("10.99.0.3"), true, TOLD))
                .contains(new Aged(TOLD, behindVtep("10.99.0.3"), Optional.of("vm3")));
        assertThat(fold.remove(behindPort("vxlan100"), false, TOLD))
                .contains(new Deleted(TOLD, behindPort("vxlan100"), Optional.of("vm3")));
        assertThat(fold.entries()).isEmpty();
    }

    @Test
    void keepsEveryVtepOfAFloodList() {
        FdbEntry second = flood("10.99.0.2");
        FdbEntry third = flood("10.99.0.3");
        assertThat(fold.put(second, TOLD)).contains(new FloodAdded(TOLD, second));
        assertThat(fold.put(third, TOLD)).contains(new FloodAdded(TOLD, third));
        assertThat(fold.remove(second, false, TOLD)).contains(new FloodRemoved(TOLD, second));
        assertThat(fold.entries()).containsExactly(third);
    }

    @Test
    void tellsWhenALearnedEntryIsMadeFastAndNotWhenItIsRepeated() {
        fold.put(behindVtep("10.99.0.3"), TOLD);
        FdbEntry fast = with(behindVtep("10.99.0.3"), State.STATIC);
        assertThat(fold.put(behindVtep("10.99.0.3"), TOLD)).isEmpty();
        assertThat(fold.put(fast, TOLD)).contains(new Added(TOLD, fast, Optional.of("vm3")));
        assertThat(fold.remove(flood("10.99.0.9"), false, TOLD)).isEmpty();
    }

    @Test
    void tellsOnlyTheDifferencesOfAReading() {
        fold.put(behindVtep("10.99.0.3"), TOLD);
        fold.put(behindPort("vxlan100"), TOLD);
        fold.startReading();
        assertThat(fold.finishReading(List.of(behindVtep("10.99.0.2"), flood("10.99.0.2")), FOUND))
                .containsExactly(
                        new Deleted(FOUND, behindPort("vxlan100"), Optional.of("vm3")),
                        new Moved(
                                FOUND,
                                behindVtep("10.99.0.3"),
                                behindVtep("10.99.0.2"),
                                Optional.of("vm3")),
                        new FloodAdded(FOUND, flood("10.99.0.2")));
    }

    @Test
    void believesALineMoreThanAReadingMadeMeanwhile() {
        fold.put(behindVtep("10.99.0.3"), TOLD);
        fold.startReading();
        fold.remove(behindVtep("10.99.0.3"), true, TOLD);
        fold.put(behindPort("vxlan100"), TOLD);
        assertThat(fold.finishReading(List.of(behindVtep("10.99.0.3")), FOUND)).isEmpty();
        assertThat(fold.entries()).containsExactly(behindPort("vxlan100"));
    }

    /// A host lives its life while it is watched: lines arrive late but in order, readings start
    /// and arrive at any time.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void endsEqualToTheHostHoweverLinesAndReadingsMix(long seed) {
        Random random = new Random(seed);
        Map<MacAddress, FdbEntry> host = new HashMap<>();
        List<Runnable> underWay = new ArrayList<>();
        Optional<List<FdbEntry>> snapshot = Optional.empty();
        boolean reading = false;
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    MacAddress mac = new MacAddress(0x020000000000L + random.nextInt(20));
                    FdbEntry entry = behindVtep(mac, "10.99.0." + (1 + random.nextInt(3)));
                    if (random.nextBoolean()) {
                        host.put(mac, entry);
                        underWay.add(() -> fold.put(entry, TOLD));
                    } else if (host.remove(mac) instanceof FdbEntry gone) {
                        underWay.add(() -> fold.remove(gone, false, TOLD));
                    }
                }
                case 2 -> {
                    if (!underWay.isEmpty()) {
                        underWay.removeFirst().run();
                    }
                }
                case 3 -> {
                    if (!reading) {
                        reading = true;
                        fold.startReading();
                    } else if (snapshot.isEmpty()) {
                        snapshot = Optional.of(List.copyOf(host.values()));
                    }
                }
                default -> {
                    if (snapshot.isPresent() && random.nextInt(4) == 0) {
                        fold.finishReading(snapshot.get(), FOUND);
                        snapshot = Optional.empty();
                        reading = false;
                    }
                }
            }
        }
        underWay.forEach(Runnable::run);
        assertThat(fold.entries()).containsExactlyInAnyOrderElementsOf(host.values());
    }

    private static FdbEntry behindVtep(String vtep) {
        return behindVtep(MAC, vtep);
    }

    private static FdbEntry behindVtep(MacAddress mac, String vtep) {
        return new FdbEntry(
                mac,
                "vxlan100",
                Table.VXLAN,
                Optional.empty(),
                Optional.of(Ip.parse(vtep)),
                State.DYNAMIC,
                false);
    }

    private static FdbEntry behindPort(String port) {
        return new FdbEntry(
                MAC,
                port,
                Table.BRIDGE,
                Optional.of("br100"),
                Optional.empty(),
                State.DYNAMIC,
                false);
    }

    private static FdbEntry flood(String vtep) {
        return with(behindVtep(MacAddress.ZERO, vtep), State.PERMANENT);
    }

    private static FdbEntry with(FdbEntry entry, State state) {
        return new FdbEntry(
                entry.mac(),
                entry.device(),
                entry.table(),
                entry.master(),
                entry.vtep(),
                state,
                entry.externLearn());
    }
}
