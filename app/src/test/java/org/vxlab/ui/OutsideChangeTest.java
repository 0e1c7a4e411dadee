package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.LiveReport.Activity;

import java.util.List;
import java.util.Locale;

/// A running lab that somebody changes on its hosts, past the window.
@Tag("kernel")
class OutsideChangeTest extends WindowOnStage {
    private static final int PAIRS = 12;

    @BeforeEach
    void run() {
        window.speak(Locale.ENGLISH);
        window.run(LabActions::tryBuiltIn);
        window.awaitPings(PAIRS);
    }

    private boolean isIdle() {
        return window.live().activityProperty().get() == Activity.IDLE;
    }

    @Test
    void thePlanSaysWhatWouldPutItRightAndApplyDoesIt(FxRobot robot) {
        HostShell.run(window, "h1", "ip link set dev vxlan10 down");
        window.await(() -> !commands().isEmpty());

        assertThat(commands()).containsExactly("ip link set dev vxlan10 up");
        assertThat(robot.lookup("#applyButton").queryButton().getText())
                .isEqualTo(window.text("ui.tool.apply", 1));
        assertThat(window.live().pushedProperty().get()).isEmpty();

        robot.clickOn("#applyButton");
        window.await(() -> window.live().pushedProperty().get().isPresent() && isIdle());
        assertThat(commands()).isEmpty();

        HostShell.run(window, "h2", "bridge fdb del 00:00:00:00:00:00 dev vxlan10");
        window.await(() -> !commands().isEmpty());
        HostShell.run(
                window, "h2", "bridge fdb append 00:00:00:00:00:00 dev vxlan10 dst 192.168.56.11");
        window.await(() -> commands().isEmpty());
    }

    @Test
    void aPairThatStaysLostIsToldOnceAndToldAgainWhenItIsAnswered() {
        window.onUi(() -> window.live().pingSteadily(window.resolved(), true));
        HostShell.run(window, "h1", "ip link set dev vxlan10 down");
        window.await(() -> losses() > 0);
        awaitMorePings();
        long lost = losses();
        long answered = answers();

        awaitMorePings();
        assertThat(losses()).isEqualTo(lost);
        assertThat(answers()).isEqualTo(answered);

        HostShell.run(window, "h1", "ip link set dev vxlan10 up");
        window.await(() -> answers() > answered);
    }

    /// Every pair is pinged at least twice.
    private void awaitMorePings() {
        int before = sent();
        window.await(() -> sent() > before + 3 * PAIRS);
    }

    /// UI thread or while nothing changes.
    private List<String> commands() {
        return window.plans().stream()
                .map(HostPlan::steps)
                .flatMap(List::stream)
                .map(Step::text)
                .toList();
    }

    private int sent() {
        return window.live().pingsProperty().get().values().stream()
                .mapToInt(PairState::sent)
                .sum();
    }

    private long losses() {
        return window.live().events().stream()
                .filter(ObservedEvent.PingLost.class::isInstance)
                .count();
    }

    private long answers() {
        return window.live().events().stream()
                .filter(ObservedEvent.PingReply.class::isInstance)
                .count();
    }
}
