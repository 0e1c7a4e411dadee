package org.vxlab.ui.canvas;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Does something at once when asked, and not again before some time has passed; what is asked for
/// meanwhile is done once, then. UI thread only.
final class Pace {
    private final PauseTransition pause = new PauseTransition();
    private final Runnable work;
    private boolean asked;

    Pace(Runnable work) {
        this.work = work;
        pause.setOnFinished(_ -> goOn());
    }

    /// @param rest between this time and the next; zero does it at once in any case
    void ask(Duration rest) {
        asked = true;
        if (rest.equals(Duration.ZERO)) {
            asked = false;
            work.run();
        } else if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.setDuration(rest);
            goOn();
        }
    }

    private void goOn() {
        if (asked) {
            asked = false;
            work.run();
            pause.playFromStart();
        }
    }
}
