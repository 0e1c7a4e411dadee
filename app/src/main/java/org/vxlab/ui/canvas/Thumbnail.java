package org.vxlab.ui.canvas;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

import org.vxlab.picture.Box;
import org.vxlab.picture.Palette;
import org.vxlab.picture.Picture;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.ui.Looks;
import org.vxlab.ui.Looks.Theme;

import java.util.Optional;

/// A small picture of a lab that nobody can change. UI thread only.
public final class Thumbnail extends Region {
    private final Picture picture;
    private final Group drawing = new Group();
    private final Looks looks;

    public Thumbnail(Lab lab, Looks looks) {
        this.looks = looks;
        this.picture = Picture.of(lab, Optional.empty(), PictureStyle.DESIGN);
        getStyleClass().add("thumbnail");
        setMouseTransparent(true);
        drawing.setManaged(false);
        getChildren().add(drawing);
        looks.themeProperty().subscribe(_ -> paint());
    }

    private void paint() {
        Brush brush =
                new Brush(
                        looks.themeProperty().get() == Theme.PROJECTOR
                                ? Palette.PROJECTOR
                                : looks.isDark() ? Palette.DARK : Palette.LIGHT);
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
