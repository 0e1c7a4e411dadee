package org.vxlab.ui.inspector;

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

/// Commands with their sentences, each and all of a host to be copied. UI thread only.
final class CommandsView extends VBox {
    private final Texts texts;

    CommandsView(Texts texts, CommandList list) {
        this.texts = texts;
        getStyleClass().add("commands");
        for (CommandList.OfHost host : list.hosts()) {
            getChildren().add(head(host));
            host.steps().forEach(step -> getChildren().add(step(step)));
        }
        list.notes().forEach(note -> getChildren().add(Texted.label(texts.of(note), "sentence")));
    }

    private HBox head(CommandList.OfHost host) {
        Label name =
                Texted.label(
                        texts.of("ui.inspector.commands.on", host.host(), host.steps().size()),
                        "commands-host");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button copy = new Button(texts.of("ui.inspector.copy-all"));
        copy.setGraphic(new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("small", "copy-all");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(texts.of("ui.inspector.copy-all.name", host.host()));
        copy.setOnAction(_ -> copy(host.text()));
        HBox line = new HBox(name, copy);
        line.getStyleClass().add("commands-head");
        return line;
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
