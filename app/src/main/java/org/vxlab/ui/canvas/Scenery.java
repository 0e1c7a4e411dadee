package org.vxlab.ui.canvas;

import javafx.scene.Group;
import javafx.scene.Node;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.Picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The picture as nodes. A new picture touches only the nodes of glyphs that changed, and only what
/// is near the view has nodes at all. UI thread only.
final class Scenery extends Group {
    private final Map<Glyph.Layer, Group> layers = new EnumMap<>(Glyph.Layer.class);
    private final Motion motion = new Motion();
    private final Group leaving = new Group();
    private Brush brush;
    private Map<Glyph.Id, Painted> painted = new HashMap<>();

    private record Painted(Glyph glyph, Group node) {}

    Scenery(Brush brush) {
        this.brush = brush;
        setMouseTransparent(true);
        for (Glyph.Layer layer : Glyph.Layer.values()) {
            Group group = new Group();
            layers.put(layer, group);
            getChildren().add(group);
        }
        getChildren().add(leaving);
    }

    /// Paints everything anew with other colours at the next picture.
    void paintWith(Brush other) {
        brush = other;
        painted = new HashMap<>();
    }

    /// @param area what has to be seen; glyphs beside it are left out
    /// @param lively whether forwarding entries come, travel and go with a motion
    void show(Picture picture, Box area, boolean lively) {
        Map<Glyph.Id, Painted> next = new HashMap<>();
        Map<Glyph.Layer, List<Node>> wanted = new EnumMap<>(Glyph.Layer.class);
        motion.begin(lively && !painted.isEmpty());
        for (Glyph glyph : picture.glyphs()) {
            if (touches(glyph.box(), area)) {
                Painted now = painted(glyph, next.containsKey(glyph.id()));
                next.putIfAbsent(glyph.id(), now);
                wanted.computeIfAbsent(glyph.layer(), _ -> new ArrayList<>()).add(now.node);
            }
        }
        if (motion.isOn()) {
            painted.forEach(
                    (id, old) -> {
                        if (!next.containsKey(id) && Motion.moves(old.glyph)) {
                            motion.fade(old.node, leaving);
                        }
                    });
        }
        painted = next;
        layers.forEach((layer, group) -> replace(group, wanted.getOrDefault(layer, List.of())));
    }

    /// What is in a file twice has the same identity twice; both are shown.
    private Painted painted(Glyph glyph, boolean twice) {
        Painted old = twice ? null : painted.get(glyph.id());
        if (old != null && old.glyph.marks().equals(glyph.marks())) {
            return old;
        }
        // The place in the layer stays: a layer whose children change is painted anew as a whole.
        Group node = old == null ? new Group() : old.node;
        node.getChildren().setAll(brush.paint(glyph));
        if (motion.isOn() && Motion.moves(glyph)) {
            if (old == null) {
                motion.appear(node);
            } else {
                motion.travel(node, old.glyph.box(), glyph.box());
            }
        }
        return new Painted(glyph, node);
    }

    private static boolean touches(Box box, Box area) {
        return box.x() <= area.right()
                && area.x() <= box.right()
                && box.y() <= area.bottom()
                && area.y() <= box.bottom();
    }

    private static void replace(Group group, List<Node> wanted) {
        if (!group.getChildren().equals(wanted)) {
            group.getChildren().setAll(wanted);
        }
    }

    /// How many glyphs have nodes.
    int count() {
        return painted.size();
    }
}
