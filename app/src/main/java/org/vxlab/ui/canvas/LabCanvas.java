package org.vxlab.ui.canvas;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.vxlab.picture.Box;
import org.vxlab.picture.Glyph;
import org.vxlab.picture.LiveState;
import org.vxlab.picture.Picture;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.canvas.Overlay.Outlined;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The drawing: shows the desk's lab and turns gestures into edits. UI thread only.
public final class LabCanvas extends Pane {
    private static final double EDGE = 12;

    /// A lab that appears with this many things at once was opened, not drawn.
    private static final int OPENED = 4;

    /// With so many glyphs in view, painting what changed leaves time for the person.
    private static final int MANY = 400;

    /// What painting takes for each glyph in view: a long cable that changes has all that it passes
    /// painted anew.
    private static final Duration REST_OF_A_GLYPH = Duration.millis(0.12);

    private final Desk desk;
    private final Board board;
    private final Pace following;
    private final World world;
    private final LinkHandle handle;
    private final Minimap minimap;
    private final Bubble bubble = new Bubble();
    private final EmptyHint empty;
    private final Actions actions;
    private final Adding adding;
    private Consumer<Thing> opener;
    private Lab shown;
    private Set<Thing> found = Set.of();
    private Optional<Thing> hovered = Optional.empty();
    private boolean fitted;

    public LabCanvas(Desk desk) {
        this.desk = desk;
        this.shown = desk.lab();
        getStyleClass().add("lab-canvas");
        setId("labCanvas");
        setFocusTraversable(true);
        board = new Board(desk);
        following = new Pace(board::composeSoon);
        Brush brush = brush();
        world = new World(board, brush, this::setOff);
        handle = new LinkHandle(board, brush);
        minimap = new Minimap(board, brush);
        Editing editing =
                new Editing(board, text -> bubble.tell(text, board.width(), board.height()));
        Naming naming = new Naming(this, board, editing::rename);
        adding = new Adding(board, editing, naming, world.overlay(), bubble);
        actions = new Actions(board, editing, adding, naming);
        opener = _ -> actions.rename();
        Menus menus = new Menus(this, board, editing, adding, actions);
        Pointer pointer =
                new Pointer(
                        this,
                        board,
                        new Pointer.Parts(
                                world.overlay(),
                                editing,
                                adding,
                                actions,
                                handle,
                                bubble,
                                menus,
                                thing -> opener.accept(thing)),
                        this::hover);
        new Keys(this, board, pointer, actions, menus);
        empty = new EmptyHint(desk.texts(), () -> adding.addInView(Insertable.HOST));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(world, handle, minimap, empty, bubble);
        follow();
    }

    private void follow() {
        board.pictureProperty().addListener((_, _, _) -> painted());
        board.viewProperty().addListener((_, _, _) -> moved());
        desk.labProperty().addListener((_, _, _) -> labChanged());
        desk.selection().chosenProperty().addListener((_, _, _) -> chosenChanged());
        desk.selection().litProperty().addListener((_, _, _) -> setOff());
        desk.modeProperty().addListener((_, _, _) -> stand());
        desk.looks().paletteProperty().addListener((_, _, _) -> recolour());
        desk.texts().languageProperty().addListener((_, _, _) -> describe());
        focusedProperty().addListener((_, _, _) -> setOff());
        painted();
        describe();
        recolour();
    }

    private Brush brush() {
        return new Brush(desk.looks().paletteProperty().get());
    }

    private void recolour() {
        Brush brush = brush();
        world.paintWith(brush);
        handle.paintWith(brush);
        minimap.paintWith(brush);
        setStyle("-fx-background-color: " + brush.web(org.vxlab.picture.Ink.Plain.CANVAS) + ";");
        painted();
    }

    @Override
    protected void layoutChildren() {
        boolean other = board.width() != getWidth() || board.height() != getHeight();
        boolean wasWhole = fitted && board.isAllSeen();
        board.resize(getWidth(), getHeight());
        // What was in view as a whole stays so when the window or the type changes, and as large as
        // it can be where nobody chose otherwise.
        if (fitted && other && board.isFitted() || wasWhole && !board.isAllSeen()) {
            board.fit();
        }
        if (!fitted && getWidth() > 0 && getHeight() > 0) {
            fitted = true;
            board.fit();
        }
        minimap.relocate(getWidth() - Minimap.WIDTH - EDGE, getHeight() - Minimap.HEIGHT - EDGE);
        empty.centreIn(getWidth(), getHeight());
        world.show(false);
        minimap.paint();
    }

    private void labChanged() {
        Lab before = shown;
        shown = desk.lab();
        List<Thing> now = Thing.all(shown);
        List<Thing> then = Thing.all(before);
        boolean other = !before.name().equals(shown.name()) && !now.equals(then);
        if (other || then.isEmpty() && now.size() >= OPENED) {
            found = Set.of();
            board.fit();
        }
        describe();
    }

    private void painted() {
        boolean blank = board.picture().glyphs().isEmpty();
        empty.setVisible(blank);
        minimap.follow();
        world.show(true);
        stand();
        minimap.paint();
    }

    private void moved() {
        world.move();
        stand();
        minimap.paint();
    }

    private void chosenChanged() {
        setOff();
        stand();
        describe();
    }

    private void hover(Optional<Thing> thing) {
        if (!thing.equals(hovered)) {
            hovered = thing;
            setOff();
            stand();
        }
    }

    /// Puts the handle where links can begin.
    private void stand() {
        Set<Thing> chosen = desk.selection().chosen();
        handle.standBy(
                hovered.filter(LinkHandle::links)
                        .or(
                                () ->
                                        chosen.size() == 1
                                                ? chosen.stream().findFirst()
                                                : Optional.empty()));
    }

    private void setOff() {
        world.overlay()
                .show(
                        new Outlined(
                                desk.selection().chosen(),
                                found,
                                desk.selection().litProperty().get(),
                                hovered));
    }

    /// Says to a screen reader what is chosen, or what the drawing is.
    private void describe() {
        Set<Thing> chosen = desk.selection().chosen();
        setAccessibleText(
                switch (chosen.size()) {
                    case 0 -> desk.texts().of("ui.canvas.name", desk.lab().name());
                    case 1 -> said(chosen.iterator().next());
                    default -> desk.texts().of("ui.canvas.chosen", chosen.size());
                });
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String said(Thing thing) {
        return board.picture().glyphs().stream()
                .filter(glyph -> glyph.id().thing().equals(thing))
                .min(Comparator.comparing(glyph -> glyph.id().part()))
                .map(Glyph::said)
                .map(desk.texts()::of)
                .orElseGet(thing::shown);
    }

    /// Shows what the hosts say; absent where none is watched.
    public void showLive(Optional<LiveState> live) {
        board.know(live);
        following.ask(REST_OF_A_GLYPH.multiply(world.count() < MANY ? 0 : world.count()));
        world.pulses().show(live);
    }

    /// Sets off what contains a text and goes to the first of it.
    ///
    /// @return how many things contain it
    public int find(String text) {
        List<Thing> things = Finding.of(desk.lab(), text);
        found = new LinkedHashSet<>(things);
        things.stream()
                .filter(thing -> board.box(thing).isPresent())
                .findFirst()
                .ifPresent(this::goTo);
        setOff();
        return things.size();
    }

    /// Goes to the next of what was found last.
    public void findNext() {
        List<Thing> things = found.stream().filter(thing -> board.box(thing).isPresent()).toList();
        Set<Thing> chosen = desk.selection().chosen();
        int at = chosen.isEmpty() ? -1 : things.indexOf(chosen.iterator().next());
        if (!things.isEmpty()) {
            goTo(things.get((at + 1) % things.size()));
        }
    }

    /// Chooses a thing and brings it to the middle.
    public void goTo(Thing thing) {
        desk.selection().choose(List.of(thing));
        board.box(thing)
                .ifPresent(
                        box ->
                                board.viewProperty()
                                        .set(
                                                board.view()
                                                        .centredOn(
                                                                box.centre(),
                                                                board.width(),
                                                                board.height())));
    }

    /// What a double click on a thing does; without this it is renamed.
    public void setOnOpen(Consumer<Thing> action) {
        opener = action;
    }

    /// Renames what is chosen, in place.
    public void rename() {
        actions.rename();
    }

    /// Shows the whole drawing.
    public void fit() {
        board.fit();
    }

    View view() {
        return board.view();
    }

    void steer(View next) {
        board.steer(next);
    }

    void look(View next) {
        board.viewProperty().set(next);
    }

    /// How many glyphs have nodes.
    int glyphsShown() {
        return world.count();
    }

    Picture picture() {
        return board.picture();
    }

    Optional<Box> boxOf(Thing thing) {
        return board.box(thing);
    }

    void add(Insertable kind) {
        adding.addInView(kind);
        requestFocus();
    }

    /// What the canvas adds to the menu Edit: copy, delete, select.
    public List<MenuItem> editItems() {
        return actions.items(actions.edit);
    }

    /// What the canvas adds to the menu View: zoom, minimap.
    public List<MenuItem> viewItems() {
        CheckMenuItem map = new CheckMenuItem();
        map.textProperty().bind(desk.texts().bound("ui.canvas.minimap"));
        map.setAccelerator(KeyCombination.valueOf("Shortcut+M"));
        map.selectedProperty().bindBidirectional(minimap.wantedProperty());
        List<MenuItem> items = new ArrayList<>(actions.items(actions.view));
        items.add(map);
        return items;
    }

    /// What the canvas adds to the menu Insert.
    public List<MenuItem> insertItems() {
        return actions.items(actions.insert);
    }

    /// What the canvas adds to the menu Arrange: align, distribute, automatic layout.
    public List<MenuItem> arrangeItems() {
        return actions.items(actions.arrange);
    }
}
