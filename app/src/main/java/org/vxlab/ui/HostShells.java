package org.vxlab.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.session.SystemTerminal;
import org.vxlab.topology.Thing;
import org.vxlab.ui.dialogs.Asking;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the system's terminal on hosts. UI thread only.
final class HostShells {
    private static final Logger LOG = LoggerFactory.getLogger(HostShells.class);

    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final Asking asking;
    private final Map<String, String> environment;

    HostShells(Desk desk, Live live, Plans plans, Asking asking, Map<String, String> environment) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.asking = asking;
        this.environment = environment;
    }

    /// The host a thing is on, where it is on one.
    static Optional<String> hostOf(Thing thing) {
        return switch (thing) {
            case Thing.Host(String name) -> Optional.of(name);
            case Thing.Member member -> Optional.of(member.host());
            case Thing.Workload workload -> Optional.of(workload.host());
            case Thing.Fdb entry -> Optional.of(entry.on());
            case Thing.Neighbour entry -> Optional.of(entry.on());
            case Thing.Network _, Thing.Router _, Thing.Segment _, Thing.Tunnel _, Thing.Note _ ->
                    Optional.empty();
        };
    }

    /// Opens a shell on a host of the running lab in a window of its own.
    void open(String host) {
        if (live.isOpen()) {
            plans.resolved()
                    .ifPresent(
                            lab ->
                                    live.shell(
                                            lab,
                                            host,
                                            words -> desk.ui().execute(() -> run(host, words))));
        }
    }

    private void run(String host, List<String> words) {
        Optional<SystemTerminal> terminal = SystemTerminal.find(environment);
        if (terminal.isPresent() && started(terminal.get(), words)) {
            return;
        }
        String command = String.join(" ", words);
        ClipboardContent content = new ClipboardContent();
        content.putString(command);
        Clipboard.getSystemClipboard().setContent(content);
        asking.tell(
                desk.texts().of("ui.shell.none", host),
                desk.texts().of("ui.shell.none.why", command));
    }

    private static boolean started(SystemTerminal terminal, List<String> words) {
        try {
            terminal.run(words);
            return true;
        } catch (IOException e) {
            LOG.warn("the terminal cannot be started", e);
            return false;
        }
    }
}
