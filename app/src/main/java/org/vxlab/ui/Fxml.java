package org.vxlab.ui;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/// Loads the fixed parts of the window and binds their texts: `%key` in an FXML file follows the
/// language.
public final class Fxml {
    /// What stands before a key until it is bound.
    static final String UNBOUND = "%%";

    private Fxml() {}

    /// Fills `root` from the FXML file named after its class, with `root` as the controller too.
    public static <T extends Parent> T fill(T root, Texts texts) {
        Class<?> type = root.getClass();
        FXMLLoader loader = loader(type.getResource(type.getSimpleName() + ".fxml"));
        loader.setRoot(root);
        loader.setController(root);
        return load(loader, texts);
    }

    /// Loads the FXML file named after the controller's class without its last word, `Controller`.
    public static <T extends Parent> T load(Object controller, Texts texts) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replaceAll("Controller$", "");
        FXMLLoader loader = loader(type.getResource(name + ".fxml"));
        loader.setController(controller);
        return load(loader, texts);
    }

    private static FXMLLoader loader(URL file) {
        return new FXMLLoader(file, new Keys());
    }

    private static <T extends Parent> T load(FXMLLoader loader, Texts texts) {
        try {
            T root = loader.load();
            new TextBinding(texts).bind(root);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + loader.getLocation(), e);
        }
    }

    /// Answers every key with itself, marked, so that [TextBinding] finds it.
    private static final class Keys extends ResourceBundle {
        @Override
        protected Object handleGetObject(String key) {
            return UNBOUND + key;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }

        @Override
        public boolean containsKey(String key) {
            return true;
        }
    }
}
