package org.vxlab.export;

import org.vxlab.plan.Blueprint;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What every export is made from: a lab without errors, what it makes of each host, and the
/// language its comments are written in.
///
/// @param words turns a message into a sentence of the chosen language
/// @param texts gives a text that comes with the program by its name
public record ExportSource(
        ResolvedLab lab,
        List<Blueprint> hosts,
        Function<Message, String> words,
        UnaryOperator<String> texts) {
    public ExportSource {
        hosts = List.copyOf(hosts);
    }

    public static ExportSource of(
            ResolvedLab lab, Function<Message, String> words, UnaryOperator<String> texts) {
        return new ExportSource(lab, Blueprint.of(lab), words, texts);
    }

    /// The same for another lab.
    public ExportSource with(ResolvedLab other) {
        return of(other, words, texts);
    }

    /// The sentence of a message in the language of the export.
    public String text(String key, Object... arguments) {
        return words.apply(Message.of(key, arguments));
    }

    /// A text that comes with the program, with its places filled.
    ///
    /// @param parts what stands in the places for generated parts, whole lines
    String script(String name, Map<String, String> parts) {
        return new ScriptTemplate(texts.apply(name)).filled(words, parts);
    }
}
