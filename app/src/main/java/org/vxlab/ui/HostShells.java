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

    /// Opens a shell on the host a thing is on; of things without a host nothing is opened.
    void open(Thing thing) {
        switch (thing) {
            case Thing.Host(String name) -> open(name);
            case Thing.Member member -> open(member.host());
            case Thing.Workload workload -> open(workload.host());
            case Thing.Fdb entry -> open(entry.on());
            case Thing.Neighbour entry -> open(entry.on());
            case Thing.Network _,
                    Thing.Router _,
                    Thing.Segment _,
                    Thing.Tunnel _,
                    Thing.Note _ -> {}
        }
    }

    private void open(String host) {
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
                desk.texts().of("ui.shell.none.why", command),
                false);
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
