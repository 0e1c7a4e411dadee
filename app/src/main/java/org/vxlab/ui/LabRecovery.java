package org.vxlab.ui;

import javafx.scene.control.ButtonBar.ButtonData;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vxlab.session.OpenLabSideFile;
import org.vxlab.session.OpenLabSideFile.Recovery;
import org.vxlab.topology.Lab;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/// Offers what an earlier run could not save. UI thread only.
final class LabRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(LabRecovery.class);
    private static final Answer RECOVER = new Answer("ui.ask.recover", ButtonData.YES);
    private static final Answer FORGET = new Answer("ui.ask.forget", ButtonData.NO);

    private final Desk desk;
    private final OpenLabSideFile sideFile;
    private final Asking asking;
    private final ZoneId zone;

    LabRecovery(Desk desk, OpenLabSideFile sideFile, Asking asking, ZoneId zone) {
        this.desk = desk;
        this.sideFile = sideFile;
        this.asking = asking;
        this.zone = zone;
    }

    /// Offers unsaved changes of the file that is on the desk.
    void offer(Path path) throws IOException {
        Optional<Recovery> found = sideFile.find(path);
        if (found.isPresent()) {
            Optional<Answer> answer = ask(found.get(), path.getFileName().toString());
            if (answer.equals(Optional.of(RECOVER))) {
                recover(found.get());
            } else if (answer.equals(Optional.of(FORGET))) {
                discard(found.get());
            }
        }
    }

    /// Offers labs that have no file, one after the other until one is taken.
    ///
    /// @param newLab puts a new lab on the desk, to be filled with the one taken
    void offerUntitled(Runnable newLab) {
        List<Recovery> all;
        try {
            all = sideFile.findUntitled();
        } catch (IOException e) {
            LOG.warn("the folder of unsaved labs cannot be read", e);
            return;
        }
        for (Recovery found : all) {
            Optional<Answer> answer = ask(found, found.reading().lab().map(Lab::name).orElse(""));
            boolean taken = answer.equals(Optional.of(RECOVER));
            if (taken) {
                newLab.run();
                recover(found);
            }
            if (answer.isPresent()) {
                // The new lab has a side file of its own.
                discard(found);
            }
            if (taken) {
                return;
            }
        }
    }

    private Optional<Answer> ask(Recovery found, String name) {
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(desk.texts().language())
                        .withZone(zone)
                        .format(found.at());
        return asking.choose(
                desk.texts().of("ui.ask.recovery", name),
                desk.texts().of("ui.ask.recovery.why", when),
                List.of(RECOVER, FORGET));
    }

    private void recover(Recovery found) {
        found.reading().lab().ifPresent(lab -> desk.openLab().recover(lab));
    }

    private static void discard(Recovery found) {
        try {
            found.discard();
        } catch (IOException e) {
            LOG.warn("a side file cannot be removed", e);
        }
    }
}
