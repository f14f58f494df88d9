package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ethnicity, nationality, religion, language, disability and sex change no byte of what surfaces; equality monitoring alone reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C6PermutedIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Senders senders;
    private Finding finding;

    @BeforeAll
    void a_group_and_a_crowd(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("g", LocalDate.of(2025, 2, 1))
                .sent();
        senders.joined();
        finding = new Finding(DATABASE.app(), DATABASE.engine());
        finding.follow();
    }

    @Test
    void permuted_they_leave_every_byte_of_every_line() {
        String before = dump();
        DATABASE.owner().sql("""
                update picture.record r
                   set body = ('{"shape":"person",' || ltrim((b.body::jsonb - 'shape' || jsonb_build_object('self_defined_ethnicity', other.e, 'sex', other.s))::text, '{'))::json
                  from picture.record b
                  join (select record_id, body ->> 'self_defined_ethnicity' as e, body ->> 'sex' as s,
                               row_number() over (order by md5(record_id::text)) as n from picture.record where shape = 'person') other on true
                  join (select record_id, row_number() over (order by record_id) as n from picture.record where shape = 'person') own
                    on own.n = other.n
                 where r.record_id = own.record_id and b.record_id = r.record_id""").update();
        DATABASE.engine()
                .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                        .update());
        assertThat(finding.follow()).isTrue();
        assertThat(dump()).isEqualTo(before).contains("episodes");
    }

    @Test
    void equality_monitoring_counts_each_record_that_is_held_and_tells_no_small_number() {
        Enquiries enquiries =
                new Enquiries(DATABASE.app(), finding, Terms.SHIPPED, new KeyedHash(new byte[32]), Clock.systemUTC());
        var rows = new Equality(DATABASE.app(), enquiries).of(senders.rightsOf("school"));
        assertThat(rows.stream()
                        .filter(row -> row.field().equals("sex"))
                        .mapToLong(row -> row.adults().whole())
                        .sum())
                .isEqualTo(124);
        assertThat(rows.stream()
                        .filter(row -> row.field().equals("sex"))
                        .mapToLong(row -> row.adults().part())
                        .sum())
                .isEqualTo(2);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.adults().low()).isLessThanOrEqualTo(row.adults().high());
            assertThat(row.adults().isSmall())
                    .isEqualTo(row.adults().part() > 0 || row.adults().whole() <= Equality.SMALL);
        });
        assertThat(Equality.Share.of(10, 100).low()).isBetween(0.055, 0.0553);
        assertThat(Equality.Share.of(10, 100).high()).isBetween(0.174, 0.1745);
    }

    private static String dump() {
        List<String> lines = DATABASE.engine()
                .in(sql -> sql.sql(
                                "select l.anchor || l.evidence_key::text || l.body::text from pattern.line l order by l.tier_no, l.line_no")
                        .query(String.class)
                        .list());
        return String.join("\n", lines);
    }
}
