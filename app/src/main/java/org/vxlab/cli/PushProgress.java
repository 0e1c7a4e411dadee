package org.vxlab.cli;

import org.vxlab.apply.PushEvent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Shows a push while it goes on: on a terminal one line a host, redrawn; otherwise one line a
/// command. Told by several threads at once.
final class PushProgress implements Consumer<PushEvent>, AutoCloseable {
    private static final int BAR = 20;

    private final Invocation invocation;
    private final Paint paint;
    private final boolean silent;
    private final Optional<LiveLines> live;
    private final Map<String, String> current = new LinkedHashMap<>();

    PushProgress(Invocation invocation, boolean everyCommand) {
        this.invocation = invocation;
        this.paint = invocation.errorPaint();
        Terminal terminal = invocation.terminal();
        this.silent =
                invocation.quiet() || invocation.json() || !everyCommand && !terminal.redraws();
        this.live =
                terminal.redraws() && !silent
                        ? Optional.of(new LiveLines(terminal.err(), terminal.columns()))
                        : Optional.empty();
    }

    @Override
    public synchronized void accept(PushEvent event) {
        if (silent) {
            return;
        }
        switch (event) {
            case PushEvent.Started started -> {
                int steps = started.plan().steps().size();
                say(
                        started.host(),
                        invocation.text(
                                started.rollback() ? "cli.push.rollback" : "cli.push.start",
                                steps));
            }
            case PushEvent.StepDone done ->
                    say(
                            done.host(),
                            count(done.number(), done.of())
                                    + " "
                                    + Texts.visible(done.step().text()));
            case PushEvent.StepFailed failed ->
                    keep(
                            failed.host(),
                            paint.bad(
                                    invocation.text(
                                            "cli.push.failed",
                                            failed.number(),
                                            failed.of(),
                                            failed.step().text(),
                                            failed.exitCode(),
                                            failed.stderr())));
            case PushEvent.Lost lost ->
                    keep(lost.host(), paint.bad(invocation.texts().after(lost.host(), lost.why())));
            case PushEvent.Ended ended -> {
                current.remove(ended.host());
                live.ifPresent(_ -> redraw());
            }
        }
    }

    private String count(int number, int of) {
        if (live.isEmpty()) {
            return number + "/" + of;
        }
        int filled = BAR * number / of;
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + number + "/" + of;
    }

    /// Something that the next line may replace.
    private void say(String host, String what) {
        if (live.isPresent()) {
            current.put(host, what);
            redraw();
        } else {
            invocation.errorLine(host + ": " + what);
        }
    }

    /// Something that stays on the screen.
    private void keep(String host, String what) {
        live.ifPresent(LiveLines::clear);
        invocation.errorLine(host + ": " + what);
        live.ifPresent(_ -> redraw());
    }

    private void redraw() {
        List<String> lines = new ArrayList<>();
        current.forEach((host, what) -> lines.add(host + ": " + what));
        live.orElseThrow().show(lines);
    }

    @Override
    public synchronized void close() {
        live.ifPresent(LiveLines::clear);
    }
}
