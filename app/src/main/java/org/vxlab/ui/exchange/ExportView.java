package org.vxlab.ui.exchange;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;

import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.topology.Message;
import org.vxlab.ui.Fxml;
import org.vxlab.ui.LeavingByTab;
import org.vxlab.ui.ShownAs;
import org.vxlab.ui.Texts;

import java.util.List;
import java.util.stream.Collectors;

/// What an export would write, file by file, in a format that is chosen here. UI thread only.
final class ExportView extends BorderPane {
    private final ExportSource source;
    private final Texts texts;

    @FXML private ListView<ExportFormat> formats;
    @FXML private Label about;
    @FXML private ComboBox<ExportedFile> files;
    @FXML private TextArea text;
    @FXML private Label leftOutTitle;
    @FXML private Label leftOut;

    ExportView(ExportSource source, Texts texts) {
        this.source = source;
        this.texts = texts;
        Fxml.fill(this, texts);
    }

    @FXML
    private void initialize() {
        LeavingByTab.from(text);
        formats.setCellFactory(_ -> new FormatCell());
        formats.getItems().setAll(ExportFormat.values());
        files.setConverter(new ShownAs<>(ExportedFile::path));
        files.valueProperty()
                .addListener((_, _, file) -> text.setText(file == null ? "" : file.text()));
        formats.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, format) -> show(format.of(source), format));
        formats.getSelectionModel().selectFirst();
    }

    private void show(Export export, ExportFormat format) {
        about.setText(texts.of("ui.export.format." + format.word()));
        files.getItems().setAll(export.files());
        files.getSelectionModel().selectFirst();
        boolean whole = export.leftOut().isEmpty();
        leftOutTitle.setVisible(!whole);
        leftOutTitle.setManaged(!whole);
        leftOut.setVisible(!whole);
        leftOut.setManaged(!whole);
        leftOut.setText(
                export.leftOut().stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(Message message) {
        return "• " + texts.of(message);
    }

    ExportFormat format() {
        return formats.getSelectionModel().getSelectedItem();
    }

    List<ExportedFile> files() {
        return List.copyOf(files.getItems());
    }

    /// The file of the moment.
    ExportedFile file() {
        return files.getValue();
    }

    void focusFormats() {
        formats.requestFocus();
    }

    private static final class FormatCell extends ListCell<ExportFormat> {
        @Override
        protected void updateItem(ExportFormat format, boolean empty) {
            super.updateItem(format, empty);
            setText(empty ? "" : format.word());
        }
    }
}
