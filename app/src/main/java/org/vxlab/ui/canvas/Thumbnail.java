package org.vxlab.ui.canvas;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Subscription;

import org.vxlab.picture.Box;
import org.vxlab.picture.Picture;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.ui.Looks;
import org.vxlab.ui.UiThread;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A small picture of a lab that nobody can change. UI thread only.
public final class Thumbnail extends Region {
    private final Group drawing = new Group();
    private final CompletableFuture<Lab> lab;
    private final Looks looks;
    private final UiThread ui;
    private Subscription following = Subscription.EMPTY;
    private Picture picture = new Picture(List.of(), new Box(0, 0, 0, 0));

    /// @param lab read and pictured elsewhere, so that the page appears without it
    public Thumbnail(Supplier<Lab> lab, Looks looks, UiThread ui) {
        this.looks = looks;
        getStyleClass().add("thumbnail");
        setMouseTransparent(true);
        drawing.setManaged(false);
        getChildren().add(drawing);
        this.lab = CompletableFuture.supplyAsync(lab);
        this.ui = ui;
        // Looks outlive the pages that wear them.
        sceneProperty()
                .subscribe(
                        scene -> {
                            following.unsubscribe();
                            following =
                                    scene == null
                                            ? Subscription.EMPTY
                                            : looks.paletteProperty().subscribe(_ -> compose());
                        });
    }

    private void compose() {
        PictureStyle style = PictureStyle.DESIGN.withType(looks.typeSize());
        lab.thenApplyAsync(read -> Picture.of(read, Optional.empty(), style))
                .thenAcceptAsync(
                        made -> {
                            if (style.type() == looks.typeSize()) {
                                show(made);
                            }
                        },
                        ui);
    }

    private void show(Picture made) {
        picture = made;
        paint();
        requestLayout();
    }

    private void paint() {
        Brush brush = new Brush(looks.paletteProperty().get());
        drawing.getChildren().setAll(picture.glyphs().stream().map(brush::paint).toList());
    }

    @Override
    protected void layoutChildren() {
        Box bounds = picture.bounds();
        double zoom =
                Math.min(
                        1,
                        Math.min(
                                getWidth() / Math.max(1, bounds.width()),
                                getHeight() / Math.max(1, bounds.height())));
        drawing.getTransforms()
                .setAll(
                        new Translate(
                                (getWidth() - zoom * bounds.width()) / 2,
                                (getHeight() - zoom * bounds.height()) / 2),
                        new Scale(zoom, zoom),
                        new Translate(-bounds.x(), -bounds.y()));
    }
}
