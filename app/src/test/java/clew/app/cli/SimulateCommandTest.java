package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.intake.mapping.MappedRow;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.RowMapper;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Line;
import clew.app.intake.source.Row;
import clew.app.intake.source.Rows;
import clew.app.intake.source.SourceFile;
import clew.core.standard.DeploymentKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./clew simulate}: what it writes can be imported as it stands. */
class SimulateCommandTest {

    @TempDir
    private static Path folder;

    private static Path region;
    private static String printed = "";

    @BeforeAll
    static void simulate() {
        region = folder.resolve("region");
        StringWriter words = new StringWriter();
        assertThat(run(words, "--people", "3000", "--seed", "5", "--out", region.toString()))
                .isZero();
        printed = words.toString();
    }

    private static int run(StringWriter words, String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(words))
                .setErr(new PrintWriter(words))
                .execute(arguments);
    }

    @Test
    void it_prints_the_seed_and_how_far_it_is() {
        assertThat(printed).contains("seed 5", "100% of people", "planted groups");
    }

    @Test
    void it_writes_extracts_maps_truth_and_a_manifest() {
        assertThat(region.resolve("manifest.json")).exists();
        assertThat(region.resolve("truth/README.md")).exists();
        assertThat(region.resolve("truth/persons.csv")).exists();
        assertThat(region.resolve("truth/group_events.csv")).exists();
    }

    @Test
    void it_does_not_write_over_a_folder_in_use() {
        StringWriter words = new StringWriter();
        assertThat(run(words, "--people", "300", "--out", region.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(words.toString()).contains("expected an empty folder");
    }

    @Test
    void every_row_of_every_extract_enters_through_its_map() throws Exception {
        Map<String, String> refused = new TreeMap<>();
        Map<String, Integer> findings = new TreeMap<>();
        int rows = 0;
        for (Path file : extracts()) {
            Path map = file.resolveSibling(file.getFileName().toString().replaceAll("\\.[a-z]+$", ".map.yaml"));
            Mapping mapping = Mapping.read(map);
            SourceFile source = SourceFile.check(file, mapping.format(), Limits.ORDINARY);
            String agency = file.getParent().getFileName().toString();
            RowMapper mapper = new RowMapper(mapping, agency, DeploymentKey.of(new byte[32]), source.name());
            try (Rows lines = source.open()) {
                for (Line line = lines.next(); line != null; line = lines.next()) {
                    MappedRow mapped = mapper.map((Row) line);
                    mapped.refused()
                            .forEach(violation ->
                                    refused.put(file.getFileName() + " " + violation.field(), violation.message()));
                    mapped.records()
                            .forEach(record -> record.findings()
                                    .forEach(finding -> findings.merge(
                                            file.getFileName() + " " + finding.field() + " " + finding.expected(),
                                            1,
                                            Integer::sum)));
                    rows++;
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(rows).isGreaterThan(2_500);
        // A date of birth defaulted to 1 January 1970 is doubted, and rightly so.
        assertThat(findings.keySet()).allMatch(finding -> finding.startsWith("nominals.csv date_of_birth"));
    }

    private static List<Path> extracts() throws IOException {
        try (Stream<Path> files = Files.walk(region.resolve("extracts"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
