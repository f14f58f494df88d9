package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardCommandTest {

    @Test
    void publishes_pages_templates_and_schemas_into_a_new_folder(@TempDir Path folder) {
        Path out = folder.resolve("new/standard");
        assertThat(Command.run("standard", "--out", out.toString())).isZero();
        assertThat(out.resolve("index.html")).isNotEmptyFile();
        assertThat(out.resolve("shapes/person.html")).isNotEmptyFile();
        assertThat(out.resolve("templates/person.csv-metadata.json")).isNotEmptyFile();
        assertThat(out.resolve("schemas/person.schema.json")).isNotEmptyFile();
    }

    @Test
    void publishes_mappings_that_intake_reads(@TempDir Path out) throws IOException, MappingInvalid {
        Command.run("standard", "--out", out.toString());
        for (Shape shape : Standard.shapes()) {
            Mapping mapping = Mapping.read(out.resolve("templates/" + shape.name() + ".map.yaml"));
            assertThat(mapping.records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.shape()).isEqualTo(shape));
        }
    }

    @Test
    void says_so_when_it_cannot_write(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(Command.run("standard", "--out", file.toString())).isEqualTo(4);
    }

    @Test
    void asks_for_the_folder() {
        assertThat(Command.run("standard")).isEqualTo(2);
    }
}
