package org.vxlab.ui;

import org.vxlab.session.Choices;

import java.util.List;
import java.util.Locale;

/// The languages a person can choose, and the choice that is remembered. UI thread only.
public final class Languages {
    /// Both, each with its own name for itself.
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Texts texts;
    private final Choices choices;

    Languages(Texts texts, Choices choices) {
        this.texts = texts;
        this.choices = choices;
    }

    /// Whether the person ever chose one.
    public boolean isChosen() {
        return choices.language().isPresent();
    }

    public void choose(Locale language) {
        texts.speak(language);
        choices.keepLanguage(language.toString());
    }

    void chooseOther() {
        choose(
                texts.language().equals(Locale.ENGLISH)
                        ? Locale.SIMPLIFIED_CHINESE
                        : Locale.ENGLISH);
    }

    static String nameOf(Locale language) {
        return language.equals(Locale.ENGLISH) ? "English" : "中文";
    }
}
