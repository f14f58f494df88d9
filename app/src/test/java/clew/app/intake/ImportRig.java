package clew.app.intake;

import clew.app.access.Agencies;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.DatabaseForTests;
import clew.app.store.Store;
import clew.core.standard.DeploymentKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An intake over a test's database, with an agency that sends. */
final class ImportRig {

    static final String AGENCY = "aldmoor-police";
    static final DeploymentKey KEY =
            DeploymentKey.of("a key for tests only".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    final Store store;
    final Intake intake;

    ImportRig(DatabaseForTests database, int chunkRows) {
        this(database.store(), AGENCY, chunkRows);
    }

    ImportRig(Store store, String agency, int chunkRows) {
        this.store = store;
        Agencies agencies = new Agencies(store.engine());
        agencies.agency(agencies.partnership("aldmoor", "Aldmoor"), agency, agency, Agencies.Kind.POLICE);
        this.intake = new Intake(store, KEY, Clock.systemUTC(), chunkRows);
    }

    ImportReport run(Path file, Mapping mapping) throws IOException {
        return run(file, mapping, AGENCY);
    }

    ImportReport run(Path file, Mapping mapping, String agency) throws IOException {
        try {
            return intake.run(new ImportRequest(file, agency, mapping, null, false), Progress.SILENT);
        } catch (MappingInvalid e) {
            throw new AssertionError(e);
        }
    }

    /** The records in force of an agency, derived, without times of receipt: shape, role and JSON, sorted. */
    List<String> inForce(String agency) {
        return store.engine()
                .in(sql -> sql
                        .sql("""
                        select m.body as mapping, i.file_name, s.line, s.body, c.record_id
                          from records.current c
                          join access.agency a on a.agency_id = c.agency_id
                          join records.import i on i.import_no = c.import_no
                          join records.mapping m on m.mapping_hash = c.mapping_hash
                          join records.source_row s on s.import_no = c.import_no and s.row_no = c.row_no
                         where not c.withdrawn and a.slug = ?""")
                        .param(agency)
                        .query((row, n) -> new Derivation(row.getString(1), agency, row.getString(2), KEY)
                                .records(row.getLong(3), row.getString(4)).stream()
                                        .filter(derived ->
                                                derived.record().toString().equals(text(row, 5)))
                                        .map(derived -> derived.role() + " "
                                                + derived.standard().toJson() + " "
                                                + derived.findings().size())
                                        .toList())
                        .list()
                        .stream()
                        .flatMap(List::stream)
                        .sorted()
                        .toList());
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String query, Object... parameters) {
        return store.engine()
                .in(sql -> sql.sql(query)
                        .params(List.of(parameters))
                        .query(Long.class)
                        .single());
    }
}
