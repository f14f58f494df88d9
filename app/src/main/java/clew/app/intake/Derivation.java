package clew.app.intake;

import clew.app.intake.mapping.MappedRow;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.mapping.RowMapper;
import clew.app.intake.source.JsonRow;
import clew.app.intake.source.Limits;
import clew.app.intake.source.Row;
import clew.core.standard.DeploymentKey;
import java.util.List;

/**
 * Derives the records of the standard from rows as received, under the mapping with which they were imported: the same row always gives the same
 * records. Not thread-safe.
 */
public final class Derivation {

    private final RowMapper mapper;
    private final JsonRow reader = new JsonRow(Limits.ORDINARY);

    /**
     * @param mapping the mapping's text, from {@code records.mapping.body}
     * @param agency slug of the agency that sent the rows
     * @param file name of the extract, for the findings
     */
    public Derivation(String mapping, String agency, String file, DeploymentKey key) {
        try {
            this.mapper = new RowMapper(Mapping.parse(mapping, "the mapping of " + file), agency, key, file);
        } catch (MappingInvalid e) {
            throw new IllegalStateException(
                    "expected the mapping that was in force at the import, found " + e.getMessage(), e);
        }
    }

    /**
     * The records of one row.
     *
     * @param line of the row in its file
     * @param body of the row, from {@code records.source_row.body}
     * @return in the order of the mapping; a record that several rows give is current in one of them only
     */
    public List<Derived> records(long line, String body) {
        if (!(reader.read(line, body) instanceof Row row))
            throw new IllegalStateException("expected a row that once entered, found another at line " + line);
        MappedRow mapped = mapper.map(row);
        return mapped.records().stream()
                .map(record -> new Derived(record.id(), record.role(), record.record(), record.findings()))
                .toList();
    }
}
