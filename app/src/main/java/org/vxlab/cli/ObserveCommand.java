package org.vxlab.cli;

import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.HostObservation;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// `vxlab observe FILE`: what there is, and then what changes, as it happens.
///
/// Programs are told every ping, people only where a pair stops or begins to answer.
@Command(name = "observe", sortOptions = false)
final class ObserveCommand implements Callable<Integer> {
    /// `--for` counts from when every host was read or found to be away, but no later than this.
    private static final Duration SETTLING = Duration.ofSeconds(5);

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

    private final Set<String> refused = new HashSet<>();
    private final ObserveFilter filter = new ObserveFilter();
    private final Set<String> away = new HashSet<>();
    private final Set<String> heard = new HashSet<>();

    ObserveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab lab = file.load(invocation, false);
        lab.hosts().forEach(host -> away.add(host.name()));
        BlockingQueue<ObservedEvent> events = new LinkedBlockingQueue<>();
        try (LabHosts hosts = hostOptions.open(invocation, lab, file.path(), BuiltIn.RUNNING);
                LabWatch watch = hosts.watch(!noPing, events::add)) {
            invocation.note("cli.observe.start", lab.name(), lab.hosts().size());
            follow(hosts, watch, events);
        }
        return (away.isEmpty() ? ExitCode.DONE : ExitCode.NOT_REACHED).number();
    }

    /// Tells events until the time is over, nobody reads any more, or no host can ever be reached.
    private void follow(LabHosts hosts, LabWatch watch, BlockingQueue<ObservedEvent> events)
            throws InterruptedException {
        int all = away.size();
        boolean counting = false;
        long since = System.nanoTime();
        while (refused.size() < all && !invocation.terminal().out().checkError()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - since);
            if (counting && time.filter(limit -> passed.compareTo(limit) >= 0).isPresent()) {
                return;
            }
            if (!counting && (heard.size() == all || passed.compareTo(SETTLING) > 0)) {
                counting = true;
                since = System.nanoTime();
            }
            ObservedEvent event = events.poll(LOOK_AROUND.toNanos(), TimeUnit.NANOSECONDS);
            if (event != null) {
                account(event);
                tell(hosts, watch, event);
            }
        }
    }

    private void account(ObservedEvent event) {
        String host = event.stamp().host();
        heard.add(host);
        switch (event) {
            case ObservedEvent.HostLive _, ObservedEvent.HostBack _ -> away.remove(host);
            case ObservedEvent.HostLost lost -> {
                away.add(host);
                if (lost.retryIn().isEmpty()) {
                    refused.add(host);
                }
            }
            default -> {}
        }
    }

    private void tell(LabHosts hosts, LabWatch watch, ObservedEvent event) {
        if (invocation.json()) {
            EventJson json = new EventJson(invocation.texts());
            if (event instanceof ObservedEvent.HostLive live) {
                invocation.json(json.reading(observation(watch, live), live.stamp()));
            }
            invocation.json(json.event(event));
            return;
        }
        if (!filter.passes(event)) {
            return;
        }
        int columns = invocation.columns();
        ReadingReport readings =
                new ReadingReport(invocation.texts(), invocation.paint(), columns, hosts::ownerOf);
        EventReport report =
                new EventReport(
                        invocation.texts(),
                        invocation.paint(),
                        readings,
                        invocation.terminal().zone());
        switch (event) {
            case ObservedEvent.HostLive live -> {
                invocation.line(report.line(live));
                invocation.lines(readings.lines(observation(watch, live)));
            }
            case ObservedEvent.HostLost lost -> {
                invocation.line(report.line(lost));
                observation(watch, lost)
                        .age(invocation.terminal().clock().instant())
                        .ifPresent(
                                age ->
                                        invocation.line(
                                                "    "
                                                        + invocation.text(
                                                                "cli.observe.age",
                                                                lost.stamp().host(),
                                                                DurationWord.seconds(age))));
            }
            default -> invocation.line(report.line(event));
        }
    }

    private static HostObservation observation(LabWatch watch, ObservedEvent event) {
        return watch.snapshot(event.stamp().host());
    }
}
