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
import java.util.function.Consumer;

/**
 * The records of a whole extract, read without a store: what an import would make of it.
 *
 * @param rows of the file
 * @param quarantined rows that could not enter
 */
public record MappedFile(long rows, long quarantined) {

    /**
     * Reads an extract.
     *
     * @param agency slug of the agency that sent it
     * @param records takes each record; one that several rows tell comes several times
     * @param refused takes what was wrong with a row that cannot enter
     * @throws clew.app.intake.source.UnreadableInput when the file cannot be read as a whole
     * @throws MappingInvalid when the mapping does not fit the file
     */
    public static MappedFile read(
            Path path,
            String agency,
            Mapping mapping,
            DeploymentKey key,
            Consumer<Derived> records,
            Consumer<Violation> refused)
            throws IOException, MappingInvalid {
        SourceFile file = SourceFile.check(path, mapping.format(), Limits.ORDINARY);
        RowMapper mapper = new RowMapper(mapping, agency, key, file.name());
        long count = 0;
        long quarantined = 0;
        try (Rows rows = file.open()) {
            ColumnCheck.refuse(mapping, file, rows.columns());
            for (Line line = rows.next(); line != null; line = rows.next()) {
                count++;
                quarantined += isRefused(line, mapper, file.name(), records, refused) ? 1 : 0;
            }
        }
        return new MappedFile(count, quarantined);
    }

    private static boolean isRefused(
            Line line, RowMapper mapper, String file, Consumer<Derived> records, Consumer<Violation> refused) {
        return switch (line) {
            case BrokenRow broken -> {
                refused.accept(
                        Violation.refused(broken.expected(), broken.found(), "").at(file, broken.line()));
                yield true;
            }
            case Row row -> {
                MappedRow mapped = mapper.map(row);
                mapped.refused().forEach(refused);
                mapped.records()
                        .forEach(record -> records.accept(
                                new Derived(record.id(), record.role(), record.record(), record.findings())));
                yield !mapped.refused().isEmpty();
            }
        };
    }
}
