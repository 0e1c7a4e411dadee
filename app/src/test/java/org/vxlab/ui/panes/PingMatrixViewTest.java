package org.vxlab.ui.panes;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.vxlab.observe.PingPair;
import org.vxlab.topology.Ip;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Vni;
import org.vxlab.ui.Desks;
import org.vxlab.ui.Looks;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// The heads of a matrix: first of its rows, then of its columns.
@ExtendWith(ApplicationExtension.class)
class PingMatrixViewTest {
    @Test
    void tellWorkloadsOfOneNameApart() {
        OverlayEnd here = end("web", "x", "10.7.0.1");
        OverlayEnd there = end("web", "y", "10.7.0.2");

        assertThat(heads(pair(here, there), pair(there, here)))
                .containsExactly("web@x", "web@y", "web@x", "web@y");
    }

    @Test
    void areOfRowsOnlyForThoseThatSend() {
        OverlayEnd spoke = end("one", "one", "10.7.0.1");

        assertThat(heads(pair(spoke, end("two", "two", "10.7.0.2"))))
                .containsExactly("one", "one", "two");
    }

    private static List<String> heads(PingPair... pairs) {
        return CompletableFuture.supplyAsync(() -> shown(List.of(pairs)), Platform::runLater)
                .join();
    }

    private static List<String> shown(List<PingPair> pairs) {
        PingMatrixView view =
                new PingMatrixView(Desks.empty(Locale.ENGLISH, Looks.Theme.LIGHT), pairs, _ -> {});
        return view.lookupAll(".matrix-head").stream()
                .map(head -> ((Label) head).getText())
                .toList();
    }

    private static PingPair pair(OverlayEnd from, OverlayEnd to) {
        return new PingPair(new Vni(7), "red", from, to);
    }

    private static OverlayEnd end(String name, String host, String address) {
        return new OverlayEnd(name, host, "", "br7", Ip.parse(address));
    }
}
