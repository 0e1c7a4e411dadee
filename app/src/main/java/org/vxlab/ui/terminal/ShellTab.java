package org.vxlab.ui.terminal;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.vxlab.session.HostTerminal;
import org.vxlab.topology.Message;
import org.vxlab.ui.Desk;

import java.util.Optional;
import java.util.function.Consumer;

/// A tab for a shell on a host: says that it is being opened, then shows its screen, or why there
/// is none. UI thread only.
final class ShellTab extends Tab {
    private static final double GAP = 12;

    private final Desk desk;
    private final String host;
    private final TerminalScreen screen;
    private final Label notice = new Label();
    private final Button again = new Button();
    private final VBox instead = new VBox(GAP, notice, again);
    private Optional<Emulation> emulation = Optional.empty();
    private boolean opening;

    /// @param host its name in the lab
    /// @param open asked to open the shell once more
    ShellTab(Desk desk, String host, Consumer<ShellTab> open) {
        super(host);
        this.desk = desk;
        this.host = host;
        this.screen = new TerminalScreen(desk, host);
        notice.setWrapText(true);
        notice.getStyleClass().add("why");
        again.textProperty().bind(desk.texts().bound("ui.terminal.again"));
        again.setOnAction(_ -> open.accept(this));
        instead.setAlignment(Pos.CENTER);
        setContent(new StackPane(screen, instead));
        setOnClosed(_ -> emulation.ifPresent(Emulation::close));
    }

    String host() {
        return host;
    }

    /// Where the size of the terminal is known, once this has been laid out.
    TerminalScreen screen() {
        return screen;
    }

    /// Whether neither a shell nor a refusal has come yet.
    boolean isOpening() {
        return opening;
    }

    void showOpening() {
        say(Message.of("ui.terminal.opening", host), true);
    }

    void showRefusal(Message why) {
        say(why, false);
        if (isSelected()) {
            again.requestFocus();
        }
    }

    private void say(Message what, boolean stillOpening) {
        opening = stillOpening;
        notice.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> desk.texts().of(what), desk.texts().languageProperty()));
        again.setVisible(!stillOpening);
        instead.setVisible(true);
        screen.setVisible(false);
    }

    /// @param ended told when the shell has ended
    void show(HostTerminal terminal, Runnable ended) {
        opening = false;
        instead.setVisible(false);
        screen.setVisible(true);
        Consumer<Boolean> changed = desk.ui().newest(_ -> screen.paint());
        Emulation shown =
                new Emulation(
                        terminal,
                        screen.columns(),
                        screen.rows(),
                        () -> changed.accept(true),
                        () -> desk.ui().execute(ended));
        emulation = Optional.of(shown);
        screen.show(shown);
        screen.requestFocus();
    }
}
