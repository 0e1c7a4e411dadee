package org.vxlab.ui.exchange;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.stage.FileChooser.ExtensionFilter;

import org.vxlab.picture.LiveState;
import org.vxlab.publish.Publication;
import org.vxlab.publish.Publication.Look;
import org.vxlab.publish.PublishFormat;
import org.vxlab.publish.Subject;
import org.vxlab.publish.Theme;
import org.vxlab.publish.UnpublishableException;
import org.vxlab.session.FileTrouble;
import org.vxlab.session.PictureFiles;
import org.vxlab.topology.Message;
import org.vxlab.ui.Desk;
import org.vxlab.ui.Looks;
import org.vxlab.ui.Texts;
import org.vxlab.ui.dialogs.Asking;
import org.vxlab.ui.dialogs.Asking.Answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Saves the drawing as a picture or a handout, as the window shows it: its language, its colours,
/// and while hosts are watched what they say. UI thread only; the work is done elsewhere.
public final class Publishing {
    private static final List<PublishFormat> PICTURES =
            List.of(PublishFormat.PNG, PublishFormat.SVG, PublishFormat.PDF);

    private static final Answer REPLACE = new Answer("ui.export.replace", ButtonData.OK_DONE);
    private static final Answer CANCEL = new Answer("ui.ask.cancel", ButtonData.CANCEL_CLOSE);

    private final Desk desk;
    private final Texts texts;
    private final Asking asking;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Executor elsewhere;

    public Publishing(
            Desk desk, Asking asking, InstantSource clock, ZoneId zone, Executor elsewhere) {
        this.desk = desk;
        this.texts = desk.texts();
        this.asking = asking;
        this.clock = clock;
        this.zone = zone;
        this.elsewhere = elsewhere;
    }

    /// Asks for a file and writes the picture in the form its name asks for.
    public void picture() {
        List<ExtensionFilter> filters =
                PICTURES.stream()
                        .map(
                                format ->
                                        new ExtensionFilter(
                                                texts.of("ui.picture." + format.word()),
                                                "*." + format.word()))
                        .toList();
        asking.fileToWrite(
                        texts.of("ui.file.picture"),
                        desk.lab().name() + "." + PublishFormat.PNG.word(),
                        filters)
                .ifPresent(this::picture);
    }

    private void picture(Path chosen) {
        Optional<PublishFormat> ofName =
                PICTURES.stream().filter(format -> hasEnding(chosen, format)).findFirst();
        PublishFormat format = ofName.orElse(PublishFormat.PNG);
        Path file =
                ofName.isPresent()
                        ? chosen
                        : chosen.resolveSibling(chosen.getFileName() + "." + format.word());
        publish(format, file);
    }

    private static boolean hasEnding(Path file, PublishFormat format) {
        return file.getFileName().toString().endsWith("." + format.word());
    }

    /// Asks for a folder and writes the handout into one of its own there.
    public void handout() {
        asking.folder(texts.of("ui.handout.where"))
                .map(parent -> parent.resolve(desk.lab().name() + "-handout"))
                .filter(this::mayWriteInto)
                .ifPresent(folder -> publish(PublishFormat.HANDOUT, folder));
    }

    private boolean mayWriteInto(Path folder) {
        return !Files.exists(folder)
                || asking.choose(
                                texts.of("ui.handout.exists"),
                                folder.toString(),
                                List.of(REPLACE, CANCEL))
                        .filter(REPLACE::equals)
                        .isPresent();
    }

    private void publish(PublishFormat format, Path target) {
        Optional<LiveState> live = desk.liveStateProperty().get();
        boolean watching = desk.modeProperty().get() == Desk.Mode.LIVE;
        Subject subject =
                new Subject(
                        desk.lab(),
                        live.filter(_ -> watching)
                                .map(
                                        state ->
                                                new Subject.Reading(
                                                        state, clock.instant().atZone(zone))),
                        texts.language(),
                        texts::of);
        Look look = new Look(theme(), Publication.USUAL_SCALE);
        elsewhere.execute(
                () -> {
                    try {
                        List<Message> leftOut = PictureFiles.save(subject, format, look, target);
                        desk.ui().execute(() -> written(target, leftOut));
                    } catch (UnpublishableException why) {
                        desk.ui().execute(() -> failed(texts.of(why.text())));
                    } catch (IOException why) {
                        Message reason = FileTrouble.of(target, why);
                        desk.ui().execute(() -> failed(texts.of("ui.file.why", target, reason)));
                    }
                });
    }

    private Theme theme() {
        return desk.looks().themeProperty().get() == Looks.Theme.PROJECTOR
                ? Theme.PROJECTOR
                : desk.looks().isDark() ? Theme.DARK : Theme.LIGHT;
    }

    private void written(Path target, List<Message> leftOut) {
        String told =
                Stream.concat(
                                Stream.of(texts.of("ui.export.done.where", target)),
                                leftOut.stream().map(texts::of))
                        .collect(Collectors.joining("\n"));
        asking.tell(texts.of("ui.picture.done"), told);
    }

    private void failed(String why) {
        asking.warn(texts.of("ui.export.failed"), why);
    }
}
