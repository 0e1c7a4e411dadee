package org.vxlab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush.OnFailure;
import org.vxlab.apply.PushEvent;
import org.vxlab.apply.Surveyor.Goal;
import org.vxlab.kernel.HostState;
import org.vxlab.observe.Observation;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingPair;
import org.vxlab.session.HostTerminal;
import org.vxlab.session.LabHosts;
import org.vxlab.session.LiveLab;
import org.vxlab.session.LiveReport;
import org.vxlab.session.LiveReport.Activity;
import org.vxlab.session.Origin;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The live lab as the window sees it: what was last told of its hosts and of the work on them. UI
/// thread only.
public final class Live {
    private final LiveLab lab;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Activity> activity =
            new ReadOnlyObjectWrapper<>(Activity.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Origin>> origin =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Observation>> observation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<HostSurvey>> surveys =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, HostProgress>> progress =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<LiveReport.Pushed>> pushed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<PingPair, PairState>> pings =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Message>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final EventLog events = new EventLog();
    private final EntryAges ages = new EntryAges();

    public Live(UiThread ui, LabHosts.Ways ways, InstantSource clock) {
        this.clock = clock;
        this.lab = new LiveLab(ways, clock, ui.batched(this::told), ui.newest(this::seen));
    }

    /// What the hosts are busy with.
    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /// Where the built-in hosts came from; empty while no hosts are open.
    public ReadOnlyObjectProperty<Optional<Origin>> originProperty() {
        return origin.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return origin.get().isPresent();
    }

    /// The newest state of the hosts; empty while none is watched.
    public ReadOnlyObjectProperty<Optional<Observation>> observationProperty() {
        return observation.getReadOnlyProperty();
    }

    /// The newest readings against the drawing they were made for.
    public ReadOnlyObjectProperty<List<HostSurvey>> surveysProperty() {
        return surveys.getReadOnlyProperty();
    }

    /// How far the push is, or how the last one ended, by host.
    public ReadOnlyObjectProperty<Map<String, HostProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How the last push ended.
    public ReadOnlyObjectProperty<Optional<LiveReport.Pushed>> pushedProperty() {
        return pushed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<PingPair, PairState>> pingsProperty() {
        return pings.getReadOnlyProperty();
    }

    /// Why the last thing asked for could not be done.
    public ReadOnlyObjectProperty<Optional<Message>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What happened, the newest last.
    public ObservableList<ObservedEvent> events() {
        return events.events();
    }

    public EntryAges ages() {
        return ages;
    }

    public InstantSource clock() {
        return clock;
    }

    /// What was last read of each host.
    public Map<String, HostState> lastRead() {
        Map<String, HostState> read = new LinkedHashMap<>();
        for (HostSurvey survey : surveys.get()) {
            switch (survey) {
                case HostSurvey.Read found -> read.put(found.host(), found.state());
                case HostSurvey.Away _ -> {}
            }
        }
        return read;
    }

    public void look(ResolvedLab drawn) {
        begin();
        lab.look(drawn);
    }

    public void apply(ResolvedLab drawn) {
        begin();
        progress.set(Map.of());
        pushed.set(Optional.empty());
        lab.apply(drawn, OnFailure.KEEP);
    }

    public void ping(ResolvedLab drawn) {
        begin();
        lab.ping(drawn);
    }

    public void ping(ResolvedLab drawn, List<PingPair> pairs) {
        begin();
        lab.ping(drawn, pairs);
    }

    public void pingSteadily(ResolvedLab drawn, boolean steadily) {
        begin();
        events.forgetPings();
        lab.pingSteadily(drawn, steadily);
    }

    public void down(ResolvedLab drawn) {
        begin();
        progress.set(Map.of());
        pushed.set(Optional.empty());
        lab.down(drawn);
    }

    /// Forgets how the last push went, once something else is of interest.
    void forgetPush() {
        if (activity.get() == Activity.IDLE) {
            progress.set(Map.of());
            pushed.set(Optional.empty());
        }
    }

    public void stop() {
        lab.stop();
    }

    /// Finds the command that opens a shell on a host.
    ///
    /// @param told on another thread
    public void shell(ResolvedLab drawn, String host, Consumer<List<String>> told) {
        lab.shell(drawn, host, told);
    }

    /// Opens a shell on a host, on a terminal.
    ///
    /// @param told on another thread
    /// @param refused told on another thread why there is none
    public void terminal(
            ResolvedLab drawn,
            String host,
            int columns,
            int rows,
            Consumer<HostTerminal> told,
            Consumer<Message> refused) {
        lab.terminal(drawn, host, columns, rows, told, refused);
    }

    /// Lets go of the hosts, leaving on them what was pushed; built-in ones end.
    public void leave() {
        lab.leave();
    }

    /// Lets go of the hosts and waits for it. Not on the UI thread.
    void close() {
        lab.close();
    }

    private void begin() {
        refusal.set(Optional.empty());
    }

    private void seen(Observation newest) {
        if (isOpen()) {
            observation.set(Optional.of(newest));
        }
    }

    private void told(List<LiveReport> reports) {
        Map<String, HostProgress> hosts = new LinkedHashMap<>(progress.get());
        Map<PingPair, PairState> pairs = new LinkedHashMap<>(pings.get());
        List<ObservedEvent> happened = new ArrayList<>();
        for (LiveReport report : reports) {
            switch (report) {
                case LiveReport.Working(Activity now) -> activity.set(now);
                case LiveReport.Opened(Origin from) -> origin.set(Optional.of(from));
                case LiveReport.Surveyed(Goal goal, List<HostSurvey> found) -> {
                    if (goal == Goal.LAB) {
                        surveys.set(found);
                    }
                }
                case LiveReport.Pushing(PushEvent event) ->
                        hosts.compute(
                                event.host(),
                                (_, known) ->
                                        known == null
                                                ? HostProgress.first(event)
                                                : known.after(event));
                case LiveReport.Pushed ended -> {
                    // A host the push did not come to was told of nowhere else.
                    ended.results()
                            .forEach(
                                    result ->
                                            hosts.putIfAbsent(
                                                    result.host(), HostProgress.ended(result)));
                    progress.set(Collections.unmodifiableMap(new LinkedHashMap<>(hosts)));
                    pushed.set(Optional.of(ended));
                }
                case LiveReport.Pinged(PingPair pair, var result) ->
                        pairs.put(pair, PairState.of(result));
                case LiveReport.PingsEnded _ -> {}
                case LiveReport.Happened(ObservedEvent event) -> {
                    happened.add(event);
                    ages.happened(event);
                    ping(pairs, event);
                }
                case LiveReport.Refused(Message why) -> refusal.set(Optional.of(why));
                case LiveReport.Closed() -> {
                    closed();
                    hosts.clear();
                    pairs.clear();
                }
            }
        }
        progress.set(Collections.unmodifiableMap(hosts));
        pings.set(Collections.unmodifiableMap(pairs));
        events.add(happened);
    }

    private static void ping(Map<PingPair, PairState> pairs, ObservedEvent event) {
        if (event instanceof ObservedEvent.PingReply(_, PingPair pair, var milliseconds)) {
            pairs.put(pair, pairs.getOrDefault(pair, PairState.NONE).answered(milliseconds));
        } else if (event instanceof ObservedEvent.PingLost(_, PingPair pair, var reason)) {
            pairs.put(pair, pairs.getOrDefault(pair, PairState.NONE).lost(reason));
        }
    }

    private void closed() {
        origin.set(Optional.empty());
        observation.set(Optional.empty());
        surveys.set(List.of());
        ages.clear();
        events.beginAnew();
    }
}
