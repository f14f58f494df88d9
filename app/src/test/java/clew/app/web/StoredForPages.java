package clew.app.web;

import clew.app.identity.Picture;
import clew.app.store.EngineTransactions;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of the simulated people as the store has them, for the pages that ask the store about one record. */
final class StoredForPages {

    private StoredForPages() {}

    static void put(EngineTransactions engine, int agency, int classId, int... numbers) {
        Picture.ensure(engine);
        engine.run(sql -> {
            // One database serves every context of the run.
            if (isStored(sql, new UUID(1, numbers[0]))) {
                return;
            }
            sql.sql("""
                            insert into records.mapping (mapping_hash, name, version, standard_version, body)
                            values (sha256('pages'), 'pages', 1, 1, '') on conflict do nothing""").update();
            int extract = sql.sql("""
                            insert into records.import (agency_id, system, mapping_hash, file_name, file_hash, file_bytes, extract_kind, accepted_at)
                            values (?, 'CRIMES', sha256('pages'), 'people.csv', sha256('file'), 1, 'delta', now()) returning import_no""").param(agency).query(Integer.class).single();
            for (int number : numbers) {
                UUID record = new UUID(1, number);
                sql.sql("""
                                insert into records.header (record_id, version_no, import_no, row_no, shape, class_id, content_hash, received_at)
                                values (?, ?, ?, ?, 'person', ?, gen_random_uuid(), now())""")
                        .params(record, 1000 + number, extract, number, classId)
                        .update();
                sql.sql("""
                                insert into records.source_row (import_no, row_no, line, checksum, class_id, body)
                                values (?, ?, ?, decode(repeat('00', 16), 'hex'), ?, '{}')""").params(extract, number, number + 1, classId).update();
                sql.sql("""
                                insert into picture.record (record_id, version_no, class_id, agency_id, shape, role, body, received_at)
                                values (?, ?, ?, ?, 'person', '', ?::json, now() - interval '30 years')""")
                        .params(record, 1000 + number, classId, agency, person().toJson())
                        .update();
            }
        });
    }

    private static boolean isStored(JdbcClient sql, UUID record) {
        return sql.sql("select exists (select from records.header where record_id = ?)")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    private static StandardRecord person() {
        var shape = Standard.shape("person");
        StandardRecord.Builder builder = StandardRecord.of(shape);
        builder.read(shape.field("given_name"), "Amelia");
        builder.read(shape.field("family_name"), "Hartley");
        builder.read(shape.field("date_of_birth"), "2010-03-27");
        return builder.build();
    }
}
