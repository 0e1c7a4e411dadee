package org.vxlab.ui.panes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.inspector.Mending;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everything wrong with the drawing, each with its cure; choosing one chooses what it is about.
public final class ProblemsPane extends BorderPane {
    private final Desk desk;
    private final Consumer<Thing> goTo;

    /// The lab in which the problems shown were found.
    private Lab checked;

    @FXML private ListView<Problem> problemRows;

    /// @param goTo brings a thing into view
    public ProblemsPane(Desk desk, Consumer<Thing> goTo) {
        this.desk = desk;
        this.goTo = goTo;
        this.checked = desk.lab();
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        desk.stateProperty()
                .subscribe(
                        state -> {
                            if (state.checked()) {
                                checked = state.lab();
                                problemRows.getItems().setAll(state.problems());
                            }
                        });
        // New cells: those that are kept for later would come back in the language of before.
        desk.texts().languageProperty().subscribe(_ -> problemRows.setCellFactory(_ -> new Cell()));
        problemRows
                .getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, problem) -> {
                            if (problem != null) {
                                Set<Thing> things = things(problem);
                                desk.selection().choose(things);
                                things.stream().findFirst().ifPresent(goTo);
                            }
                        });
    }

    private Set<Thing> things(Problem problem) {
        return ProblemThings.at(checked, problem.place());
    }

    /// Makes the edit; a structure that is locked is unlocked for it, as by the button Design.
    private void mend(Mending mending) {
        desk.modeProperty().set(Desk.Mode.DESIGN);
        desk.edit(mending.edit());
    }

    private final class Cell extends ListCell<Problem> {
        private final FontIcon icon = new FontIcon();
        private final Label what = new Label();
        private final Label cure = new Label();
        private final Button mend = new Button();
        private final HBox content;

        Cell() {
            what.setWrapText(true);
            cure.setWrapText(true);
            cure.getStyleClass().add("why");
            mend.getStyleClass().addAll("small", "cure");
            mend.setMinWidth(USE_PREF_SIZE);
            mend.managedProperty().bind(mend.visibleProperty());
            VBox lines = new VBox(what, cure);
            HBox.setHgrow(lines, Priority.ALWAYS);
            content = new HBox(icon, lines, mend);
            content.getStyleClass().add("plan-row");
            setPrefWidth(0);
            setOnMouseEntered(
                    _ -> desk.selection().light(isEmpty() ? Set.of() : things(getItem())));
            setOnMouseExited(_ -> desk.selection().light(Set.of()));
        }

        private void offer(Problem problem) {
            Optional<Mending> mending =
                    Mending.of(checked, problemRows.getItems(), problem, things(problem));
            mend.setVisible(mending.isPresent());
            mending.ifPresent(
                    one -> {
                        mend.setText(desk.texts().of(one.label()));
                        mend.setOnAction(_ -> mend(one));
                    });
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty ? null : content);
            setAccessibleText(null);
            if (!empty) {
                icon.setIconLiteral(problem.isError() ? "mdi2c-close-circle" : "mdi2a-alert");
                Tone.of(icon, problem.isError() ? Tone.BAD : Tone.WARNING);
                String where =
                        things(problem).stream()
                                .map(Thing::shown)
                                .collect(Collectors.joining(", "));
                String said = desk.texts().of(problem.what());
                what.setText(where.isEmpty() ? said : where + " · " + said);
                cure.setText(desk.texts().of(problem.cure()));
                offer(problem);
                setAccessibleText(
                        desk.texts()
                                        .of(
                                                problem.isError()
                                                        ? "ui.problems.error"
                                                        : "ui.problems.warning")
                                + " "
                                + what.getText()
                                + " "
                                + cure.getText());
            }
        }
    }
}
