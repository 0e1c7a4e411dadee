package org.vxlab.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A scene as somebody knows it who has neither mouse nor, perhaps, eyes, for tests.
///
/// @param scene of a window that is shown
record Keyboard(FxRobot robot, Scene scene) {
    /// More presses of Tab than this do not come round.
    private static final int MOST = 150;

    /// What Tab comes to.
    ///
    /// @param reached in the order it came to them
    /// @param unseen what looks the same with the focus and without
    record Walk(Set<Node> reached, List<String> unseen) {}

    /// Everything below a node that can have the focus now.
    static List<Node> focusable(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// What can have the focus below a node and has no name for a screen reader.
    static List<String> nameless(Node root) {
        return focusable(root).stream()
                .filter(node -> name(node, root).isBlank())
                .map(Keyboard::told)
                .toList();
    }

    private static String name(Node node, Node root) {
        return Optional.ofNullable(node.getAccessibleText())
                .or(
                        () ->
                                node instanceof Labeled one
                                        ? Optional.ofNullable(one.getText())
                                        : Optional.empty())
                .or(() -> label(node, root))
                .orElse("");
    }

    private static Optional<String> label(Node node, Node root) {
        return root.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> node.equals(label.getLabelFor()))
                .map(Label::getText)
                .findFirst();
    }

    /// A node as a test names it to the person who mends it.
    static String told(Node node) {
        Node parent = node.getParent();
        return node.getClass().getSimpleName()
                + Optional.ofNullable(node.getId()).map(id -> "#" + id).orElse("")
                + node.getStyleClass()
                + (parent == null ? "" : " in " + parent.getStyleClass());
    }

    /// Presses Tab until it comes round, or out of a part of the scene.
    ///
    /// @param part what has the focus, or has something in it that has
    Walk walk(Node part) {
        Map<Node, WritableImage> reached = new LinkedHashMap<>();
        List<Node> around = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        boolean byKey = false;
        for (int i = 0; i < MOST; i++) {
            Node now = scene.getFocusOwner();
            WritableImage with = picture(now);
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Node next = scene.getFocusOwner();
            if (next.equals(now)) {
                continue;
            }
            // The first one has not got the focus by key, and need not show it.
            if (byKey) {
                if (reached.putIfAbsent(now, with) != null) {
                    return new Walk(reached.keySet(), unseen);
                }
                around.add(now);
                // What is around the next shows that it has the focus in it.
                for (Node left : around.stream().filter(one -> !isIn(next, one)).toList()) {
                    around.remove(left);
                    if (same(reached.get(left), picture(left))) {
                        unseen.add(told(left));
                    }
                }
            }
            if (!isIn(next, part)) {
                return new Walk(reached.keySet(), unseen);
            }
            byKey = true;
        }
        throw new AssertionError(
                "Tab does not come round, but comes to " + told(scene.getFocusOwner()));
    }

    private static boolean isIn(Node node, Node around) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /// The node alone, wherever it was scrolled to meanwhile.
    private WritableImage picture(Node node) {
        List<WritableImage> taken = new ArrayList<>();
        robot.interact(() -> taken.add(node.snapshot(null, null)));
        return taken.getFirst();
    }

    private static boolean same(WritableImage one, WritableImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        PixelReader left = one.getPixelReader();
        PixelReader right = other.getPixelReader();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (left.getArgb(x, y) != right.getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
