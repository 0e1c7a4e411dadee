package org.vxlab.ui;

import javafx.animation.Animation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Runs what repeats itself only while somebody can see it: a running animation keeps its window in
/// memory, also when that is closed.
public final class WhileShown {
    private WhileShown() {}

    /// @param animation runs without end while the node is in a window that is shown
    public static void repeat(Animation animation, Node node) {
        animation.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(
                        shown -> {
                            if (shown) {
                                animation.play();
                            } else {
                                animation.stop();
                            }
                        });
    }
}
