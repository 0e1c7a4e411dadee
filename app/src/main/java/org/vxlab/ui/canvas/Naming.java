package org.vxlab.ui.canvas;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.vxlab.picture.Box;
import org.vxlab.topology.Thing;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Names things, and writes notes, in place. UI thread only.
final class Naming {
    private static final double LEAST_WIDE = 140;
    private static final double NOTE_WIDE = 240;
    private static final double NOTE_HIGH = 110;

    private final Pane pane;
    private final Board board;
    private final BiConsumer<Thing, String> namer;
    private Optional<TextInputControl> field = Optional.empty();

    Naming(Pane pane, Board board, BiConsumer<Thing, String> namer) {
        this.pane = pane;
        this.board = board;
        this.namer = namer;
    }

    boolean isNamed(Thing thing) {
        return switch (thing) {
            case Thing.Network _,
                    Thing.Router _,
                    Thing.Host _,
                    Thing.Segment _,
                    Thing.Workload _,
                    Thing.Note _ ->
                    true;
            case Thing.Member _, Thing.Tunnel _, Thing.Fdb _, Thing.Neighbour _ -> false;
        };
    }

    void begin(Thing thing) {
        Optional<Box> box = board.box(thing);
        if (!isNamed(thing) || box.isEmpty()) {
            return;
        }
        end();
        boolean note = thing instanceof Thing.Note;
        TextInputControl input = note ? new TextArea() : new TextField();
        input.setId("nameField");
        input.setText(
                thing instanceof Thing.Note(int index)
                        ? board.desk().lab().layout().notes().get(index).text()
                        : thing.shown());
        input.setAccessibleText(board.desk().texts().of("ui.canvas.rename.name", thing.shown()));
        input.setManaged(false);
        double wide =
                Math.max(note ? NOTE_WIDE : LEAST_WIDE, box.get().width() * board.view().zoom());
        field = Optional.of(input);
        pane.getChildren().add(input);
        input.applyCss();
        input.resizeRelocate(
                board.view().toScreenX(box.get().x()),
                board.view().toScreenY(box.get().y()),
                note ? wide : Math.min(wide, LEAST_WIDE * 2),
                note ? NOTE_HIGH : input.prefHeight(-1));
        input.selectAll();
        input.requestFocus();
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, thing, note));
        input.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                commit(thing);
                            }
                        });
    }

    private void key(KeyEvent event, Thing thing, boolean note) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (!note || event.isShortcutDown())) {
            commit(thing);
            event.consume();
        }
    }

    private void commit(Thing thing) {
        if (field.isPresent()) {
            String text = field.get().getText();
            end();
            namer.accept(thing, text);
        }
    }

    private void end() {
        Optional<TextInputControl> ended = field;
        field = Optional.empty();
        ended.ifPresent(
                input -> {
                    pane.getChildren().remove(input);
                    pane.requestFocus();
                });
    }
}
