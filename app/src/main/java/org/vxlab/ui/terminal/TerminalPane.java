package org.vxlab.ui.terminal;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;

import org.controlsfx.control.SearchableComboBox;
import org.vxlab.session.HostTerminal;
import org.vxlab.topology.Host;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.Live;
import org.vxlab.ui.Plans;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Shells on hosts of the running lab, one tab each. UI thread only.
public final class TerminalPane extends BorderPane {
    private final Desk desk;
    private final Live live;
    private final Plans plans;
    private final Consumer<String> elsewhere;
    private final Runnable room;

    @FXML private SearchableComboBox<String> hosts;
    @FXML private Button open;
    @FXML private Button outside;
    @FXML private Label hint;
    @FXML private TabPane shells;

    /// @param elsewhere opens the system's own terminal on a host
    /// @param room makes room for a shell
    public TerminalPane(
            Desk desk, Live live, Plans plans, Consumer<String> elsewhere, Runnable room) {
        this.desk = desk;
        this.live = live;
        this.plans = plans;
        this.elsewhere = elsewhere;
        this.room = room;
        Fxml.fill(this, desk.texts());
    }

    @FXML
    private void initialize() {
        desk.labProperty().subscribe(lab -> fill(lab.hosts().stream().map(Host::name).toList()));
        hosts.disableProperty().bind(live.originProperty().map(Optional::isEmpty));
        open.disableProperty().bind(hosts.disableProperty().or(hosts.valueProperty().isNull()));
        outside.disableProperty().bind(open.disableProperty());
        shells.getTabs().subscribe(this::showHint);
        live.originProperty()
                .subscribe(
                        origin -> {
                            showHint();
                            if (origin.isEmpty()) {
                                tabs().filter(tab -> !tab.isOpening()).forEach(this::close);
                            }
                        });
        desk.texts().languageProperty().subscribe(_ -> showHint());
    }

    private void fill(List<String> names) {
        if (!hosts.getItems().equals(names)) {
            String chosen = hosts.getValue();
            // The list inside fails where its chosen item goes with the others.
            hosts.setValue(null);
            hosts.getItems().setAll(names);
            hosts.setValue(
                    names.contains(chosen) ? chosen : names.stream().findFirst().orElse(null));
        }
    }

    private void showHint() {
        boolean none = shells.getTabs().isEmpty();
        shells.setVisible(!none);
        hint.setVisible(none);
        hint.setText(
                desk.texts()
                        .of(live.isOpen() ? "ui.terminal.hint" : "ui.terminal.hint.not-running"));
    }

    @FXML
    private void openChosen() {
        open(hosts.getValue());
    }

    @FXML
    private void openOutside() {
        elsewhere.accept(hosts.getValue());
    }

    /// Opens a shell on a host in a tab of its own, which comes to the front.
    public void open(String host) {
        if (!live.isOpen() || plans.resolved().isEmpty()) {
            return;
        }
        room.run();
        ShellTab tab = new ShellTab(desk, host, this::connect);
        shells.getTabs().add(tab);
        shells.getSelectionModel().select(tab);
        hosts.setValue(host);
        // The size is that of the screen once it has been laid out.
        applyCss();
        layout();
        connect(tab);
    }

    private void connect(ShellTab tab) {
        if (plans.resolved().isEmpty()) {
            return;
        }
        tab.showOpening();
        live.terminal(
                plans.resolved().get(),
                tab.host(),
                tab.screen().columns(),
                tab.screen().rows(),
                terminal -> desk.ui().execute(() -> run(tab, terminal)),
                why -> desk.ui().execute(() -> tab.showRefusal(why)));
    }

    /// Whether there is a shell to look at.
    public boolean hasShells() {
        return !shells.getTabs().isEmpty();
    }

    private void run(ShellTab tab, HostTerminal terminal) {
        if (shells.getTabs().contains(tab)) {
            tab.show(terminal, () -> close(tab));
        } else {
            Thread.startVirtualThread(terminal::close);
        }
    }

    private Stream<ShellTab> tabs() {
        return List.copyOf(shells.getTabs()).stream().map(ShellTab.class::cast);
    }

    /// A shell that has ended takes its tab along, as in other terminals.
    private void close(ShellTab tab) {
        if (shells.getTabs().remove(tab)) {
            tab.getOnClosed().handle(null);
        }
    }
}
