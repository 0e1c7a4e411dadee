package org.vxlab.ui.panes;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.vxlab.observe.EventMessage;
import org.vxlab.observe.EventTone;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPair;
import org.vxlab.topology.Thing;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.Live;
import org.vxlab.ui.Plans;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What happened on the hosts, in order, in words.
public final class EventsPane extends BorderPane {
    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final DateTimeFormatter time;

    @FXML private TextField filter;
    @FXML private CheckBox tail;
    @FXML private ListView<ObservedEvent> eventRows;

    public EventsPane(Desk desk, Live live, Plans plans, ZoneId zone) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        FilteredList<ObservedEvent> shown = new FilteredList<>(live.events());
        eventRows.setItems(shown);
        filter.textProperty()
                .addListener(
                        (_, _, text) -> {
                            String wanted = text.strip().toLowerCase(Locale.ROOT);
                            shown.setPredicate(
                                    event ->
                                            wanted.isEmpty()
                                                    || line(event)
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains(wanted));
                        });
        shown.addListener((ListChangeListener<ObservedEvent>) _ -> followTail());
        sceneProperty().addListener((_, _, _) -> followTail());
        // New cells: those that are kept for later would come back in the language of before.
        desk.texts().languageProperty().subscribe(_ -> eventRows.setCellFactory(_ -> new Cell()));
        eventRows
                .getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, event) -> {
                            if (event != null) {
                                desk.selection().choose(things(event));
                            }
                        });
    }

    /// Behind another tab the list cannot scroll yet, and would remember every wish to.
    private void followTail() {
        int last = eventRows.getItems().size() - 1;
        if (getScene() != null && tail.isSelected() && last >= 0) {
            eventRows.scrollTo(last);
        }
    }

    private String line(ObservedEvent event) {
        return event.stamp().host() + " " + desk.texts().of(EventMessage.of(event));
    }

    private Set<Thing> things(ObservedEvent event) {
        String host = event.stamp().host();
        return switch (event) {
            case ObservedEvent.Forwarding forwarding -> device(host, forwarding.entry().device());
            case ObservedEvent.Flooding flood -> device(host, flood.entry().device());
            case ObservedEvent.OfLink link -> device(host, link.link().name());
            case ObservedEvent.OfAddress address -> device(host, address.device());
            case ObservedEvent.OfNeighbour changed -> device(host, changed.neighbour().device());
            case ObservedEvent.OfPing ping -> tunnel(ping.pair());
            case ObservedEvent.Presence _, ObservedEvent.Rereading _ ->
                    Set.of(new Thing.Host(host));
        };
    }

    private Set<Thing> device(String host, String device) {
        return plans.resolved()
                .map(lab -> StepThings.of(lab, host, device, Optional.empty()))
                .orElse(Set.of());
    }

    private static Set<Thing> tunnel(PingPair pair) {
        return Set.of(new Thing.Tunnel(pair.segment(), pair.from().host(), pair.to().host()));
    }

    @FXML
    private void clear() {
        live.events().clear();
    }

    private final class Cell extends ListCell<ObservedEvent> {
        private final Label at = new Label();
        private final Label host = new Label();
        private final Label what = new Label();
        private final HBox content = new HBox(at, host, what);

        Cell() {
            content.getStyleClass().add("event-row");
            at.getStyleClass().addAll("command", "why");
            host.getStyleClass().add("event-host");
            setOnMouseEntered(
                    _ -> desk.selection().light(isEmpty() ? Set.of() : things(getItem())));
            setOnMouseExited(_ -> desk.selection().light(Set.of()));
        }

        @Override
        protected void updateItem(ObservedEvent event, boolean empty) {
            super.updateItem(event, empty);
            setGraphic(empty ? null : content);
            if (!empty) {
                at.setText(
                        time.format(event.stamp().hostTime().orElse(event.stamp().receivedAt())));
                host.setText(event.stamp().host());
                what.setText(desk.texts().of(EventMessage.of(event)));
                Tone.of(what, tone(event));
                setAccessibleText(host.getText() + " " + what.getText());
            }
        }

        private static Tone tone(ObservedEvent event) {
            return switch (EventTone.of(event)) {
                case PLAIN -> Tone.PLAIN;
                case GOOD -> Tone.GOOD;
                case SPECIAL -> Tone.SPECIAL;
                case WARNING -> Tone.WARNING;
                case BAD -> Tone.BAD;
            };
        }
    }
}
