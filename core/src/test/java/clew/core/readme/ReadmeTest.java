package clew.core.readme;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.LinkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README of the module shows code that is compiled and run here, so that it cannot rot. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void every_block_of_Java_is_the_source_of_an_example() throws IOException {
        assertThat(blocks()).containsExactly(source("FilesExample"), source("TableExample"));
    }

    @Test
    void the_first_block_links_a_file_in_ten_statements_or_fewer() throws IOException {
        assertThat(blocks().get(0).lines().filter(line -> line.endsWith(";")).count())
                .isLessThanOrEqualTo(10);
        Path csv = copy("febrl3_excerpt.csv");
        Path page = folder.resolve("report.html");
        FilesExample example = new FilesExample();
        example.run(csv, copy("febrl.map.yaml"), page);
        assertThat(example.persons).hasSize(758);
        assertThat(new HashSet<>(example.persons.values())).hasSizeBetween(290, 320);
        assertThat(example.said).contains("bits").contains("They were compared, by every pair");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void the_second_block_links_records_at_hand() {
        LinkResult result = TableExample.run();
        assertThat(result.rows()).isEqualTo(2);
        assertThat(result.model().threshold()).isEqualTo(0.9);
    }

    private Path copy(String resource) throws IOException {
        Path file = folder.resolve(resource);
        try (var stream = Objects.requireNonNull(LinkResult.class.getResourceAsStream(resource))) {
            Files.copy(stream, file);
        }
        return file;
    }

    private static List<String> blocks() throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    /** What stands between the two marks of an example, unindented. */
    private static String source(String example) throws IOException {
        String whole = Files.readString(Path.of("src/test/java/clew/core/readme", example + ".java"));
        return whole.split(" *// README\n")[1].stripTrailing().stripIndent() + "\n";
    }
}
