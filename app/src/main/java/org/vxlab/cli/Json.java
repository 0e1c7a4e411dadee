package org.vxlab.cli;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259); an empty [Optional] is
/// `null`, anything else its text.
final class Json {
    private Json() {}

    /// An object with its fields in the order given: name, value, name, value.
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /// The value on one line.
    static String line(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case Map<?, ?> object -> {
                generator.writeStartObject();
                object.forEach(
                        (name, field) -> {
                            generator.writeName(name.toString());
                            write(generator, field);
                        });
                generator.writeEndObject();
            }
            case List<?> items -> {
                generator.writeStartArray();
                items.forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Optional<?> maybe -> {
                if (maybe.isPresent()) {
                    write(generator, maybe.get());
                } else {
                    generator.writeNull();
                }
            }
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }
}
