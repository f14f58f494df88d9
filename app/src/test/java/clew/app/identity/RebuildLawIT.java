package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RebuildLawIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests reversed = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests corrected = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void a_rebuild_from_records_and_register_gives_the_same_picture_in_any_order_of_import() {
        Townsfolk town = new Townsfolk(250, 3);
        Extracted extracted = new Extracted(database);
        for (String agency : Townsfolk.AGENCIES) {
            extracted.imported(folder, agency, town.of(agency));
            extracted.joined();
        }
        String joined = dump(database);
        database.engine().run(sql -> sql.sql("drop schema picture cascade").update());

        extracted.joined();

        assertThat(dump(database)).isEqualTo(joined);

        Extracted other = new Extracted(reversed);
        for (String agency : Townsfolk.AGENCIES.reversed()) {
            other.imported(folder, agency, town.of(agency));
        }
        other.joined();
        assertThat(other.persons().equals(extracted.persons())).isTrue();
    }

    @Test
    void a_correction_that_parts_two_records_keeps_the_id_with_one_and_a_rebuild_agrees() {
        Extracted extracted = new Extracted(corrected);
        String ann = "%s,Annabel,Threlkeld,03/04/2009,F,%s,LS1 4AP,12,07700 900123,,,,\n";
        extracted.imported(folder, "clinic", ann.formatted("T1", "9990000018"));
        extracted.imported(folder, "hostel", ann.formatted("T1", "9990000018"));
        extracted.joined();
        UUID both = person(extracted.record("clinic", "T1"));
        assertThat(person(extracted.record("hostel", "T1"))).isEqualTo(both);

        extracted.imported(folder, "hostel", "T1,Zebedee,Ullswater,09/11/1971,M,,,,,,,,\n");
        extracted.joined();

        assertThat(Set.of(person(extracted.record("clinic", "T1")), person(extracted.record("hostel", "T1"))))
                .hasSize(2)
                .contains(both);
        String joined = dump(corrected);
        corrected.engine().run(sql -> sql.sql("drop schema picture cascade").update());
        extracted.joined();
        assertThat(dump(corrected)).isEqualTo(joined);
    }

    @Test
    void the_checksum_is_that_of_the_dump() {
        new Extracted(reversed).joined();
        assertThat(Picture.dump(reversed.engine(), OutputStream.nullOutputStream()))
                .matches("[0-9a-f]{64}");
        assertThat(dump(reversed)).contains("\nmembership\n").contains("\nbuilt\n");
    }

    private static String dump(DatabaseForTests database) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Picture.dump(database.engine(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static UUID person(UUID record) {
        return corrected
                .engine()
                .in(sql -> sql.sql("select person_id from picture.membership where record_id = ?")
                        .param(record)
                        .query(UUID.class)
                        .single());
    }
}
