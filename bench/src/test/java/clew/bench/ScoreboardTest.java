package clew.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.bench.Line.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreboardTest {

    @TempDir
    Path folder;

    @Test
    void a_line_is_read_as_it_was_written() {
        Line line = new Line()
                .put(Column.DATA_SET, "toy")
                .share(Column.PAIR_F1, 0.98765432)
                .put(Column.RECORDS, 12);
        Line read = Line.parse(line.toString());
        assertThat(read).hasToString(line.toString());
        assertThat(read.get(Column.PAIR_F1)).isEqualTo("0.987654");
        assertThat(line.toString().split(",", -1)).hasSameSizeAs(Line.header().split(",", -1));
    }

    @Test
    void a_value_that_would_break_the_file_is_refused() {
        assertThatThrownBy(() -> new Line().put(Column.DATA_SET, "a,b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lines_are_added_and_the_table_shows_the_latest_of_each_set() throws IOException {
        Results results = new Results(folder.resolve("results/board.csv"));
        results.add(
                new Line().put(Column.DATA_SET, "one").put(Column.RECORDS, 1000).share(Column.PAIR_F1, 0.5));
        results.add(new Line().put(Column.DATA_SET, "two").put(Column.RECORDS, 20));
        results.add(
                new Line().put(Column.DATA_SET, "one").put(Column.RECORDS, 1000).share(Column.PAIR_F1, 0.75));
        assertThat(Files.readAllLines(folder.resolve("results/board.csv")))
                .hasSize(4)
                .startsWith(Line.header());
        assertThat(Files.readAllLines(folder.resolve("results/board.md")))
                .hasSizeGreaterThan(3)
                .satisfies(lines ->
                        assertThat(lines.get(2)).startsWith("| one | 1,000 |").contains(" 0.7500 "))
                .satisfies(lines -> assertThat(lines.get(3)).startsWith("| two | 20 |"));
    }

    @Test
    void lines_without_the_columns_of_today_stay_and_the_header_is_renewed() throws IOException {
        Path board = folder.resolve("board.csv");
        Files.writeString(board, "commit,date,cores,data_set\nabc,2026-01-01,2,old\n");
        new Results(board).add(new Line().put(Column.DATA_SET, "new"));
        assertThat(Files.readAllLines(board)).hasSize(3).startsWith(Line.header(), "abc,2026-01-01,2,old");
    }

    @Test
    void what_the_command_wrote_becomes_a_line_with_every_figure() {
        JsonNode score = JsonMapper.shared().readTree("""
                {"true_pairs": 7, "threshold": 0.5, "pairs": {"precision": 0.9, "recall": 0.8, "f1": 0.85},
                 "pairs_best": {"threshold": 0.4, "f1": 0.86}, "clusters": {"precision": 0.95, "recall": 0.9, "f1": 0.92},
                 "clusters_best": {"threshold": 0.6, "f1": 0.93}, "b_cubed": {"precision": 0.9, "recall": 0.9, "f1": 0.9},
                 "blocking": {"recall": 0.97}, "f1_intervals": {"pairs": null, "clusters": [0.91, 0.94], "b_cubed": [0.88, 0.92]}}
                """);
        Line line = Run.judgedOnly(score, JsonMapper.shared().readTree("{\"blocking_recall\": 0.98}"));
        assertThat(line.get(Column.TRUE_PAIRS)).isEqualTo("7");
        assertThat(line.get(Column.BEST_CLUSTER_F1)).isEqualTo("0.930000");
        assertThat(line.get(Column.CLUSTER_F1_LOW)).isEqualTo("0.910000");
        assertThat(line.get(Column.PAIR_F1_LOW)).isEmpty();
        assertThat(line.get(Column.ESTIMATED_BLOCKING_RECALL)).isEqualTo("0.980000");
    }

    @Test
    void the_last_line_that_the_command_prints_is_its_summary() {
        assertThat(LinkProcess.said("read  0.1 s\nresults in x\n{\"peak_mb\": 12}\n")
                        .path("peak_mb")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void growth_is_told_in_words_and_drawn_with_the_same_figures() {
        Growth growth = Growth.of(List.of(synth("synth100k", 100_000, 1.5, 300), synth("synth10k", 10_000, 0.5, 150)));
        assertThat(growth.inWords())
                .contains("10,000 records take 0.5 s and 150 MB")
                .contains("10.0 times the records, 3.0 times the seconds, 2.0 times the memory");
        assertThat(growth.picture())
                .contains("0.5 seconds", "1.5 seconds", "300 MB")
                .endsWith("</svg>\n");
    }

    private static Line synth(String name, long records, double seconds, long megabytes) {
        return new Line()
                .put(Column.DATA_SET, name)
                .put(Column.HOW, "command")
                .put(Column.RECORDS, records)
                .seconds(Column.TOTAL_SECONDS, seconds)
                .put(Column.PEAK_MB, megabytes);
    }

    @Test
    void the_peer_s_figures_stand_apart_and_are_said_not_to_be_side_by_side() throws IOException {
        Path board = folder.resolve("board.csv");
        Files.writeString(folder.resolve("peer.csv"), "data_set,seconds\nfebrl3,1.9\n");
        new Results(board).add(new Line().put(Column.DATA_SET, "febrl3"));
        assertThat(Files.readString(folder.resolve("board.md")))
                .contains("Not side by side")
                .contains("| febrl3 | 1.9 |");
    }
}
