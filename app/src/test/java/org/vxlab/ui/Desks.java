package org.vxlab.ui;

import javafx.application.Platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Desks without a window around them, for tests of its parts.
public final class Desks {
    private Desks() {}

    /// A desk with an empty lab. UI thread only.
    public static Desk empty(Locale language, Looks.Theme theme) {
        UiThread ui = new UiThread();
        return new Desk(
                new Texts(language),
                new Looks(theme, Platform.getPreferences().colorSchemeProperty()),
                ui,
                new OpenLabs(
                                folder(),
                                ui,
                                Executors.newSingleThreadScheduledExecutor(
                                        Thread.ofPlatform().daemon().factory()))
                        .of(OpenLabs.EMPTY, Optional.empty()));
    }

    private static Path folder() {
        try {
            // Kept with what else a build leaves: a lab may write there until the tests are over.
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
