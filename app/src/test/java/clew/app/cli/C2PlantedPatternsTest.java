package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was planted to come back is found, each of its kinds, and nothing else is. */
class C2PlantedPatternsTest {
    private static final Map<String, String> FOUND_AS =
            Map.of("place", "place", "vehicle", "means", "pair", "reformed_group", "worker", "worker_or_carer");

    @TempDir
    Path folder;

    /** Seed 1 is the demonstration's; in all three each adult of the planted pair has a date of birth on record: without one they are a child. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("nightly") // regions of 20,000 people
    void what_recurs_in_a_region_is_found_and_nothing_else_is(int seed) throws IOException {
        Path region = folder.resolve("region");
        assertThat(Command.run(
                        "simulate",
                        "--people",
                        "20000",
                        "--seed",
                        String.valueOf(seed),
                        "--recurring",
                        "1",
                        "--out",
                        region.toString()))
                .isZero();
        List<String> words = new ArrayList<>(List.of("groups"));
        try (Stream<Path> agencies = Files.list(region.resolve("extracts"))) {
            agencies.map(Path::toString).sorted().forEach(words::add);
        }
        words.addAll(List.of(
                "--persons",
                region.resolve("truth/persons.csv").toString(),
                "--out",
                folder.resolve("out").toString()));
        assertThat(Command.run(words.toArray(String[]::new))).isZero();
        List<String> planted = Files.readAllLines(region.resolve("truth/recurring.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(columns -> FOUND_AS.get(columns[1]) + new TreeSet<>(List.of(columns[2].split(";"))))
                .toList();
        List<String> found = new ArrayList<>();
        JsonNode patterns = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/patterns.json")));
        patterns.path("patterns").forEach(pattern -> {
            TreeSet<String> subjects = new TreeSet<>();
            pattern.path("subjects").forEach(subject -> subjects.add(subject.asString()));
            found.add(pattern.path("kind").asString() + subjects);
        });
        assertThat(planted).hasSize(4);
        assertThat(found).containsExactlyInAnyOrderElementsOf(planted);
    }
}
