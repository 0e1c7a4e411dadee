package org.vxlab.ui.panes;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.apply.HostResult;
import org.vxlab.plan.HostPlan;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.HostProgress;
import org.vxlab.ui.Texts;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Shows a line of the plan; pointing at it lights up what it belongs to, and the other way round.
final class PlanCell extends ListCell<PlanRow> {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Desk desk;
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label first = new Label();
    private final Label second = new Label();
    private final HBox content;

    PlanCell(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        second.getStyleClass().add("why");
        first.setWrapText(true);
        second.setWrapText(true);
        VBox lines = new VBox(first, second);
        HBox.setHgrow(lines, Priority.ALWAYS);
        content = new HBox(icon, lines);
        content.getStyleClass().add("plan-row");
        // The width of the list, so that long sentences wrap instead of scrolling sideways.
        setPrefWidth(0);
        setOnMouseEntered(_ -> light(isEmpty() ? Set.of() : getItem().things()));
        setOnMouseExited(_ -> light(Set.of()));
        ChangeListener<Set<Thing>> lit = (_, _, things) -> showLit(things);
        desk.selection().litProperty().addListener(lit);
    }

    private void light(Set<Thing> things) {
        desk.selection().light(things);
    }

    private void showLit(Set<Thing> things) {
        pseudoClassStateChanged(
                LIT, !isEmpty() && !Collections.disjoint(things, getItem().things()));
    }

    @Override
    protected void updateItem(PlanRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : content);
        pseudoClassStateChanged(HEAD, row instanceof PlanRow.Head);
        if (empty) {
            setAccessibleText(null);
            return;
        }
        first.getStyleClass().remove("command");
        switch (row) {
            case PlanRow.Head head -> show(head);
            case PlanRow.Command command -> show(command);
            case PlanRow.Failure failure ->
                    show(
                            "mdi2a-alert-octagon",
                            Tone.BAD,
                            texts.of("ui.plan.failure", failure.exitCode()),
                            failure.stderr());
            case PlanRow.Obstacle(var problem, _) ->
                    show(
                            problem.isError() ? "mdi2c-close-circle" : "mdi2a-alert",
                            problem.isError() ? Tone.BAD : Tone.WARNING,
                            texts.of(problem.what()),
                            texts.of(problem.cure()));
            case PlanRow.Away away ->
                    show(
                            "mdi2l-lan-disconnect",
                            Tone.BAD,
                            texts.of("ui.plan.away", away.host()),
                            texts.of(away.why()));
        }
        setAccessibleText(first.getText() + " " + second.getText());
        showLit(desk.selection().litProperty().get());
    }

    private void show(PlanRow.Head head) {
        Optional<HostResult> result = head.progress().flatMap(HostProgress::result);
        String state =
                result.map(
                                ended ->
                                        texts.of(
                                                "ui.end."
                                                        + ended.end()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', '-')))
                        .orElseGet(() -> state(head.plan(), head.progress()));
        Tone tone =
                result.map(
                                ended ->
                                        switch (ended.end()) {
                                            case UNCHANGED, APPLIED -> Tone.GOOD;
                                            case NOT_STARTED -> Tone.WARNING;
                                            case UNTOUCHED, ROLLED_BACK, BETWEEN -> Tone.BAD;
                                        })
                        .orElse(Tone.PLAIN);
        show("mdi2s-server", tone, head.host() + " · " + state, "");
    }

    private String state(HostPlan plan, Optional<HostProgress> progress) {
        return progress.filter(HostProgress::rollback)
                .map(_ -> texts.of("ui.plan.host.undoing"))
                .or(
                        () ->
                                progress.map(
                                        host ->
                                                texts.of(
                                                        "ui.plan.host.pushing",
                                                        host.done(),
                                                        plan.steps().size())))
                .orElseGet(() -> texts.of("ui.plan.host", plan.steps().size()));
    }

    private void show(PlanRow.Command row) {
        first.getStyleClass().add("command");
        switch (row.progress()) {
            case WAITING ->
                    show(
                            switch (row.step().change()) {
                                case CREATE -> "mdi2p-plus";
                                case CHANGE -> "mdi2p-pencil";
                                case DELETE -> "mdi2m-minus";
                                case RECREATE -> "mdi2r-restart";
                            },
                            switch (row.step().change()) {
                                case CREATE -> Tone.GOOD;
                                case CHANGE -> Tone.WARNING;
                                case DELETE -> Tone.BAD;
                                case RECREATE -> Tone.SPECIAL;
                            },
                            row.step().text(),
                            texts.of(row.step().why()));
            case DONE ->
                    show("mdi2c-check", Tone.GOOD, row.step().text(), texts.of(row.step().why()));
            case FAILED ->
                    show("mdi2c-close", Tone.BAD, row.step().text(), texts.of(row.step().why()));
            case UNDONE ->
                    show("mdi2u-undo", Tone.WARNING, row.step().text(), texts.of("ui.plan.undone"));
        }
    }

    private void show(String literal, Tone tone, String text, String more) {
        icon.setIconLiteral(literal);
        Tone.of(icon, tone);
        Tone.of(first, tone == Tone.BAD ? Tone.BAD : Tone.PLAIN);
        first.setText(text);
        second.setText(more);
        second.setVisible(!more.isEmpty());
        second.setManaged(!more.isEmpty());
    }
}
