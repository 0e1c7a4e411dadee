package org.vxlab.iproute;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads what `-j` prints, an array of objects, one object at a time.
///
/// It uses the streaming parser alone: an FDB has tens of thousands of lines, and binding classes
/// would cost more at start than all the reading.
final class JsonRecords {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonRecords() {}

    /// Hands every object to `each`, in order. The object is used again for the next one. Empty
    /// objects, which some versions print for what they filtered out, are left out; a tool that has
    /// nothing to say may print nothing at all.
    ///
    /// @param command as it is named in the error
    static void read(String command, String json, Consumer<Fields> each) throws MalformedOutput {
        if (json.isBlank()) {
            return;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw MalformedOutput.notJson(command, json);
            }
            Fields fields = new Fields();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                fields.clear();
                readObject(parser, fields);
                if (!fields.isEmpty()) {
                    each.accept(fields);
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw MalformedOutput.notJson(command, json);
            }
        } catch (JacksonException e) {
            throw MalformedOutput.notJson(command, json);
        } catch (Fields.Unreadable e) {
            throw MalformedOutput.notUnderstood(command, e.getMessage());
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
