package clew.core.network.files;

import clew.core.network.BlockList;
import clew.core.network.Evidence;
import clew.core.standard.Violation;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block list as a table: CSV with the header {@code id,reason,review_date}; the id as {@code communities.csv} has it, the day as {@code 2026-11-28}. An entry counts
 * until the day before its review date.
 *
 * @param entries in the order of the rows; of several of one id the last holds
 * @param refused what was wrong with rows that were left out
 */
public record BlockTable(List<Entry> entries, List<Violation> refused) {
    private static final List<String> HEADER = List.of("id", "reason", "review_date");

    public BlockTable {
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }

    /**
     * One row.
     *
     * @param review the day on which it ends
     * @param line of the file
     */
    public record Entry(String id, String reason, LocalDate review, int line) {
        /** Whether it counts on a day. */
        public boolean isInForce(LocalDate day) {
            return day.isBefore(review);
        }
    }

    /**
     * Reads a table.
     *
     * @param shownAs in messages
     * @throws UnreadableTable when it is no CSV with that header
     */
    public static BlockTable read(Reader text, String shownAs) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Violation> refused = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().containsAll(HEADER)) {
                    throw new UnreadableTable(
                            "the header " + String.join(",", HEADER), String.join(",", row.getHeader()), shownAs);
                }
                take(row, shownAs, entries, refused);
            }
        } catch (CsvParseException e) {
            throw new UnreadableTable("CSV", String.valueOf(e.getMessage()), shownAs);
        } catch (UncheckedIOException e) {
            throw new UnreadableTable("text in UTF-8", "other bytes", shownAs);
        }
        return new BlockTable(List.copyOf(entries.values()), refused);
    }

    private static void take(NamedCsvRecord row, String shownAs, Map<String, Entry> entries, List<Violation> refused) {
        String id = row.getField("id").strip();
        String reason = row.getField("reason").strip();
        String review = row.getField("review_date").strip();
        int line = (int) row.getStartingLineNumber();
        if (id.isEmpty()) {
            refused.add(Violation.refused("an id", "nothing", "id").at(shownAs, line));
        } else if (reason.isEmpty()) {
            refused.add(Violation.refused("why it makes no tie", "nothing", "reason")
                    .at(shownAs, line));
        } else {
            try {
                Entry entry = new Entry(id, reason, LocalDate.parse(review), line);
                entries.remove(id);
                entries.put(id, entry);
            } catch (DateTimeParseException e) {
                refused.add(Violation.refused(
                                "a day such as 2026-11-28", review.isEmpty() ? "nothing" : review, "review_date")
                        .at(shownAs, line));
            }
        }
    }

    /** Those that count on a day. */
    public static BlockList inForce(List<Entry> entries, LocalDate day) {
        Map<String, String> why = new LinkedHashMap<>();
        entries.stream().filter(entry -> entry.isInForce(day)).forEach(entry -> why.put(entry.id(), entry.reason()));
        return BlockList.of(why);
    }

    /** What is wrong with entries that name nothing of the evidence, or somebody. */
    public List<Violation> unknown(Evidence evidence, String shownAs) {
        List<Violation> unknown = new ArrayList<>();
        for (Entry entry : entries) {
            int subject = evidence.subject(entry.id());
            if (subject < 0 || evidence.kind(subject).isSomebody()) {
                unknown.add(Violation.refused(
                                "the id of a vehicle, phone, account, organisation or place of the input",
                                subject < 0 ? entry.id() : "somebody's, " + entry.id(),
                                "id")
                        .at(shownAs, entry.line()));
            }
        }
        return unknown;
    }
}
