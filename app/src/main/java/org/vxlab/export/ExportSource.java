package org.vxlab.export;

import org.vxlab.plan.Blueprint;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.util.List;
import java.util.function.Function;

/// What every export is made from: a lab without errors, what it makes of each host, and the
/// language its comments are written in.
///
/// @param words turns a message into a sentence of the chosen language
public record ExportSource(
        ResolvedLab lab, List<Blueprint> hosts, Function<Message, String> words) {
    public ExportSource {
        hosts = List.copyOf(hosts);
    }

    public static ExportSource of(ResolvedLab lab, Function<Message, String> words) {
        return new ExportSource(lab, Blueprint.of(lab), words);
    }

    /// The sentence of a message in the language of the export.
    public String text(String key, Object... arguments) {
        return words.apply(Message.of(key, arguments));
    }
}
