package org.vxlab.iproute;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads what `-j` prints, an array of objects a command, one object at a time.
///
/// It uses the streaming parser alone: an FDB has tens of thousands of lines, and binding classes
/// would cost more at start than all the reading.
final class JsonRecords {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonRecords() {}

    /// What one command prints.
    ///
    /// @param command as it is named in the error
    /// @param each told every object, in order; the object is used again for the next one
    record Table(String command, Consumer<Fields> each) {}

    /// Reads what one command printed, see [#read(String, List)].
    static void read(String command, String json, Consumer<Fields> each) throws MalformedOutput {
        read(json, List.of(new Table(command, each)));
    }

    /// Reads what the commands of one batch printed, one array after the other. Empty objects,
    /// which some versions print for what they filtered out, are left out; a tool that has nothing
    /// to say may print nothing at all.
    static void read(String json, List<Table> tables) throws MalformedOutput {
        if (json.isBlank()) {
            return;
        }
        Table current = tables.getFirst();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (Table table : tables) {
                current = table;
                if (parser.nextToken() == null) {
                    return;
                }
                readArray(parser, table, json);
            }
            if (parser.nextToken() != null) {
                throw MalformedOutput.notJson(current.command(), json);
            }
        } catch (JacksonException e) {
            throw MalformedOutput.notJson(current.command(), json);
        } catch (Fields.Unreadable e) {
            throw MalformedOutput.notUnderstood(current.command(), e.getMessage());
        }
    }

    private static void readArray(JsonParser parser, Table table, String json)
            throws MalformedOutput {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw MalformedOutput.notJson(table.command(), json);
        }
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            fields.clear();
            readObject(parser, fields);
            if (!fields.isEmpty()) {
                table.each().accept(fields);
            }
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw MalformedOutput.notJson(table.command(), json);
        }
    }

    private static void readObject(JsonParser parser, Fields fields) {
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            Object value = readValue(parser, parser.nextToken());
            if (value != null) {
                fields.put(key, value);
            }
        }
    }

    private static Object readValue(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Fields inner = new Fields();
                readObject(parser, inner);
                yield inner;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken();
                        next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    Object value = readValue(parser, next);
                    if (value != null) {
                        list.add(value);
                    }
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? parser.getString()
                            : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getString();
            case VALUE_NULL,
                    NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT ->
                    null;
        };
    }
}
