package clew.core.linkage.files;

import clew.core.linkage.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Reads sources in pieces of whole records: pieces are parsed side by side, then columns are encoded side by side, in the order of the file, while the next
 * pieces are fetched.
 */
final class PieceReading {
    private static final int PIECES = 4;
    /** Room is made for a few records more than expected, and for so many times those read at most: the first of a file may be far shorter than the rest. */
    private static final double SPARE = 1.03;

    private static final int MOST_TIMES = 16;
    private final List<SourceFile> sources;
    private final List<Layout> layouts;
    private final GrowingTable table;
    private final int threads;
    private final int usualPiece;

    PieceReading(List<SourceFile> sources, List<Layout> layouts, GrowingTable table, int threads) {
        this(sources, layouts, table, threads, Piece.USUAL);
    }

    /** With pieces of another size, in bytes. */
    PieceReading(List<SourceFile> sources, List<Layout> layouts, GrowingTable table, int threads, int usualPiece) {
        this.usualPiece = usualPiece;
        this.sources = sources;
        this.layouts = layouts;
        this.table = table;
        this.threads = threads;
    }

    /** All sources, or nothing when anything in them is not as it must be. */
    Optional<LinkInput> read(boolean withTruth) {
        try (Workers workers = new Workers(threads)) {
            for (int i = 0; i < sources.size(); i++) {
                try (InputStream stream = SourceText.bytes(sources.get(i))) {
                    int before = table.ids.size();
                    boolean whole = new Source(layouts.get(i), stream).read(workers);
                    if (!whole || table.ids.size() == before) {
                        return Optional.empty();
                    }
                } catch (IOException e) {
                    return Optional.empty();
                }
                table.endSource(i);
            }
        }
        LinkInput input = table.input(withTruth);
        return input.table().hasUniqueIds() ? Optional.of(input) : Optional.empty();
    }

    /** One source while it is read. */
    private final class Source {
        private final Layout layout;
        private final int[] places;
        private final Piece.Rest rest;
        /** The pieces that are read, and those that are filled in the meantime. */
        private List<Piece> reading = Stream.generate(Piece::new).limit(PIECES).toList();

        private List<Piece> filling = Stream.generate(Piece::new).limit(PIECES).toList();
        private final List<Cells> cells;
        /** Records of the sources before this one. */
        private final int before = table.ids.size();
        /** Records in all that there is room for, since it was last looked at. */
        private int expected;
        /** Bytes of the pieces so far. */
        private long taken;

        private int filled;
        private boolean failed;

        Source(Layout layout, InputStream stream) {
            this.layout = layout;
            places = layout.placesOf(table.columns());
            rest = new Piece.Rest(stream, usualPiece);
            cells = Stream.generate(() -> new Cells(layout, places))
                    .limit(PIECES)
                    .toList();
        }

        boolean read(Workers workers) throws IOException {
            int skipped = 1;
            fill();
            long total = rest.total();
            while (filled > 0 && !failed) {
                List<Piece> full = filling;
                filling = reading;
                reading = full;
                List<Callable<Boolean>> parsing = new ArrayList<>();
                for (int i = 0; i < filled; i++) {
                    Piece piece = reading.get(i);
                    Cells some = cells.get(i);
                    int left = i == 0 ? skipped : 0;
                    parsing.add(() -> some.read(piece, left));
                }
                if (workers.run(parsing).contains(false)) {
                    return false;
                }
                skipped = 0;
                taken += reading.subList(0, filled).stream()
                        .mapToLong(Piece::end)
                        .sum();
                List<Cells> parsed = cells.subList(0, filled);
                boolean isFirst = expected == 0;
                expect(parsed.stream().mapToInt(Cells::rows).sum(), total);
                workers.run(encoding(parsed));
                if (isFirst && expected > 0) {
                    table.expect(expected); // now their first texts are known
                }
            }
            return !failed;
        }

        /** Makes room for as many records as a source of this size is likely to have after those read so far and some more; again when these are more. */
        private void expect(int more, long total) {
            int read = table.ids.size() - before + more;
            if (before + read > expected && read > 0 && total > 2 * taken) {
                double times = Math.min(MOST_TIMES, (double) total / taken * SPARE);
                expected = (int) Math.min(1 << 30, before + read * times);
                table.expect(expected);
            }
        }

        private boolean fill() {
            filled = 0;
            try {
                while (filled < PIECES && filling.get(filled).fill(rest)) {
                    filled++;
                }
            } catch (IOException e) {
                failed = true;
            }
            return filled > 0;
        }

        private List<Callable<Boolean>> encoding(List<Cells> parsed) {
            List<Cells> some = List.copyOf(parsed);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            tasks.add(this::fill);
            if (layout.truth() >= 0) {
                tasks.add(() -> {
                    some.forEach(piece -> piece.add(layout.truth(), table.truth));
                    return true;
                });
            }
            for (int i = places.length - 1; i >= 0; i--) {
                int column = i;
                if (places[i] >= 0) {
                    tasks.add(() -> {
                        some.forEach(piece -> piece.add(places[column], table.values.get(column)));
                        return true;
                    });
                }
            }
            tasks.add(() -> {
                some.forEach(piece -> piece.addIds(table.ids));
                return true;
            });
            return tasks;
        }
    }
}
