package org.vxlab.cli;

import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.Surveyor;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.PingMatrix;
import org.vxlab.publish.Publication;
import org.vxlab.publish.PublishFormat;
import org.vxlab.publish.Subject;
import org.vxlab.publish.Theme;
import org.vxlab.publish.UnpublishableException;
import org.vxlab.session.BuiltIn;
import org.vxlab.session.LabHosts;
import org.vxlab.session.LiveReading;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How pictures and handouts are to look, and what they show.
final class Publishing {
    private static final int LARGEST_SCALE = 100;

    @Mixin private final HostOptions hostOptions = new HostOptions();

    @Option(
            names = "--scale",
            descriptionKey = "scale",
            paramLabel = "N",
            defaultValue = "" + Publication.USUAL_SCALE)
    private double scale;

    @Option(
            names = "--theme",
            descriptionKey = "theme",
            paramLabel = "THEME",
            defaultValue = "light")
    private String theme = "";

    @Option(names = "--live", descriptionKey = "live")
    private boolean live;

    /// What was read, and which hosts could not be.
    ///
    /// @param away why, for each host
    private record Shown(Subject subject, List<HostSurvey.Away> away) {}

    private Optional<Shown> shown = Optional.empty();

    /// Says what is wrong with the options before any work is done.
    Publication.Look look() throws Refusal {
        if (!(scale > 0 && scale <= LARGEST_SCALE)) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, Message.of("cli.export.scale", scale, LARGEST_SCALE));
        }
        Theme found =
                Theme.ofWord(theme)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ExitCode.WRONG_USAGE,
                                                Message.of("cli.export.theme", theme, themes())));
        return new Publication.Look(found, scale);
    }

    private static String themes() {
        return Arrays.stream(Theme.values()).map(Theme::word).collect(Collectors.joining(", "));
    }

    /// Publishes a lab; for several formats the hosts are read once.
    Publication publish(Invocation invocation, Lab lab, Path file, PublishFormat format)
            throws Refusal, LocalLabException, InterruptedException {
        Publication.Look look = look();
        if (shown.isEmpty()) {
            shown = Optional.of(live ? read(invocation, lab, file) : drawn(invocation, lab));
        }
        try {
            return Publication.of(shown.get().subject(), format, look);
        } catch (UnpublishableException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, e.text(), e);
        }
    }

    /// Whether a host that was to be read could not be reached.
    boolean hasAway() {
        return shown.filter(reading -> !reading.away().isEmpty()).isPresent();
    }

    private static Shown drawn(Invocation invocation, Lab lab) {
        return new Shown(subject(invocation, lab, Optional.empty()), List.of());
    }

    /// Pings first, so that the tables show what pings teach.
    private Shown read(Invocation invocation, Lab lab, Path file)
            throws Refusal, LocalLabException, InterruptedException {
        ResolvedLab resolved = ResolvedLab.of(lab);
        try (LabHosts hosts = hostOptions.open(invocation, resolved, file, BuiltIn.RUNNING)) {
            PingMatrix pings = PingCommand.ping(invocation, hosts, resolved, 1);
            List<HostSurvey> surveys = hosts.survey(Surveyor.Goal.LAB);
            List<HostSurvey.Away> away =
                    surveys.stream()
                            .filter(HostSurvey.Away.class::isInstance)
                            .map(HostSurvey.Away.class::cast)
                            .toList();
            away.forEach(host -> invocation.complain(host.why()));
            Subject.Reading reading =
                    new Subject.Reading(
                            LiveReading.of(resolved, surveys, pings),
                            invocation
                                    .terminal()
                                    .clock()
                                    .instant()
                                    .atZone(invocation.terminal().zone()));
            return new Shown(subject(invocation, lab, Optional.of(reading)), away);
        }
    }

    private static Subject subject(
            Invocation invocation, Lab lab, Optional<Subject.Reading> reading) {
        Texts texts = invocation.texts();
        return new Subject(lab, reading, texts.locale(), texts::of);
    }
}
