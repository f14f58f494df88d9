package clew.core.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.RecordTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Reading in pieces is reading row by row. */
class PieceReadingTest {
    private static final ColumnMap MAP = ColumnMap.read(
            new ByteArrayInputStream(
                    "id: ref\ncolumns: {name: full name, town: place}\n".getBytes(StandardCharsets.UTF_8)),
            "m.yaml");
    private static final List<String> CELLS = List.of(
            "",
            "Ann",
            "\"a, b\"",
            "\"two\nlines\"",
            "\"said \"\"no\"\"\"",
            "José",
            "5\" pipe",
            "\"\"",
            "😀",
            " ",
            "\"\r\n\"");
    private static final String SCRAPS = "a,\"\n\ré";

    @Test
    void files_in_pieces_of_any_size_are_the_files_row_by_row() {
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            String file = file(random);
            for (int size : new int[] {1, 7, 64, 4096}) {
                assertThat(inPieces(file, size))
                        .as("seed %d, pieces of %d bytes", seed, size)
                        .contains(rowByRow(file));
            }
        }
    }

    @Test
    void scraps_are_read_alike_or_not_at_all() {
        for (int seed = 0; seed < 2000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            String file = scraps(random);
            Optional<List<String>> pieces = inPieces(file, 4);
            if (pieces.isPresent()) {
                assertThat(pieces.orElseThrow()).as("seed %d", seed).isEqualTo(rowByRow(file));
            }
        }
    }

    private static String file(RandomGenerator random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder file = new StringBuilder("ref,name,other,town,who").append(end);
        int rows = random.nextInt(1, 30);
        for (int row = 0; row < rows; row++) {
            file.append(random.nextInt(5) == 0 ? "\"r," + row + "\"" : "r" + row);
            for (int column = 0; column < 4; column++) {
                file.append(',').append(CELLS.get(random.nextInt(CELLS.size())));
            }
            file.append(row == rows - 1 && random.nextBoolean() ? "" : end);
        }
        return file.toString();
    }

    private static String scraps(RandomGenerator random) {
        StringBuilder file = new StringBuilder("ref,name,other,town,who\n");
        for (int row = random.nextInt(1, 6); row > 0; row--) {
            file.append(row).append(",b,c,d,");
            for (int i = random.nextInt(8); i > 0; i--) {
                file.append(SCRAPS.charAt(random.nextInt(SCRAPS.length())));
            }
            file.append('\n');
        }
        return file.toString();
    }

    private static Optional<List<String>> inPieces(String file, int size) {
        List<SourceFile> sources = List.of(source(file));
        return new PieceReading(sources, layouts(sources), table(sources), 2, size)
                .read(true)
                .map(PieceReadingTest::shown);
    }

    private static List<String> rowByRow(String file) {
        List<SourceFile> sources = List.of(source(file));
        return shown(new RowReading(sources, layouts(sources), table(sources)).read(true));
    }

    private static SourceFile source(String file) {
        return new SourceFile("s", "s.csv", () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Layout> layouts(List<SourceFile> sources) {
        return List.of(Layout.of(sources.get(0), MAP, "who"));
    }

    private static GrowingTable table(List<SourceFile> sources) {
        return new GrowingTable(Layout.merged(layouts(sources)), List.of("s"));
    }

    private static List<String> shown(LinkInput input) {
        RecordTable table = input.table();
        List<String> shown = new ArrayList<>(List.of(Arrays.toString(input.truth())));
        for (int row = 0; row < table.rows(); row++) {
            shown.add(table.idOf(row) + "|" + table.valueOf(row, 0) + "|" + table.valueOf(row, 1));
        }
        return shown;
    }
}
