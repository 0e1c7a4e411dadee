package org.vxlab.ui.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.vxlab.observe.Observation;
import org.vxlab.topology.Problem;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The properties of what is chosen, each with its iproute2 word; what hosts say of it; and the
/// commands it leads to. UI thread only.
public final class Inspector extends VBox {
    private final Desk desk;
    private final Texts texts;
    private final Editor editor;
    private final FoldedSections folded;
    private final ObjectProperty<Optional<Observation>> live =
            new SimpleObjectProperty<>(Optional.empty());

    private boolean asked;
    private List<Object> shape = List.of();
    private List<PropertyField> fields = List.of();
    private PageProblems found = PageProblems.NONE;
    private List<Row> said = List.of();
    private Optional<CommandList> commands = Optional.empty();

    @FXML private Label kind;
    @FXML private NameLine name;
    @FXML private Label locked;
    @FXML private VBox problems;
    @FXML private VBox livePlace;
    @FXML private VBox sections;
    @FXML private VBox commandsPlace;

    public Inspector(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        this.editor = new Editor(desk, this::refresh);
        this.folded = new FoldedSections();
        getStylesheets().add(Inspector.class.getResource("inspector.css").toExternalForm());
        Fxml.fill(this, texts);
        Stream.of(kind, locked).forEach(Texted::wrap);
        desk.stateProperty().subscribe((_, _) -> ask());
        desk.selection().chosenProperty().subscribe((_, _) -> ask());
        desk.modeProperty().subscribe((_, _) -> ask());
        texts.languageProperty().subscribe((_, _) -> ask());
        live.subscribe((_, _) -> showLive());
        refresh();
    }

    /// What the hosts said last; empty while nobody watches them.
    public ObjectProperty<Optional<Observation>> liveProperty() {
        return live;
    }

    /// One step of a person changes the lab, its problems and what is chosen one after the other;
    /// they are shown together.
    private void ask() {
        if (!asked) {
            asked = true;
            desk.ui().execute(this::refreshIfAsked);
        }
    }

    private void refreshIfAsked() {
        if (asked) {
            refresh();
        }
    }

    private void refresh() {
        asked = false;
        Page page = page();
        if (!shape(page).equals(shape)) {
            takeWhatIsTyped();
            page = page();
            rebuild(page);
        }
        show(page);
    }

    private Page page() {
        return Pages.of(
                desk.lab(),
                desk.selection().chosen(),
                desk.problemsProperty().get(),
                desk.modeProperty().get());
    }

    private boolean readOnly() {
        return desk.modeProperty().get() == Desk.Mode.LIVE;
    }

    private Optional<Thing> only() {
        return desk.selection().chosen().size() == 1
                ? Optional.of(desk.selection().chosen().iterator().next())
                : Optional.empty();
    }

    /// Everything for which nodes are made anew; fields show changed values without.
    private List<Object> shape(Page page) {
        List<Object> parts = new ArrayList<>();
        parts.add(desk.selection().chosen());
        parts.add(readOnly());
        parts.add(texts.language());
        for (Section section : page.sections()) {
            parts.add(section.title());
            section.rows().forEach(row -> addShape(parts, row));
        }
        return parts;
    }

    private static void addShape(List<Object> parts, Row row) {
        switch (row) {
            case Property property -> {
                parts.add(property.label());
                parts.add(property.input());
            }
            case Row.Card card -> card.properties().forEach(one -> addShape(parts, one));
            case Row.Fact _, Row.Sentence _, Row.Link _, Row.Switch _, Row.Action _ ->
                    parts.add(row);
        }
    }

    /// A person who goes elsewhere has finished typing.
    private void takeWhatIsTyped() {
        List<PropertyField> left = fields;
        fields = List.of();
        left.forEach(PropertyField::take);
    }

    private void rebuild(Page page) {
        int focused = focusables().indexOf(getScene() == null ? null : getScene().getFocusOwner());
        shape = shape(page);
        RowView rows = new RowView(texts, editor, this::go, readOnly());
        sections.getChildren().clear();
        for (Section section : page.sections()) {
            List<Node> nodes = section.rows().stream().map(rows::node).toList();
            sections.getChildren().add(section(section.title(), section.open(), () -> nodes));
        }
        fields = rows.fields();
        found = PageProblems.NONE;
        said = List.of();
        commands = Optional.empty();
        livePlace.getChildren().clear();
        commandsPlace.getChildren().clear();
        if (focused >= 0) {
            focus(focused);
        }
    }

    private Node section(String title, boolean open, Supplier<List<? extends Node>> content) {
        return folded.section(title, texts.of(title), open, content);
    }

    private void show(Page page) {
        Texted.set(kind, texts.of(page.kind()));
        name.show(page.name().orElse(""));
        Texted.set(locked, readOnly() ? texts.of("ui.inspector.locked") : "");
        boolean checked = desk.stateProperty().get().checked();
        if (checked) {
            found = PageProblems.of(desk.lab(), desk.problemsProperty().get(), page);
        }
        List<Property> properties = page.properties().toList();
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).show(properties.get(i), found.at(properties.get(i)));
        }
        problems.getChildren().setAll(found.ofPage().stream().map(this::line).toList());
        problems.setManaged(!problems.getChildren().isEmpty());
        showLive();
        // Nobody knows yet whether a lab that is not checked can be planned.
        if (checked) {
            showCommands(desk.problemsProperty().get());
        }
    }

    private MessageLine line(CurableProblem problem) {
        return MessageLine.of(
                texts,
                readOnly() ? problem.uncured() : problem,
                cure -> editor.make(cure.change()));
    }

    private void showLive() {
        List<Row> rows =
                only().flatMap(
                                thing ->
                                        live.get()
                                                .map(seen -> new LivePage(desk.lab(), seen))
                                                .map(page -> page.of(thing)))
                        .orElse(List.of());
        if (rows.equals(said)) {
            return;
        }
        said = rows;
        RowView view = new RowView(texts, editor, this::go, true);
        livePlace.getChildren().clear();
        if (!rows.isEmpty()) {
            livePlace
                    .getChildren()
                    .add(
                            section(
                                    "ui.inspector.section.live",
                                    true,
                                    () -> rows.stream().map(view::node).toList()));
        }
    }

    private void showCommands(List<Problem> all) {
        Optional<CommandList> list =
                only().flatMap(thing -> CommandList.of(desk.lab(), all, thing));
        if (list.equals(commands)) {
            return;
        }
        commands = list;
        commandsPlace.getChildren().clear();
        list.ifPresent(
                one ->
                        commandsPlace
                                .getChildren()
                                .add(
                                        section(
                                                "ui.inspector.section.commands",
                                                true,
                                                () ->
                                                        List.of(
                                                                new CommandsView(
                                                                        texts, folded, one)))));
    }

    private void go(Thing thing) {
        desk.selection().choose(List.of(thing));
        refresh();
        focus(0);
    }

    private void focus(int index) {
        List<Node> nodes = focusables();
        if (!nodes.isEmpty()) {
            nodes.get(Math.min(index, nodes.size() - 1)).requestFocus();
        }
    }

    /// What can have the focus among the sections, from top to bottom.
    private List<Node> focusables() {
        List<Node> found = new ArrayList<>();
        addFocusables(sections, found);
        return found;
    }

    private static void addFocusables(Parent parent, List<Node> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible()) {
                found.add(child);
            }
            if (child instanceof Parent inner) {
                addFocusables(inner, found);
            }
        }
    }
}
