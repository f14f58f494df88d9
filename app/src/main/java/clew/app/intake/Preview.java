package clew.app.intake;

import clew.app.intake.mapping.MappedRow;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.mapping.RowMapper;
import clew.app.intake.source.BrokenRow;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Line;
import clew.app.intake.source.Row;
import clew.app.intake.source.Rows;
import clew.app.intake.source.SourceFile;
import clew.core.standard.DeploymentKey;
import clew.core.standard.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The first rows of a file as they would become records. Opens no store and keeps nothing; the record ids are of the moment.
 *
 * @param unread columns of the file that the mapping does not read
 * @param unseen columns that the mapping reads and the file's first row has not (JSON Lines may leave blank ones out)
 */
public record Preview(List<PreviewedRow> rows, List<String> unread, List<String> unseen) {

    public Preview {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
        unseen = List.copyOf(unseen);
    }

    /**
     * One row.
     *
     * @param records what it would become; none where it is refused
     * @param refused why it would go to quarantine; empty: it would enter
     */
    public record PreviewedRow(long line, List<Derived> records, List<Violation> refused) {
        public PreviewedRow {
            records = List.copyOf(records);
            refused = List.copyOf(refused);
        }
    }

    /** @param most rows to show */
    public static Preview of(Path path, String agency, Mapping mapping, int most) throws IOException, MappingInvalid {
        SourceFile file = SourceFile.check(path, mapping.format(), Limits.ORDINARY);
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        RowMapper mapper = new RowMapper(mapping, agency, DeploymentKey.of(secret), file.name());
        List<PreviewedRow> shown = new ArrayList<>();
        try (Rows rows = file.open()) {
            ColumnCheck.refuse(mapping, file, rows.columns());
            while (shown.size() < most) {
                Line line = rows.next();
                if (line == null) break;
                shown.add(previewed(line, mapper, file.name()));
            }
            return new Preview(shown, unread(mapping, rows), unseen(mapping, rows));
        }
    }

    private static PreviewedRow previewed(Line line, RowMapper mapper, String file) {
        return switch (line) {
            case BrokenRow broken ->
                new PreviewedRow(
                        broken.line(),
                        List.of(),
                        List.of(Violation.refused(broken.expected(), broken.found(), "")
                                .at(file, broken.line())));
            case Row row -> {
                MappedRow mapped = mapper.map(row);
                List<Derived> records = mapped.records().stream()
                        .map(record -> new Derived(record.id(), record.role(), record.record(), record.findings()))
                        .toList();
                yield new PreviewedRow(row.line(), records, mapped.refused());
            }
        };
    }

    private static List<String> unread(Mapping mapping, Rows rows) {
        List<String> unread = new ArrayList<>(rows.columns().names());
        unread.removeAll(mapping.columnsNamed());
        return unread;
    }

    private static List<String> unseen(Mapping mapping, Rows rows) {
        TreeSet<String> unseen = new TreeSet<>(mapping.columnsNamed());
        rows.columns().names().forEach(unseen::remove);
        return List.copyOf(unseen);
    }
}
