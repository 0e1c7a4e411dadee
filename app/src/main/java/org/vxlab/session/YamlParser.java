package org.vxlab.session;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.vxlab.session.YamlNode.Entry;
import org.vxlab.session.YamlNode.Mapping;
import org.vxlab.session.YamlNode.Scalar;
import org.vxlab.session.YamlNode.Sequence;
import org.vxlab.session.YamlNode.Span;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Reads the part of YAML a lab file uses: one document of mappings, lists and scalars, without
/// anchors, aliases and tags.
final class YamlParser {
    /// A lab file is about eight levels deep.
    private static final int MAX_DEPTH = 32;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setParseComments(false)
                    .setUseMarks(true)
                    .setCodePointLimit(LabFile.MAX_BYTES)
                    .build();

    /// What a text turned out to be.
    sealed interface Parsed {
        /// A document.
        record Document(YamlNode root) implements Parsed {}

        /// Nothing but blanks and comments.
        record Nothing() implements Parsed {}

        /// Not such a text; the first thing that is wrong.
        record Broken(FileProblem problem) implements Parsed {}
    }

    /// Ends the reading at the first thing a lab file may not hold.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient FileProblem problem;

        Refused(FileProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }

    private final String text;
    private final int offset;
    private final int[] indexOfCodePoint;
    private final Iterator<Event> events;

    private YamlParser(String text) {
        this.text = text;
        offset = text.startsWith("\uFEFF") ? 1 : 0;
        String body = text.substring(offset);
        indexOfCodePoint =
                body.codePointCount(0, body.length()) == body.length() ? new int[0] : indexes(body);
        events = new Parse(SETTINGS).parseString(body).iterator();
    }

    static Parsed parse(String text) {
        YamlParser parser = new YamlParser(text);
        try {
            return parser.document();
        } catch (Refused e) {
            return new Parsed.Broken(e.problem);
        } catch (MarkedYamlEngineException e) {
            return new Parsed.Broken(YamlSyntax.problem(e, text));
        } catch (ReaderException e) {
            return new Parsed.Broken(YamlSyntax.problem(e, text));
        } catch (YamlEngineException e) {
            return new Parsed.Broken(YamlSyntax.unplaced(e));
        }
    }

    private Parsed document() throws Refused {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        throw refused(event, "documents");
                    }
                    DocumentStartEvent start = (DocumentStartEvent) event;
                    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                        throw refused(event, "directive");
                    }
                }
                case Alias, Scalar, MappingStart, SequenceStart -> root = node(event, 0);
                case MappingEnd, SequenceEnd ->
                        throw new IllegalStateException("an end without a start");
            }
        }
        if (root == null || root instanceof Scalar scalar && scalar.isNull()) {
            return new Parsed.Nothing();
        }
        return new Parsed.Document(root);
    }

    private YamlNode node(Event event, int depth) throws Refused {
        if (depth > MAX_DEPTH) {
            throw refused(event, "depth");
        }
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refused(event, "anchor");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> throw new IllegalStateException("not the start of a node: " + event);
        };
    }

    private Scalar scalar(ScalarEvent event) throws Refused {
        if (event.getTag().isPresent()) {
            throw refused(event, "tag");
        }
        int end = end(event);
        if (event.isLiteral() || event.isFolded()) {
            // The scanner counts the line breaks after a block of text to it.
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return new Scalar(event.getValue(), event.isPlain(), span(event, end));
    }

    private Sequence sequence(SequenceStartEvent start, int depth) throws Refused {
        requireNoTag(start);
        List<YamlNode> items = new ArrayList<>();
        int end = start(start);
        while (true) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.SequenceEnd) {
                return new Sequence(
                        items, flow(start), span(start, flow(start) ? end(event) : end));
            }
            YamlNode item = node(event, depth + 1);
            items.add(item);
            end = item.span().end();
        }
    }

    private Mapping mapping(MappingStartEvent start, int depth) throws Refused {
        requireNoTag(start);
        List<Entry> entries = new ArrayList<>();
        int end = start(start);
        while (true) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.MappingEnd) {
                return new Mapping(
                        entries, flow(start), span(start, flow(start) ? end(event) : end));
            }
            if (!(node(event, depth + 1) instanceof Scalar key)) {
                throw refused(event, "key");
            }
            YamlNode value = node(events.next(), depth + 1);
            entries.add(new Entry(key, value));
            end = Math.max(key.span().end(), value.span().end());
        }
    }

    private void requireNoTag(CollectionStartEvent event) throws Refused {
        if (event.getTag().isPresent()) {
            throw refused(event, "tag");
        }
    }

    private static boolean flow(CollectionStartEvent event) {
        return event.getFlowStyle() == FlowStyle.FLOW;
    }

    private Refused refused(Event event, String what) {
        Mark mark = event.getStartMark().orElseThrow();
        return new Refused(
                FileProblem.error(
                        "",
                        mark.getLine() + 1,
                        mark.getColumn() + 1,
                        Message.of("session.yaml." + what),
                        Message.of("session.yaml." + what + ".cure")));
    }

    private Span span(Event event, int end) {
        Mark mark = event.getStartMark().orElseThrow();
        return new Span(start(event), end, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private int start(Event event) {
        return index(event.getStartMark().orElseThrow());
    }

    private int end(Event event) {
        return index(event.getEndMark().orElseThrow());
    }

    private int index(Mark mark) {
        int index = mark.getIndex();
        return offset + (indexOfCodePoint.length == 0 ? index : indexOfCodePoint[index]);
    }

    private static int[] indexes(String body) {
        int[] indexes = new int[body.codePointCount(0, body.length()) + 1];
        int index = 0;
        for (int i = 0; i < indexes.length - 1; i++) {
            indexes[i] = index;
            index += Character.charCount(body.codePointAt(index));
        }
        indexes[indexes.length - 1] = index;
        return indexes;
    }
}
