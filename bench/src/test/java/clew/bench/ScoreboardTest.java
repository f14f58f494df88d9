package clew.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.bench.Line.Column;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreboardTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

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
                .hasSize(4)
                .satisfies(lines ->
                        assertThat(lines.get(2)).startsWith("| one | 1,000 |").contains(" 0.7500 "))
                .satisfies(lines -> assertThat(lines.get(3)).startsWith("| two | 20 |"));
    }

    @Test
    void two_files_are_read_as_two_sources_with_their_truth() throws IOException {
        DataSet set = toy();
        RecordTable records = set.records();
        assertThat(records.rows()).isEqualTo(4);
        assertThat(records.sources()).containsExactly("here", "there");
        assertThat(records.idOf(2)).isEqualTo("t1");
        assertThat(records.valueOf(2, 1)).isEqualTo("Bell, Jo");
        assertThat(set.truth(records).together(0, 2)).isTrue();
        assertThat(set.truth(records).together(1, 3)).isFalse();
    }

    @Test
    void a_column_that_is_not_there_is_said() throws IOException {
        Path map = write("wrong.yaml", "id: id\ncolumns:\n  nickname: given name\n");
        Path file = write("here.csv", "id,name,cluster\nh1,Jo,1\n");
        DataSet set = new CsvDataSet("toy", Mode.DEDUPE, List.of(file), map, "cluster");
        assertThatThrownBy(set::records).hasMessageContaining("nickname");
    }

    @Test
    void a_run_gives_a_line_with_every_figure() throws IOException {
        Line line = Run.of(toy(), CLOCK);
        assertThat(line.get(Column.DATE)).isEqualTo("2026-03-04");
        assertThat(line.get(Column.RECORDS)).isEqualTo("4");
        assertThat(line.get(Column.TRUE_PAIRS)).isEqualTo("1");
        for (Column column : Column.values()) {
            if (column != Column.CLUSTER_F1_LOW && column != Column.CLUSTER_F1_HIGH) {
                assertThat(line.get(column)).as(column.name()).isNotEmpty();
            }
        }
    }

    private DataSet toy() throws IOException {
        Path map = write("toy.yaml", "id: id\ncolumns:\n  name: given name\n  whole: full name\n");
        Path here = write("here.csv", "id,name,whole,cluster\nh1,Jo,Jo Bell,1\nh2,Al,Al Reed,2\n");
        Path there = write("there.csv", "cluster,whole,id,name\n1,\"Bell, Jo\",t1,Jo\n3,Ann Lee,t2,Ann\n");
        return new CsvDataSet("toy", Mode.LINK_ONLY, List.of(here, there), map, "cluster");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
