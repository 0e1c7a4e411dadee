package org.vxlab.ui.exchange;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.vxlab.apply.InventorySurvey.Result;
import org.vxlab.discover.Discovered;
import org.vxlab.discover.Finding;
import org.vxlab.plan.HostProblem;
import org.vxlab.session.HostImport.Imported;
import org.vxlab.session.NamedHosts;
import org.vxlab.session.TextImport;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.WrongText;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.LeavingByTab;
import org.vxlab.ui.Texts;
import org.vxlab.ui.canvas.Thumbnail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What an import brings in, drawn and told while the text is still being pasted. UI thread only.
final class ImportView extends SplitPane {
    /// A person who types is not followed letter by letter.
    private static final Duration TYPING = Duration.millis(300);

    private final Desk desk;
    private final Texts texts;
    private final Executor elsewhere;
    private final Reading reading;
    private final Consumer<Consumer<String>> scripts;
    private final Consumer<Consumer<Map<String, SshTarget>>> configurations;
    private final ReadOnlyObjectWrapper<Optional<Lab>> lab =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final PauseTransition typing = new PauseTransition(TYPING);
    private int asked;

    @FXML private TextArea text;
    @FXML private TextArea hosts;
    @FXML private Button read;
    @FXML private ProgressIndicator busy;
    @FXML private Label found;
    @FXML private StackPane picture;
    @FXML private ListView<Told> findings;

    /// Reads running hosts; called beside the UI thread.
    interface Reading {
        Imported of(Map<String, SshTarget> targets) throws InterruptedException;
    }

    /// @param elsewhere where texts and hosts are read
    /// @param scripts asks for a file and hands over its text
    /// @param configurations asks for an SSH configuration and hands over its hosts
    ImportView(
            Desk desk,
            Executor elsewhere,
            Reading reading,
            Consumer<Consumer<String>> scripts,
            Consumer<Consumer<Map<String, SshTarget>>> configurations) {
        this.desk = desk;
        this.texts = desk.texts();
        this.elsewhere = elsewhere;
        this.reading = reading;
        this.scripts = scripts;
        this.configurations = configurations;
        Fxml.fill(this, texts);
    }

    @FXML
    private void initialize() {
        LeavingByTab.from(text);
        LeavingByTab.from(hosts);
        findings.setCellFactory(_ -> new ToldCell(texts));
        typing.setOnFinished(_ -> readText());
        text.textProperty().addListener((_, _, _) -> typing.playFromStart());
        read.disableProperty().bind(hosts.textProperty().isEmpty().or(busy.visibleProperty()));
        nothing("ui.import.nothing");
    }

    /// The lab that was made; empty while there is none.
    ReadOnlyObjectProperty<Optional<Lab>> labProperty() {
        return lab.getReadOnlyProperty();
    }

    void focusText() {
        text.requestFocus();
    }

    @FXML
    private void openText() {
        scripts.accept(text::setText);
    }

    @FXML
    private void openConfiguration() {
        configurations.accept(this::readHosts);
    }

    private void readText() {
        String pasted = text.getText();
        if (pasted.isBlank()) {
            nothing("ui.import.nothing");
            return;
        }
        int mine = ++asked;
        elsewhere.execute(
                () -> {
                    Discovered discovered = TextImport.of(pasted, Optional.empty());
                    desk.ui().execute(() -> show(mine, discovered));
                });
    }

    @FXML
    private void readHosts() {
        try {
            readHosts(
                    NamedHosts.parse(
                            hosts.getText()
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .toList()));
        } catch (WrongText wrong) {
            nothing(wrong.reason());
        }
    }

    private void readHosts(Map<String, SshTarget> targets) {
        int mine = ++asked;
        busy.setVisible(true);
        nothing("ui.import.reading");
        elsewhere.execute(
                () -> {
                    try {
                        Imported imported = reading.of(targets);
                        desk.ui().execute(() -> show(mine, imported));
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    } finally {
                        desk.ui().execute(() -> busy.setVisible(false));
                    }
                });
    }

    private void show(int mine, Imported imported) {
        if (mine != asked) {
            return;
        }
        if (imported.discovered().isPresent()) {
            show(mine, imported.discovered().get());
            return;
        }
        nothing("ui.import.away");
        findings.getItems().setAll(imported.hosts().stream().flatMap(this::obstacles).toList());
    }

    private Stream<Told> obstacles(Result result) {
        return switch (result) {
            case Result.Read _ -> Stream.empty();
            // Why names the host.
            case Result.Away away ->
                    Stream.of(new Told(Finding.Kind.WRONG, "", texts.of(away.why()), ""));
            case Result.Unfit unfit -> unfit.problems().stream().map(this::told);
        };
    }

    private Told told(HostProblem problem) {
        return new Told(
                Finding.Kind.WRONG,
                problem.host(),
                texts.of(problem.what()),
                texts.of(problem.cure()));
    }

    private void show(int mine, Discovered discovered) {
        if (mine != asked) {
            return;
        }
        List<Told> told = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            discovered.of(kind).stream().map(this::told).forEach(told::add);
        }
        if (discovered.isEmpty()) {
            nothing("ui.import.empty");
        } else {
            offer(discovered.lab());
        }
        findings.getItems().setAll(told);
    }

    private void offer(Lab made) {
        lab.set(Optional.of(made));
        found.setText(texts.of("ui.import.summary", made.hosts().size(), made.segments().size()));
        picture.getChildren().setAll(new Thumbnail(() -> made, desk.looks(), desk.ui()));
    }

    private Told told(Finding finding) {
        String line =
                finding.line().isPresent()
                        ? texts.of("ui.import.line", finding.line().getAsInt())
                        : "";
        String place =
                finding.host().isEmpty() || line.isEmpty()
                        ? finding.host() + line
                        : texts.of("ui.import.place", line, finding.host());
        return new Told(
                finding.kind(),
                place,
                texts.of(finding.what()),
                finding.cure().map(texts::of).orElse(""));
    }

    private void nothing(String key) {
        nothing(Message.of(key));
    }

    private void nothing(Message why) {
        lab.set(Optional.empty());
        picture.getChildren().clear();
        findings.getItems().clear();
        found.setText(texts.of(why));
    }
}
