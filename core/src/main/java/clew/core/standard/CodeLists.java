package clew.core.standard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All code lists that ship with the standard. {@code codes/lists.csv} names each list, its version and dates, and the file and columns
 * it is read from; several lists may share one file, and one list may have several versions with dates.
 */
public final class CodeLists {
    private static final String FOLDER = "codes/";
    private static final List<CodeList> ALL = load();

    private CodeLists() {}

    /** Every version of every list, in the order of {@code lists.csv}. */
    public static List<CodeList> all() {
        return ALL;
    }

    /**
     * The version of a list that holds now: the one without an end.
     *
     * @throws IllegalArgumentException when there is no such list
     */
    public static CodeList named(String name) {
        return ALL.stream()
                .filter(list -> list.name().equals(name) && list.to().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected the name of a code list, found " + name));
    }

    /** The version of a list that holds on a day. */
    public static Optional<CodeList> on(String name, LocalDate day) {
        return ALL.stream()
                .filter(list -> list.name().equals(name) && list.holdsOn(day))
                .findFirst();
    }

    private static List<CodeList> load() {
        Map<String, List<NamedCsvRecord>> files = new HashMap<>();
        List<CodeList> lists = new ArrayList<>();
        for (NamedCsvRecord row : rows("lists.csv")) {
            lists.add(list(row, files.computeIfAbsent(row.getField("file"), CodeLists::rows)));
        }
        return List.copyOf(lists);
    }

    private static CodeList list(NamedCsvRecord entry, List<NamedCsvRecord> rows) {
        String name = entry.getField("name");
        List<Code> codes = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            if (belongs(row, entry.getField("where"))) {
                codes.add(code(name, row, entry.getField("code"), entry.getField("label")));
            }
        }
        return new CodeList(
                name,
                entry.getField("title"),
                entry.getField("about"),
                Integer.parseInt(entry.getField("version")),
                day(entry.getField("from")),
                day(entry.getField("to")),
                entry.getField("nation"),
                entry.getField("licence"),
                Set.of(entry.getField("missing")),
                codes);
    }

    private static boolean belongs(NamedCsvRecord row, String where) {
        for (String condition : where.split("&")) {
            int equals = condition.indexOf('=');
            if (equals > 0 && !row.getField(condition.substring(0, equals)).equals(condition.substring(equals + 1))) {
                return false;
            }
        }
        return true;
    }

    private static Code code(String list, NamedCsvRecord row, String codeColumn, String labelColumn) {
        Map<String, String> details = new HashMap<>(row.getFieldsAsMap());
        details.remove(codeColumn);
        details.remove(labelColumn);
        String note = details.getOrDefault("note", "");
        String source = row.findField("source").orElseGet(() -> row.getField("evidence"));
        Confidence confidence = Confidence.read(row.getField("confidence"));
        details.remove("note");
        details.remove("source");
        details.remove("evidence");
        details.values().removeIf(String::isEmpty);
        return new Code(list, row.getField(codeColumn), row.getField(labelColumn), note, source, confidence, details);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<NamedCsvRecord> rows(String file) {
        InputStream stream = CodeLists.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("expected resource " + FOLDER + file + ", found none");
        }
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
