package org.vxlab.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What a person chose for the window and wants to find again: language, theme. Not safe for use by
/// several threads.
///
/// What cannot be read counts as not chosen, and what cannot be written is forgotten with the
/// window: neither is worth stopping work for.
public final class Choices {
    private static final String FILE = "window.properties";
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";

    private final Path file;
    private final Properties values = new Properties();

    private Choices(Path file) {
        this.file = file;
    }

    /// The choices kept in a folder, which is made when the first is kept.
    public static Choices in(Path folder) {
        Choices choices = new Choices(folder.resolve(FILE));
        try (Reader in = Files.newBufferedReader(choices.file)) {
            choices.values.load(in);
        } catch (NoSuchFileException e) {
            // The first start.
            return choices;
        } catch (IOException | IllegalArgumentException e) {
            choices.values.clear();
        }
        return choices;
    }

    /// The name of the chosen language, as `zh_CN`.
    public Optional<String> language() {
        return value(LANGUAGE);
    }

    public void keepLanguage(String language) {
        keep(LANGUAGE, language);
    }

    /// The name of the chosen theme.
    public Optional<String> theme() {
        return value(THEME);
    }

    public void keepTheme(String theme) {
        keep(THEME, theme);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    private void keep(String key, String value) {
        values.setProperty(key, value);
        store();
    }

    private void store() {
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                values.store(out, null);
            }
        } catch (IOException e) {
            // Said above: the choice holds until the window closes.
            return;
        }
    }
}
