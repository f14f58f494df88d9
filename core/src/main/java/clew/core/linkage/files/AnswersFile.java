package clew.core.linkage.files;

import clew.core.linkage.Judgement;
import clew.core.linkage.RecordTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What people answered of pairs of records, from a CSV file in UTF-8 with the columns {@code left_source,left_id,right_source,right_id,answer} in any order; others are
 * not read. An answer is {@code same}, {@code not} or {@code unsure}; an empty one has not been given yet.
 *
 * @param judgements the pairs said to be the same or not, in the order of the file
 * @param unsure how many pairs people could not tell
 * @param open how many have no answer yet
 */
public record AnswersFile(List<Judgement> judgements, int unsure, int open) {
    /** The columns, as {@link LinkOutput#writePairsToJudge} writes them. */
    static final List<String> COLUMNS = List.of("left_source", "left_id", "right_source", "right_id", "answer");

    /** Bad rows that are told one by one. */
    private static final int MOST_TOLD = 20;

    public AnswersFile {
        judgements = List.copyOf(judgements);
    }

    /** How many pairs were said to be of one person. */
    public int same() {
        return (int) judgements.stream().filter(Judgement::same).count();
    }

    /** How many pairs were said not to be. */
    public int not() {
        return judgements.size() - same();
    }

    /**
     * Reads answers about records of a table. All bad rows are found before anything is refused.
     *
     * @throws UnreadableInput with what was expected, what was found and where for each bad row, up to twenty
     */
    public static AnswersFile read(SourceFile file, RecordTable table) {
        return new Reading(file, table).read();
    }

    /** One reading of one file. */
    private static final class Reading {
        private final SourceFile file;
        private final RecordTable table;
        private final List<Judgement> judgements = new ArrayList<>();
        private final List<String> bad = new ArrayList<>();
        private int width;
        private int unsure;
        private int open;

        Reading(SourceFile file, RecordTable table) {
            this.file = file;
            this.table = table;
        }

        AnswersFile read() {
            long line = 1;
            int[] places = new int[0];
            try (CsvReader<CsvRecord> reader =
                    SourceText.csv().ofCsvRecord(SourceText.characters(SourceText.bytes(file)))) {
                for (CsvRecord row : reader) {
                    line = row.getStartingLineNumber();
                    if (places.length == 0) {
                        width = row.getFieldCount();
                        places = places(row.getFields());
                    } else {
                        add(row, places, file.shownAs() + ":" + line);
                    }
                }
            } catch (IOException | CsvParseException | UncheckedIOException e) {
                throw SourceText.unreadable(file, line, e);
            }
            refuseBad();
            if (judgements.size() + unsure + open == 0) {
                throw new UnreadableInput("answers below the header", "none", file.shownAs() + ":" + line);
            }
            return new AnswersFile(judgements, unsure, open);
        }

        private int[] places(List<String> header) {
            for (String column : COLUMNS) {
                if (header.indexOf(column) != header.lastIndexOf(column) || !header.contains(column)) {
                    throw new UnreadableInput("one column '" + column + "'", header.toString(), file.shownAs() + ":1");
                }
            }
            return COLUMNS.stream().mapToInt(header::indexOf).toArray();
        }

        private void add(CsvRecord row, int[] places, String where) {
            if (row.getFieldCount() != width) {
                bad(width + " fields, as in the header", String.valueOf(row.getFieldCount()), where);
                return;
            }
            List<String> cells = Arrays.stream(places)
                    .mapToObj(place -> row.getField(place).strip())
                    .toList();
            OptionalInt left = row(cells.get(0), cells.get(1), where, COLUMNS.get(1));
            OptionalInt right = row(cells.get(2), cells.get(3), where, COLUMNS.get(3));
            if (left.isPresent() && left.equals(right)) {
                bad("two records", "'" + cells.get(1) + "' of " + cells.get(0) + " twice", where);
            }
            boolean isPair = left.isPresent() && right.isPresent() && !left.equals(right);
            switch (cells.get(4).toLowerCase(Locale.ROOT)) {
                case "same", "not" -> {
                    if (isPair) {
                        judgements.add(new Judgement(
                                left.getAsInt(), right.getAsInt(), cells.get(4).equalsIgnoreCase("same")));
                    }
                }
                case "unsure" -> unsure++;
                case "" -> open++;
                default -> bad("same, not, unsure or nothing", "'" + cells.get(4) + "'", where + ", field answer");
            }
        }

        private OptionalInt row(String source, String id, String where, String field) {
            OptionalInt row = table.rowOf(source, id);
            if (row.isEmpty()) {
                boolean isSource = table.sources().contains(source);
                bad(
                        isSource ? "a record of " + source : "a source, one of " + table.sources(),
                        "'" + (isSource ? id : source) + "'",
                        where + ", field " + (isSource ? field : field.replace("_id", "_source")));
            }
            return row;
        }

        private void bad(String expected, String found, String where) {
            bad.add(new UnreadableInput(expected, found, where).getMessage());
        }

        private void refuseBad() {
            if (bad.isEmpty()) {
                return;
            }
            List<String> told = new ArrayList<>(bad.subList(0, Math.min(MOST_TOLD, bad.size())));
            if (bad.size() > MOST_TOLD) {
                told.add("and " + (bad.size() - MOST_TOLD) + " more, in " + file.shownAs());
            }
            throw new UnreadableInput(told);
        }
    }
}
