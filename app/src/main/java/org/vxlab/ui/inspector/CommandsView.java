package org.vxlab.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vxlab.plan.Step;
import org.vxlab.ui.Texts;

import java.util.ArrayList;
import java.util.List;

/// Commands with their sentences, each and all of a host to be copied. UI thread only.
final class CommandsView extends VBox {
    /// More commands are folded, host by host.
    private static final int MOST_UNFOLDED = 16;

    private final Texts texts;

    CommandsView(Texts texts, FoldedSections folded, CommandList list) {
        this.texts = texts;
        getStyleClass().add("commands");
        int all = list.hosts().stream().mapToInt(host -> host.steps().size()).sum();
        for (CommandList.OfHost host : list.hosts()) {
            getChildren()
                    .add(
                            folded.section(
                                    "commands-of-" + host.host(),
                                    texts.of(
                                            "ui.inspector.commands.on",
                                            host.host(),
                                            host.steps().size()),
                                    all <= MOST_UNFOLDED,
                                    () -> steps(host)));
        }
        list.notes().forEach(note -> getChildren().add(Texted.label(texts.of(note), "sentence")));
    }

    private List<Node> steps(CommandList.OfHost host) {
        List<Node> nodes = new ArrayList<>();
        Button copy = new Button(texts.of("ui.inspector.copy-all"));
        copy.setGraphic(new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("small", "copy-all");
        copy.setAccessibleText(texts.of("ui.inspector.copy-all.name", host.host()));
        copy.setOnAction(_ -> copy(host.text()));
        nodes.add(copy);
        host.steps().forEach(step -> nodes.add(step(step)));
        return nodes;
    }

    private VBox step(Step step) {
        Label command = Texted.label(step.text(), "command", "command-text");
        HBox.setHgrow(command, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "copy");
        copy.setTooltip(new Tooltip(texts.of("ui.inspector.copy")));
        copy.setAccessibleText(texts.of("ui.inspector.copy.name", step.text()));
        copy.setOnAction(_ -> copy(step.text()));
        HBox line = new HBox(command, copy);
        line.getStyleClass().add("command-line");
        VBox box = new VBox(line, Texted.label(texts.of(step.why()), "means"));
        box.getStyleClass().add("step");
        return box;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
