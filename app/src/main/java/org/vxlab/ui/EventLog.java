package org.vxlab.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.vxlab.observe.ObservedEvent;

import java.util.List;

/// What happened on the hosts, as a person reads it: without what happens all the time. UI thread
/// only.
final class EventLog {
    /// The oldest go first.
    private static final int MOST_EVENTS = 5_000;

    private final ObservableList<ObservedEvent> events = FXCollections.observableArrayList();

    /// The newest last.
    ObservableList<ObservedEvent> events() {
        return events;
    }

    void add(List<ObservedEvent> happened) {
        List<ObservedEvent> told = happened.stream().filter(event -> !isRoutine(event)).toList();
        int tooMany = events.size() + told.size() - MOST_EVENTS;
        if (tooMany > 0) {
            events.remove(0, Math.min(tooMany, events.size()));
        }
        events.addAll(told.subList(Math.max(0, told.size() - MOST_EVENTS), told.size()));
    }

    private static boolean isRoutine(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.PingReply _ -> true;
            case ObservedEvent.NeighbourChanged changed -> changed.news().isRoutine();
            case ObservedEvent.Forwarding _,
                    ObservedEvent.Flooding _,
                    ObservedEvent.OfLink _,
                    ObservedEvent.OfAddress _,
                    ObservedEvent.NeighbourRemoved _,
                    ObservedEvent.Presence _,
                    ObservedEvent.Rereading _,
                    ObservedEvent.PingLost _ ->
                    false;
        };
    }
}
