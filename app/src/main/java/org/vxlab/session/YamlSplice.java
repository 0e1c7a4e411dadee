package org.vxlab.session;

import org.vxlab.session.YamlLines.Chunk;
import org.vxlab.session.YamlNode.Entry;
import org.vxlab.session.YamlNode.Mapping;
import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.session.YamlValue.Fields;
import org.vxlab.session.YamlValue.Items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes a YAML text only where a value changed, so that comments, order and style of the rest
/// stay. The result is a proposal: whoever asks reads it back and compares.
final class YamlSplice {
    private static final int STEP = 2;

    private final String text;
    private final YamlLines lines;
    private final String lineBreak;
    private final TextEdits edits;

    private YamlSplice(String text, TextEdits edits) {
        this.text = text;
        this.edits = edits;
        lines = new YamlLines(text);
        lineBreak = lineBreak(text);
    }

    /// The line break a text uses.
    static String lineBreak(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// The text with `before` turned into `after`.
    ///
    /// @param depth levels down to which single changes are looked for; deeper ones rewrite the
    ///   whole value at that level
    static Optional<String> splice(
            String text, YamlNode root, YamlValue before, YamlValue after, int depth) {
        YamlSplice splice = new YamlSplice(text, new TextEdits());
        splice.change(root, before, after, depth, 0);
        return splice.edits.apply(text, 0, text.length());
    }

    /// @param indent of what the node belongs to
    private void change(YamlNode node, YamlValue before, YamlValue after, int depth, int indent) {
        if (before.equals(after)) {
            return;
        }
        boolean changed =
                depth > 0
                        && switch (node) {
                            case Mapping mapping ->
                                    before instanceof Fields from
                                            && after instanceof Fields to
                                            && fields(mapping, from, to, depth - 1);
                            case Sequence sequence ->
                                    before instanceof Items from
                                            && after instanceof Items to
                                            && items(sequence, from, to, depth - 1);
                            case Scalar scalar -> false;
                        };
        if (!changed) {
            replace(node, after, indent);
        }
    }

    private void replace(YamlNode node, YamlValue after, int indent) {
        int start = node.span().start();
        int end = node.span().end();
        boolean nothing =
                switch (node) {
                    case Mapping mapping -> mapping.entries().isEmpty();
                    case Sequence sequence -> sequence.items().isEmpty();
                    case Scalar scalar -> scalar.isNull();
                };
        boolean block =
                switch (node) {
                    case Mapping mapping -> !mapping.flow();
                    case Sequence sequence -> !sequence.flow();
                    case Scalar scalar -> false;
                };
        if (block) {
            edits.replace(start, end, print(after, start - lines.lineStart(start)));
        } else if (nothing && indent >= 0 && !YamlPrinter.inline(after)) {
            // `hosts: []` becomes a list on lines of its own.
            int from = start;
            while (text.charAt(from - 1) == ' ') {
                from--;
            }
            String next = lineBreak + " ".repeat(indent + STEP);
            edits.replace(from, end, next + print(after, indent + STEP));
        } else {
            edits.replace(start, end, (start == end ? " " : "") + YamlPrinter.flow(after));
        }
    }

    private String print(YamlValue value, int indent) {
        return YamlPrinter.block(value, indent).replace("\n", lineBreak);
    }

    private boolean fields(Mapping node, Fields before, Fields after, int depth) {
        List<Entry> entries = node.entries();
        boolean[] kept = new boolean[entries.size()];
        for (int i = 0; i < kept.length; i++) {
            String key = entries.get(i).key().text();
            // What was written but means nothing (`fdb: []`) stays.
            kept[i] = after.fields().containsKey(key) || !before.fields().containsKey(key);
        }
        if (first(kept) < 0) {
            return false;
        }
        YamlElements elements = elements(node);
        if (!elements.remove(kept)) {
            return false;
        }
        int begin = node.span().start();
        int indent = node.flow() ? -1 : begin - lines.lineStart(begin);
        for (Entry entry : entries) {
            String key = entry.key().text();
            YamlValue to = after.fields().get(key);
            YamlValue from = before.fields().get(key);
            if (to != null && from != null) {
                change(entry.value(), from, to, depth, indent);
            } else if (to != null) {
                replace(entry.value(), to, indent);
            }
        }
        int anchor = -1;
        for (Map.Entry<String, YamlValue> field : after.fields().entrySet()) {
            int at = index(entries, field.getKey());
            if (at >= 0) {
                anchor = at;
                continue;
            }
            String written =
                    node.flow()
                            ? YamlPrinter.flowEntry(field)
                            : YamlPrinter.entry(field.getKey(), field.getValue(), indent)
                                    .replace("\n", lineBreak);
            elements.insert(anchor, first(kept), written, indent);
        }
        return true;
    }

    private boolean items(Sequence node, Items before, Items after, int depth) {
        if (node.items().size() != before.items().size() || node.items().isEmpty()) {
            return false;
        }
        int[] match = YamlMatch.match(before.items(), after.items());
        boolean[] kept = new boolean[node.items().size()];
        int[] inNewOrder = Arrays.stream(match).filter(index -> index >= 0).toArray();
        for (int index : inNewOrder) {
            kept[index] = true;
        }
        int[] slots = Arrays.stream(inNewOrder).sorted().toArray();
        YamlElements elements = elements(node);
        boolean moved = !Arrays.equals(slots, inNewOrder);
        if (slots.length == 0
                || moved && (node.flow() || !elements.allWhole())
                || !elements.remove(kept)) {
            return false;
        }
        int begin = node.span().start();
        int indent = node.flow() ? -1 : begin - lines.lineStart(begin);
        int anchor = -1;
        int done = 0;
        for (int j = 0; j < match.length; j++) {
            YamlValue to = after.items().get(j);
            if (match[j] < 0) {
                String written =
                        node.flow() ? YamlPrinter.flow(to) : "- " + print(to, indent + STEP);
                elements.insert(anchor, slots[0], written, indent);
                continue;
            }
            anchor = slots[done++];
            YamlNode item = node.items().get(match[j]);
            YamlValue from = before.items().get(match[j]);
            int inside = node.flow() ? -1 : indent + STEP;
            if (moved) {
                Chunk source = elements.chunk(match[j]);
                YamlSplice inner = new YamlSplice(text, new TextEdits());
                inner.change(item, from, to, depth, inside);
                Optional<String> lines = inner.edits.apply(text, source.start(), source.end());
                if (lines.isEmpty()) {
                    return false;
                }
                Chunk slot = elements.chunk(anchor);
                edits.replace(slot.start(), slot.end(), lines.get());
            } else {
                change(item, from, to, depth, inside);
            }
        }
        return true;
    }

    private YamlElements elements(Mapping node) {
        List<int[]> ranges = new ArrayList<>();
        for (Entry entry : node.entries()) {
            int end = Math.max(entry.key().span().end(), entry.value().span().end());
            ranges.add(new int[] {entry.key().span().start(), end});
        }
        return new YamlElements(text, lineBreak, edits, ranges, node.flow());
    }

    private YamlElements elements(Sequence node) {
        List<int[]> ranges = new ArrayList<>();
        List<Integer> dashes = node.flow() ? List.of() : lines.dashes(node);
        for (int i = 0; i < node.items().size(); i++) {
            YamlNode item = node.items().get(i);
            int start = node.flow() ? item.span().start() : dashes.get(i);
            ranges.add(new int[] {start, Math.max(start + 1, item.span().end())});
        }
        return new YamlElements(text, lineBreak, edits, ranges, node.flow());
    }

    private static int first(boolean[] kept) {
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                return i;
            }
        }
        return -1;
    }

    private static int index(List<Entry> entries, String key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().text().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
