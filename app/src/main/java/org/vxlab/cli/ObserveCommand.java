package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.News;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `vxlab observe FILE`: what there is, and then what changes, as it happens.
///
/// Programs are told every ping, people only where a pair stops or begins to answer.
@Command(name = "observe", sortOptions = false)
final class ObserveCommand implements Callable<Integer> {
    /// Events waiting to be printed: more than a burst brings in the time a person's screen needs.
    private static final int MOST_WAITING = 50_000;

    private static final Duration LOOK_AROUND = Duration.ofMillis(50);

    private final Invocation invocation;
    @Mixin private final LabFileArgument file = new LabFileArgument();
    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(
            names = "--for",
            descriptionKey = "for",
            paramLabel = "TIME",
            converter = DurationWord.class)
    private Optional<Duration> time = Optional.empty();

    @Option(names = "--no-ping", descriptionKey = "no-ping")
    private boolean noPing;

    private final News news = new News();

    ObserveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab lab = file.load(invocation);
        Attendance attendance =
                new Attendance(lab.hosts().stream().map(ResolvedHost::name).toList());
        WaitingEvents events = new WaitingEvents(MOST_WAITING);
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.RUNNING);
                LabWatch watch = hosts.watch(!noPing, events)) {
            invocation.note("cli.observe.start", lab.name(), lab.hosts().size());
            follow(hosts, watch, events, attendance);
        }
        return (attendance.allThere() ? ExitCode.DONE : ExitCode.NOT_REACHED).number();
    }

    /// Tells events until the time is over, nobody reads any more, or no host can ever be reached.
    /// The time counts from when every host was read or found to be away, however long that takes:
    /// connecting and reading have limits of their own.
    private void follow(LabHosts hosts, LabWatch watch, WaitingEvents events, Attendance attendance)
            throws InterruptedException {
        Optional<Long> since = Optional.empty();
        while (!attendance.isHopeless() && !invocation.terminal().out().checkError()) {
            if (since.isEmpty() && attendance.isComplete()) {
                since = Optional.of(System.nanoTime());
            }
            if (since.isPresent() && time.isPresent()) {
                Duration passed = Duration.ofNanos(System.nanoTime() - since.get());
                if (passed.compareTo(time.get()) >= 0) {
                    return;
                }
            }
            Optional<ObservedEvent> event = events.next(LOOK_AROUND);
            if (event.isPresent()) {
                attendance.account(event.get());
                tell(hosts, watch, event.get());
            }
        }
    }

    private void tell(LabHosts hosts, LabWatch watch, ObservedEvent event) {
        if (invocation.json()) {
            EventJson json = new EventJson(invocation.texts());
            if (event instanceof ObservedEvent.HostLive live) {
                invocation.json(json.reading(watch.snapshot(live.stamp().host()), live.stamp()));
            }
            invocation.json(json.event(event));
            return;
        }
        if (!news.isNews(event)) {
            return;
        }
        int columns = invocation.columns();
        ReadingReport readings =
                new ReadingReport(invocation.texts(), invocation.paint(), columns, hosts::ownerOf);
        EventReport report =
                new EventReport(
                        invocation.texts(), invocation.paint(), invocation.terminal().zone());
        invocation.line(report.line(event));
        if (event instanceof ObservedEvent.Presence presence) {
            HostObservation host = watch.snapshot(event.stamp().host());
            switch (presence) {
                case ObservedEvent.HostLive _ -> invocation.lines(readings.lines(host));
                case ObservedEvent.HostLost _ ->
                        host.age(invocation.terminal().clock().instant())
                                .ifPresent(age -> invocation.line(lastSeen(event, age)));
                case ObservedEvent.HostBack _ -> {}
            }
        }
    }

    private String lastSeen(ObservedEvent event, Duration age) {
        return "    "
                + invocation.text(
                        "cli.observe.age", event.stamp().host(), DurationWord.seconds(age));
    }
}
