package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.Documents;
import org.vxlab.session.LabFileSchema.Choice;
import org.vxlab.session.LabFileSchema.Coordinate;
import org.vxlab.session.LabFileSchema.Field;
import org.vxlab.session.LabFileSchema.Form;
import org.vxlab.session.LabFileSchema.Items;
import org.vxlab.session.LabFileSchema.Kind;
import org.vxlab.session.LabFileSchema.NameOrSection;
import org.vxlab.session.LabFileSchema.Names;
import org.vxlab.session.LabFileSchema.Pair;
import org.vxlab.session.LabFileSchema.Section;
import org.vxlab.session.LabFileSchema.Switch;
import org.vxlab.session.LabFileSchema.Whole;
import org.vxlab.session.LabFileSchema.WordOrWhole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Keeps the reference and the JSON schema of the lab file as they are generated, and the list of
/// fields they come from true to the reader.
class LabFileReferenceTest {
    private static final Path FOLDER = Path.of("docs");

    @Test
    void theSchemaIsWhatIsGenerated() throws IOException {
        Documents.same(
                FOLDER.resolve("lab-file.schema.json"),
                new LabFileReference(Documents.words(Locale.ENGLISH)).schema());
    }

    @Test
    void theReferenceIsWhatIsGenerated() throws IOException {
        Documents.same(
                FOLDER.resolve("lab-file.md"),
                new LabFileReference(Documents.words(Locale.ENGLISH))
                        .page("**English** · [中文](lab-file.zh-CN.md)", "lab-file.schema.json"));
        Documents.same(
                FOLDER.resolve("lab-file.zh-CN.md"),
                new LabFileReference(Documents.words(Locale.SIMPLIFIED_CHINESE))
                        .page("[English](lab-file.md) · **中文**", "lab-file.schema.json"));
    }

    @Test
    void theReaderKnowsEveryFieldAndTakesItsKind() {
        LabReading reading = LabFile.read(yaml(LabFileSchema.FILE));
        // Names that nobody has are errors of the lab, not of the file.
        assertThat(reading.problems().stream().map(problem -> problem.problem().what().key()))
                .noneMatch(key -> key.startsWith("session."));
        assertThat(reading.document()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vxlab: 1\nnonsense: 1\n",
                "vxlab: 1\nhosts: [{ nonsense: 1 }]\n",
                "vxlab: 1\nsegments: [{ members: [{ nonsense: 1 }] }]\n"
            })
    void theReaderRefusesAnyOther(String text) {
        assertThat(LabFile.read(text).problems().stream().map(p -> p.problem().what().key()))
                .contains("session.field.unknown");
    }

    /// A file, in YAML's flow form, in which every field stands.
    private static String yaml(Kind kind) {
        return switch (kind) {
            case Form form -> '"' + form.example() + '"';
            case Whole(int min, _) -> Integer.toString(min);
            case Switch() -> "true";
            case Coordinate() -> "1.5";
            case Choice(var all) -> all.getFirst();
            case WordOrWhole(var all, _, _) -> all.getFirst();
            case Items(Kind item) -> "[" + yaml(item) + "]";
            case Pair(Kind item) -> "[" + yaml(item) + ", " + yaml(item) + "]";
            case Names(Kind value, var known) ->
                    "{ a: " + yaml(value) + (known.isEmpty() ? "" : ", " + fields(known)) + " }";
            case NameOrSection(_, Section section) -> yaml(section);
            case Section(var all) -> "{ " + fields(all) + " }";
        };
    }

    private static String fields(List<Field> fields) {
        return fields.stream()
                .map(field -> field.key() + ": " + yaml(field.kind()))
                .collect(Collectors.joining(", "));
    }
}
