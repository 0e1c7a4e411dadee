package org.vxlab.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import javafx.util.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(ApplicationExtension.class)
class PaceTest {
    private final AtomicInteger done = new AtomicInteger();
    private final Pace pace = new Pace(done::incrementAndGet);

    @Start
    void open(Stage stage) {
        stage.show();
    }

    @Test
    void whatIsAskedForManyTimesIsDoneAtOnceAndOnceMoreAfterTheRest() throws TimeoutException {
        CanvasStage.doOnUi(
                () -> {
                    for (int i = 0; i < 100; i++) {
                        pace.ask(Duration.millis(200));
                    }
                    assertThat(done).hasValue(1);
                });

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> done.get() > 1);
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);

        assertThat(done).hasValue(2);
    }

    @Test
    void withoutARestItIsDoneEveryTime() {
        CanvasStage.doOnUi(
                () -> {
                    pace.ask(Duration.hours(1));
                    pace.ask(Duration.ZERO);
                    pace.ask(Duration.ZERO);
                });

        assertThat(done).hasValue(3);
    }
}
