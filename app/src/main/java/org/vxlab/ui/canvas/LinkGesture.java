package org.vxlab.ui.canvas;

import javafx.scene.input.MouseEvent;

import org.vxlab.picture.Glyph;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Message;
import org.vxlab.topology.ObviousLink;
import org.vxlab.topology.Offer;
import org.vxlab.topology.Thing;

import java.util.Optional;

/// Draws a link from one thing to another, and says all the while what it would be.
final class LinkGesture implements Gesture {
    private final Board board;
    private final Overlay overlay;
    private final Editing editing;
    private final Bubble bubble;
    private final Thing from;
    private final Point start;
    private Optional<Thing> target = Optional.empty();
    private Optional<Offer> offer = Optional.empty();

    LinkGesture(
            Board board, Overlay overlay, Editing editing, Bubble bubble, Thing from, Point start) {
        this.board = board;
        this.overlay = overlay;
        this.editing = editing;
        this.bubble = bubble;
        this.from = from;
        this.start = start;
    }

    @Override
    public void drag(MouseEvent event) {
        aim(event);
        boolean sense = offer.map(Offer.Possible.class::isInstance).orElse(true);
        overlay.link(start, board.view().toDrawing(event.getX(), event.getY()), sense);
        bubble.showAt(said(), event.getX(), event.getY(), board.width(), board.height());
    }

    private void aim(MouseEvent event) {
        Optional<Thing> now =
                board.glyphAt(event.getX(), event.getY())
                        .map(Glyph::id)
                        .map(Glyph.Id::thing)
                        .map(LinkGesture::end)
                        .filter(thing -> !thing.equals(from));
        if (!now.equals(target)) {
            target = now;
            offer = target.map(to -> between(board, from, to));
        }
    }

    /// Inside a card, vxlan devices are ends of their own; the rest stands for its host.
    private static Thing end(Thing thing) {
        return switch (thing) {
            case Thing.Workload(String segment, String host, String name) -> new Thing.Host(host);
            case Thing.Fdb(String segment, String on, var mac) -> new Thing.Host(on);
            case Thing.Neighbour(String segment, String on, var address) -> new Thing.Host(on);
            case Thing.Tunnel(String segment, String one, String other) ->
                    new Thing.Segment(segment);
            case Thing.Member _,
                    Thing.Network _,
                    Thing.Router _,
                    Thing.Host _,
                    Thing.Segment _,
                    Thing.Note _ ->
                    thing;
        };
    }

    /// What linking two things means, in the segment that is chosen.
    static Offer between(Board board, Thing from, Thing to) {
        Optional<String> segment =
                board.desk().selection().chosen().stream()
                        .flatMap(thing -> Places.segment(thing).stream())
                        .findFirst();
        return ObviousLink.between(board.desk().lab(), from, to, segment);
    }

    private String said() {
        Message message =
                offer.map(
                                one ->
                                        switch (one) {
                                            case Offer.Possible(LabEdit edit) ->
                                                    edit.label(board.desk().lab());
                                            case Offer.Refused(Message why) -> why;
                                        })
                        .orElseGet(() -> Message.of("ui.canvas.link.where", from.shown()));
        return board.desk().texts().of(message);
    }

    @Override
    public void release(MouseEvent event) {
        aim(event);
        cancel();
        offer.ifPresent(editing::make);
    }

    @Override
    public void cancel() {
        overlay.endGesture();
        bubble.hide();
    }
}
