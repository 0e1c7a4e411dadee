import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Opens the program's window and ends once it has been drawn, having printed `drawn` and the time in
/// nanoseconds since 1970: for measure-image.sh.
final class FirstWindow {
    private static final long LOOK_EVERY_MS = 2;

    private FirstWindow() {}

    public static void main(String[] words) throws InterruptedException {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        org.vxlab.Main.main(words);
    }

    private static void watch() {
        try {
            while (true) {
                try {
                    Platform.runLater(FirstWindow::timeNextFrames);
                    return;
                } catch (IllegalStateException toolkitNotStarted) {
                    Thread.sleep(LOOK_EVERY_MS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// A frame that begins after the window is shown has the one before it on the screen.
    private static void timeNextFrames() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames += Window.getWindows().isEmpty() ? 0 : 1;
                if (frames == 2) {
                    System.out.println("drawn " + ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now()));
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
    }
}
