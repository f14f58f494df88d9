package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.LinkInput;
import clew.core.linkage.files.LinkOutput;
import clew.core.linkage.files.SourceFile;
import clew.core.measure.Partition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Batch linking of published data with truth, with default settings. The full sets are read where the shared data folder stands beside the project. */
class B1LinkTest {

    @Test
    void febrl_excerpt_is_linked_without_settings() throws IOException {
        LinkInput input =
                read("febrl.map.yaml", new SourceFile("febrl3", "febrl3", () -> resource("febrl3_excerpt.csv")));
        assertThat(f1(input, Linkage.link(input.table(), LinkSettings.defaults(), phase -> {})))
                .isGreaterThan(0.99);
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws IOException {
        LinkInput input =
                read("febrl.map.yaml", new SourceFile("febrl3", "febrl3", () -> resource("febrl3_excerpt.csv")));
        assertThat(bytes(input, 1)).isEqualTo(bytes(input, 4));
    }

    @Test
    void persons_made_anew_at_the_threshold_of_the_run_are_those_of_the_run() throws IOException {
        LinkInput input =
                read("febrl.map.yaml", new SourceFile("febrl3", "febrl3", () -> resource("febrl3_excerpt.csv")));
        LinkResult result = Linkage.link(input.table(), LinkSettings.defaults(), phase -> {});
        int[] persons = IntStream.range(0, result.rows()).map(result::personOf).toArray();
        long threshold = ScoredPairs.weightOf(result.model().threshold());
        assertThat(Partition.of(result.personsAt(threshold))).isEqualTo(Partition.of(persons));
        assertThat(Partition.of(result.personsAt(60_000_000)).parts()).isGreaterThan(result.persons());
    }

    @Test
    void historical_records_are_linked_better_than_the_best_open_peer_did() throws IOException {
        LinkInput input = read("historical.map.yaml", shared("historical_50k.csv"));
        LinkResult result = Linkage.link(input.table(), LinkSettings.defaults(), phase -> {});
        assertThat(f1(input, result)).isGreaterThan(0.93);
        assertThat(result.model().warnings()).isEmpty();
    }

    @Test
    void febrl3_is_linked() throws IOException {
        LinkInput input = read("febrl.map.yaml", shared("febrl3.csv"));
        assertThat(f1(input, Linkage.link(input.table(), LinkSettings.defaults(), phase -> {})))
                .isGreaterThan(0.993);
    }

    @Test
    void febrl4_is_linked_across_two_files() throws IOException {
        LinkInput input = read("febrl.map.yaml", shared("febrl4a.csv"), shared("febrl4b.csv"));
        LinkSettings settings = LinkSettings.defaults().withMode(LinkSettings.Mode.LINK_ONLY);
        assertThat(f1(input, Linkage.link(input.table(), settings, phase -> {})))
                .isGreaterThan(0.998);
    }

    private static byte[] bytes(LinkInput input, int threads) throws IOException {
        LinkResult result = Linkage.link(input.table(), LinkSettings.defaults().withThreads(threads), phase -> {});
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        LinkOutput.writePersons(input.table(), result, stream);
        LinkOutput.writePairs(input.table(), result, stream);
        clew.core.linkage.files.ModelFile.write(result.model(), stream);
        return stream.toByteArray();
    }

    private static LinkInput read(String map, SourceFile... files) throws IOException {
        try (InputStream stream = resource(map)) {
            return LinkInput.read(List.of(files), ColumnMap.read(stream, map), "cluster");
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(B1LinkTest.class.getResourceAsStream(name), name);
    }

    private static SourceFile shared(String name) {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/linkage").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(name));
        assumeTrue(Files.exists(file), "the shared data folder is not beside the project: " + name + " was not linked");
        return SourceFile.of(file, () -> Files.newInputStream(file));
    }

    /** F1 over the pairs within persons. */
    private static double f1(LinkInput input, LinkResult result) {
        int[] truth = Objects.requireNonNull(input.truth());
        Map<Integer, Long> wanted = new HashMap<>();
        Map<Integer, Long> found = new HashMap<>();
        Map<List<Integer>, Long> right = new HashMap<>();
        for (int row = 0; row < truth.length; row++) {
            wanted.merge(truth[row], 1L, Long::sum);
            found.merge(result.personOf(row), 1L, Long::sum);
            right.merge(List.of(truth[row], result.personOf(row)), 1L, Long::sum);
        }
        return 2.0 * pairs(right) / (pairs(wanted) + pairs(found));
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }
}
