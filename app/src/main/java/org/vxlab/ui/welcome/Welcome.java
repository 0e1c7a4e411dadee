package org.vxlab.ui.welcome;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.vxlab.session.Templates;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.LabActions;
import org.vxlab.ui.Languages;
import org.vxlab.ui.Texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// The first page: try it, open something, or begin; before that, once, the language.
public final class Welcome extends StackPane {
    private final Texts texts;
    private final Languages languages;
    private final LabActions actions;
    private final Supplier<List<Path>> recentFiles;
    private final Function<String, Node> picture;

    @FXML private ScrollPane page;
    @FXML private VBox languagePage;
    @FXML private Button english;
    @FXML private Button chinese;
    @FXML private Button tryIt;
    @FXML private Label noRecent;
    @FXML private VBox recent;
    @FXML private VBox column;
    @FXML private FlowPane templates;

    /// @param recentFiles the newest first
    /// @param picture of a template
    public Welcome(
            Texts texts,
            Languages languages,
            LabActions actions,
            Supplier<List<Path>> recentFiles,
            Function<String, Node> picture) {
        this.texts = texts;
        this.languages = languages;
        this.actions = actions;
        this.recentFiles = recentFiles;
        this.picture = picture;
        Fxml.fill(this, texts);
    }

    @FXML
    private void initialize() {
        Templates.NAMES.forEach(name -> templates.getChildren().add(card(name)));
        // As high as the rows there really are: the page would be scrolled into nothing.
        templates.prefWrapLengthProperty().bind(column.widthProperty());
        show();
    }

    /// Brings the page up to date and the usual choice under the Enter key.
    public void show() {
        boolean asked = languages.isChosen();
        languagePage.setVisible(!asked);
        page.setVisible(asked);
        List<Path> files = recentFiles.get();
        noRecent.setVisible(files.isEmpty());
        noRecent.setManaged(files.isEmpty());
        recent.getChildren().setAll(files.stream().map(this::link).toList());
        Button proposed = texts.language().equals(Locale.ENGLISH) ? english : chinese;
        english.setDefaultButton(!asked && proposed.equals(english));
        chinese.setDefaultButton(!asked && proposed.equals(chinese));
        (asked ? tryIt : proposed).requestFocus();
    }

    private Node card(String name) {
        Label title = new Label();
        title.textProperty().bind(texts.bound("ui.template." + name));
        title.getStyleClass().add("summary");
        title.setWrapText(true);
        Label about = new Label();
        about.textProperty().bind(texts.bound("ui.template." + name + ".about"));
        about.getStyleClass().add("why");
        about.setWrapText(true);
        VBox content = new VBox(picture.apply(name), title, about);
        content.getStyleClass().add("template-content");
        Button card = new Button();
        card.setGraphic(content);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.getStyleClass().add("template");
        card.accessibleTextProperty().bind(title.textProperty());
        card.accessibleHelpProperty().bind(about.textProperty());
        card.setOnAction(_ -> actions.template(name));
        return card;
    }

    private Node link(Path file) {
        Hyperlink link = new Hyperlink(file.getFileName().toString());
        link.setTooltip(new Tooltip(file.toString()));
        link.setOnAction(_ -> actions.open(file));
        return link;
    }

    @FXML
    private void tryBuiltIn() {
        actions.tryBuiltIn();
    }

    @FXML
    private void newLab() {
        actions.newLab();
    }

    @FXML
    private void openFile() {
        actions.openFile();
    }

    @FXML
    private void importLab() {
        actions.importLab();
    }

    @FXML
    private void speakEnglish() {
        speak(Locale.ENGLISH);
    }

    @FXML
    private void speakChinese() {
        speak(Locale.SIMPLIFIED_CHINESE);
    }

    private void speak(Locale language) {
        languages.choose(language);
        show();
    }
}
