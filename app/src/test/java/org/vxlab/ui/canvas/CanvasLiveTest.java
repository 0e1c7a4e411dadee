package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.LiveState.Reach;
import org.vxlab.picture.LiveState.Trust;
import org.vxlab.picture.LiveState.WatchedHost;
import org.vxlab.topology.Ip;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The drawing while hosts are watched.
class CanvasLiveTest extends CanvasOnStage {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:02");

    CanvasLiveTest() {
        super(Locale.SIMPLIFIED_CHINESE);
    }

    private static WatchedHost host(Trust trust, List<FdbEntry> fdb) {
        return new WatchedHost(
                trust,
                Optional.of(Duration.ofSeconds(2)),
                new HostState(Map.of(), fdb, List.of(), List.of(), Map.of()));
    }

    private static FdbEntry learned() {
        return new FdbEntry(
                MAC,
                "vxlan10",
                FdbEntry.Table.VXLAN,
                Optional.empty(),
                Optional.of(Ip.parse("192.168.56.12")),
                FdbEntry.State.DYNAMIC,
                false);
    }

    private void show(Trust second, List<FdbEntry> fdb, List<Reach> pings) {
        CanvasStage.doOnUi(
                () ->
                        shown.canvas.showLive(
                                Optional.of(
                                        new LiveState(
                                                Map.of(
                                                        "h1",
                                                        host(Trust.LIVE, fdb),
                                                        "h2",
                                                        host(second, List.of())),
                                                pings,
                                                Map.of(MAC, "vm2")))));
    }

    private List<Thing> entries() {
        return CanvasStage.onUi(
                () ->
                        shown.canvas.picture().glyphs().stream()
                                .filter(glyph -> glyph.id().part() == Glyph.Part.ENTRY)
                                .map(glyph -> glyph.id().thing())
                                .toList());
    }

    @Test
    void learnedEntriesComeAndGoWithTheKernel() {
        drawTwoHosts();
        CanvasStage.doOnUi(() -> shown.desk.modeProperty().set(Desk.Mode.LIVE));
        show(Trust.LIVE, List.of(), List.of());
        assertThat(entries()).isEmpty();
        show(
                Trust.STALE,
                List.of(learned()),
                List.of(new Reach("red", "h1", "h2", true, Optional.of(0.4))));
        assertThat(entries()).containsExactly(new Thing.Fdb("red", "h1", MAC));
        shown.size(1280, 800);
        shown.picture("live");
        show(Trust.LOST, List.of(), List.of());
        assertThat(entries()).isEmpty();
        shown.picture("live-lost");
    }

    @Test
    void theEmptyDrawingSaysWhatToDo() {
        shown.size(1280, 800);
        shown.picture("empty-zh");
        assertThat(CanvasStage.onUi(() -> shown.canvas.lookup("#emptyHint").isVisible())).isTrue();
        drawTwoHosts();
        assertThat(CanvasStage.onUi(() -> shown.canvas.lookup("#emptyHint").isVisible())).isFalse();
    }
}
