package org.vxlab.ui.canvas;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.vxlab.picture.Box;
import org.vxlab.picture.Detail;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.Picture;
import org.vxlab.picture.PictureStyle;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Looks.Theme;
import org.vxlab.ui.canvas.PictureWorker.Composed;
import org.vxlab.ui.canvas.PictureWorker.Wish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is on the drawing at the moment and which part of it is seen; knows what is where. UI
/// thread only.
final class Board {
    /// Pictures with more glyphs than this are composed beside the UI thread where nobody waits.
    private static final int LARGE = 1_500;

    /// The same for forwarding entries, which have to be sorted even where few are shown.
    private static final int MANY_ENTRIES = 400;

    /// How near to a line a click must be, in pixels.
    private static final double REACH = 6;

    private final Desk desk;
    private final PictureWorker worker;
    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(new Picture(List.of(), new Box(0, 0, 0, 0)));
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.ORIGIN);
    private Optional<LiveState> live = Optional.empty();
    private Map<Thing, Point> preview = Map.of();
    private View fitting = View.ORIGIN;
    private Wish shown;
    private boolean steering;
    private double width;
    private double height;

    Board(Desk desk) {
        this.desk = desk;
        this.shown = wish();
        worker = new PictureWorker(composed -> desk.ui().execute(() -> take(composed)));
        view.addListener((_, before, now) -> zoomed(before, now));
        desk.labProperty().addListener((_, _, _) -> compose());
        desk.modeProperty().addListener((_, _, _) -> compose());
        desk.looks().themeProperty().addListener((_, before, now) -> rescale(before, now));
        compose();
    }

    Desk desk() {
        return desk;
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    Picture picture() {
        return picture.get();
    }

    ObjectProperty<View> viewProperty() {
        return view;
    }

    View view() {
        return view.get();
    }

    /// Moves the view as a hand does, many times a second.
    void steer(View next) {
        steering = true;
        view.set(next);
        steering = false;
    }

    boolean isSteering() {
        return steering;
    }

    void resize(double wide, double high) {
        width = wide;
        height = high;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Box seen() {
        return view().seen(width, height);
    }

    /// Shows the whole drawing.
    void fit() {
        if (!picture().glyphs().isEmpty() && width > 0 && height > 0) {
            fitting = View.fitting(picture().bounds(), width, height, desk.looks().typeScale());
            view.set(fitting);
        }
    }

    /// Whether the view is still the one that [#fit] chose.
    boolean isFitted() {
        return view().equals(fitting);
    }

    /// The projector's larger type goes for the drawing too.
    private void rescale(Theme before, Theme now) {
        compose();
        if (before == Theme.PROJECTOR || now == Theme.PROJECTOR) {
            fit();
        }
    }

    /// Whether nothing of the drawing is beside the view.
    boolean isAllSeen() {
        return seen().contains(picture().bounds());
    }

    /// What the hosts say; the picture shows it once it is composed.
    void know(Optional<LiveState> now) {
        live = now;
    }

    Optional<LiveState> live() {
        return live;
    }

    boolean isLocked() {
        return desk.modeProperty().get() == Desk.Mode.LIVE;
    }

    /// Shows things at other places without changing the lab.
    void preview(Map<Thing, Point> places) {
        preview = places;
        composeSoon();
    }

    /// Composes the picture at once.
    void compose() {
        Wish wish = wish();
        take(new Composed(wish, wish.compose()));
    }

    /// Composes the picture when there is time for it.
    void composeSoon() {
        if (picture().glyphs().size() < LARGE && entries() < MANY_ENTRIES) {
            compose();
        } else {
            worker.compose(wish());
        }
    }

    private int entries() {
        return live.map(LiveState::hosts).orElse(Map.of()).values().stream()
                .mapToInt(host -> host.state().fdb().size())
                .sum();
    }

    private Wish wish() {
        Lab lab = desk.lab();
        if (!preview.isEmpty()) {
            lab = new LabEdit.Move(preview).applyTo(lab);
        }
        return new Wish(lab, isLocked() ? live : Optional.empty(), style());
    }

    private PictureStyle style() {
        PictureStyle style = isLocked() ? PictureStyle.WATCHING : PictureStyle.DESIGN;
        return style.withType(desk.looks().typeSize()).withDetail(Detail.at(view().zoom()));
    }

    /// What was composed beside the UI thread may be outdated when it comes.
    private void take(Composed composed) {
        Wish now = wish();
        if (composed.wish().lab().equals(now.lab())
                && composed.wish().style().equals(now.style())) {
            shown = composed.wish();
            picture.set(composed.picture());
        } else {
            composeSoon();
        }
    }

    /// The style the picture of the moment was painted in.
    PictureStyle shownStyle() {
        return shown.style();
    }

    private void zoomed(View before, View now) {
        if (Detail.at(before.zoom()) != Detail.at(now.zoom())) {
            compose();
        }
    }

    /// The topmost glyph under a pixel.
    Optional<Glyph> glyphAt(double x, double y) {
        return picture().at(view().toDrawing(x, y), REACH / view().zoom());
    }

    /// The box of a thing's body, of a member's vxlan device, of anything else that is painted.
    Optional<Box> box(Thing thing) {
        return picture().glyphs().stream()
                .filter(glyph -> glyph.id().thing().equals(thing))
                .min(Comparator.comparingInt(glyph -> rank(glyph.id().part())))
                .map(Glyph::box);
    }

    private static int rank(Glyph.Part part) {
        return switch (part) {
            case BODY -> 0;
            case DEVICE -> 1;
            case BRIDGE, PORT, ENTRY, MORE -> 2;
            case CABLE, JOIN, TUNNEL -> 3;
        };
    }

    /// Where everything stands that can be moved, as a layout says it.
    Map<Thing, Point> places() {
        Map<Thing, Point> places = new LinkedHashMap<>();
        boxes().forEach((thing, box) -> places.put(thing, Places.of(thing, box)));
        return places;
    }

    /// The room that everything takes that can be moved.
    Map<Thing, Box> boxes() {
        Map<Thing, Box> boxes = new LinkedHashMap<>();
        picture().glyphs().stream()
                .filter(glyph -> glyph.id().part() == Glyph.Part.BODY)
                .filter(glyph -> Places.isMovable(glyph.id().thing()))
                .forEach(glyph -> boxes.putIfAbsent(glyph.id().thing(), glyph.box()));
        return boxes;
    }
}
