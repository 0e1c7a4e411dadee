package org.vxlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

class JsonDocumentTest {
    static Stream<Path> labs() throws IOException {
        return ExportedLabs.files();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void isAsItsSchemaSays(Path lab) throws IOException {
        Export export = ExportedLabs.export(ExportFormat.JSON, ExportedLabs.read(lab));
        assertThat(schema(export).validate(lab(export), InputFormat.JSON)).isEmpty();
    }

    @Test
    void hasASchemaThatRefusesWhatItDoesNotDescribe() throws IOException {
        Export export = ExportedLabs.export(ExportFormat.JSON, ExportedLabs.hard());
        Schema schema = schema(export);
        assertThat(
                        schema.validate(
                                lab(export).replace("\"vni\" : 30", "\"vni\" : -1"),
                                InputFormat.JSON))
                .isNotEmpty();
        assertThat(
                        schema.validate(
                                lab(export).replace("\"gateway\"", "\"exit\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema(Export export) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ExportedLabs.file(export, "lab.schema.json"), InputFormat.JSON);
    }

    private static String lab(Export export) {
        return ExportedLabs.file(export, "lab.json");
    }
}
