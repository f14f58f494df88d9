package clew.app.intake;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.source.BrokenRow;
import clew.app.intake.source.Format;
import clew.app.intake.source.JsonRow;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Line;
import clew.app.intake.source.Row;
import clew.app.store.EngineTransactions;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one import that wait in quarantine, as a CSV file in the sender's own columns, written as the mapping says the sender writes, with the
 * reasons beside. Mended there and imported again with the same mapping, they enter, and their entries are settled.
 */
public final class QuarantineFile {

    /** Names the entry to settle; its presence says that a file came back. */
    public static final String ENTRY = "clew_quarantine";

    static final String LINE = "clew_line";
    static final String REASON = "clew_reason";

    private static final String OURS = "clew_";
    private static final JsonMapper JSON = new JsonMapper();

    private final EngineTransactions engine;

    public QuarantineFile(EngineTransactions engine) {
        this.engine = engine;
    }

    /**
     * Writes the file, unless nothing waits.
     *
     * @return the number of rows written
     */
    public int write(int importNo, Path out) throws IOException {
        List<Entry> entries = entries(importNo);
        if (entries.isEmpty()) return 0;
        Format format = format(importNo);
        Charset charset = format.encoding() == null ? StandardCharsets.UTF_8 : format.encoding();
        SequencedSet<String> columns = columns(importNo, entries);
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(format.delimiter()).build(Files.newBufferedWriter(out, charset))) {
            List<String> header = new ArrayList<>(columns);
            header.addAll(List.of(ENTRY, LINE, REASON, BrokenRow.AS_RECEIVED));
            csv.writeRecord(header);
            for (Entry entry : entries) csv.writeRecord(entry.cells(columns));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries.size();
    }

    private List<Entry> entries(int importNo) {
        JsonRow reader = new JsonRow(Limits.ORDINARY);
        return engine.in(sql -> sql.sql("""
                        select row_no, line, body, violations::text from records.quarantine
                         where import_no = ? and settled_at is null order by row_no""")
                .param(importNo)
                .query((row, n) -> new Entry(
                        importNo + "-" + row.getLong(1),
                        row.getLong(2),
                        reader.read(row.getLong(2), row.getString(3)),
                        reasons(row.getString(4))))
                .list());
    }

    private static String reasons(String violations) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode one : JSON.readTree(violations)) {
            String field = one.path("field").asString("");
            reasons.add("expected %s, found %s%s"
                    .formatted(
                            one.path("expected").asString(""),
                            one.path("found").asString(""),
                            field.isEmpty() ? "" : ", field " + field));
        }
        return String.join("; ", reasons);
    }

    private Format format(int importNo) {
        String mapping = engine.in(sql -> sql.sql(
                        "select m.body from records.import i join records.mapping m using (mapping_hash) where i.import_no = ?")
                .param(importNo)
                .query(String.class)
                .single());
        try {
            return Mapping.parse(mapping, "mapping").format();
        } catch (MappingInvalid e) {
            throw new IllegalStateException(
                    "expected the mapping that was in force at the import, found " + e.getMessage(), e);
        }
    }

    /** The sender's columns, from a row that entered where there is one: broken rows may have no columns at all. */
    private SequencedSet<String> columns(int importNo, List<Entry> entries) {
        SequencedSet<String> columns = new LinkedHashSet<>();
        JsonRow reader = new JsonRow(Limits.ORDINARY);
        engine.in(sql -> anyRow(sql, importNo)).forEach(body -> columns.addAll(names(reader.read(0, body))));
        for (Entry entry : entries) columns.addAll(names(entry.row));
        columns.removeIf(name -> name.startsWith(OURS));
        return columns;
    }

    private static List<String> anyRow(JdbcClient sql, int importNo) {
        return sql.sql("select body from records.source_row where import_no = ? order by row_no limit 1")
                .param(importNo)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Collection<String> names(Line line) {
        return line instanceof Row row ? row.columns().names() : List.of();
    }

    private record Entry(String id, long line, Line row, String reason) {

        List<String> cells(Collection<String> columns) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) cells.add(raw(column));
            cells.addAll(List.of(id, String.valueOf(line), reason, raw(BrokenRow.AS_RECEIVED)));
            return cells;
        }

        private String raw(String column) {
            if (!(row instanceof Row known)) return column.equals(BrokenRow.AS_RECEIVED) ? row.body() : "";
            int position = known.columns().indexOf(column);
            return position < 0 ? "" : known.values()[position];
        }
    }
}
