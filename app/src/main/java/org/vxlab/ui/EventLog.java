package org.vxlab.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.vxlab.observe.News;
import org.vxlab.observe.ObservedEvent;

import java.util.List;

/// What happened on the hosts, as a person reads it: without what was told already. UI thread only.
final class EventLog {
    /// The oldest go first.
    private static final int MOST_EVENTS = 5_000;

    private final ObservableList<ObservedEvent> events = FXCollections.observableArrayList();
    private News news = new News();

    /// The newest last.
    ObservableList<ObservedEvent> events() {
        return events;
    }

    void add(List<ObservedEvent> happened) {
        List<ObservedEvent> told = happened.stream().filter(event -> news.isNews(event)).toList();
        int tooMany = events.size() + told.size() - MOST_EVENTS;
        if (tooMany > 0) {
            events.remove(0, Math.min(tooMany, events.size()));
        }
        events.addAll(told.subList(Math.max(0, told.size() - MOST_EVENTS), told.size()));
    }

    /// From here on the first lost ping of each pair is told again.
    void forgetPings() {
        news.forgetPings();
    }

    /// What was told of other hosts is no reason to keep quiet about these; it stays to be read.
    void beginAnew() {
        news = new News();
    }
}
