package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.session.LiveReport.Activity;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A running lab that somebody changes on its hosts, past the window.
@Tag("kernel")
@ExtendWith(ApplicationExtension.class)
class OutsideChangeTest {
    private static final int PAIRS = 12;

    @TempDir Path home;
    private TestWindow window;

    @Start
    void open(Stage stage) {
        window = TestWindow.open(stage, home);
    }

    @BeforeEach
    void run() {
        window.speak(Locale.ENGLISH);
        window.run(LabActions::tryBuiltIn);
        window.await(
                () ->
                        window.live().pingsProperty().get().size() == PAIRS && isIdle()
                                || window.live().refusalProperty().get().isPresent());
        window.live()
                .refusalProperty()
                .get()
                .ifPresent(why -> assumeTrue(false, window.desk().texts().of(why)));
    }

    @AfterEach
    void close() {
        window.close();
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
