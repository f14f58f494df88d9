package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.PersonSearch.Sought;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a viewer may not see reveals nothing: the same questions with a hidden agency's records in the Picture, and with them taken out of it. */
class HiddenRecordIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String[] LEFT = {"police", "school"};

    private Extracted extracted;
    private int hidden;
    private Rights some;
    private Rights all;

    @BeforeEach
    void join() {
        Townsfolk town = new Townsfolk(150, 21);
        extracted = new Extracted(database);
        hidden = extracted.imported(folder, "care", town.of("care"));
        Set<Integer> visible = new HashSet<>();
        for (String agency : LEFT) {
            visible.add(extracted.imported(folder, agency, town.of(agency)));
        }
        extracted.joined();
        some = Rights.of(DatabaseForTests.READER, visible);
        visible.add(hidden);
        all = Rights.of(DatabaseForTests.READER, visible);
    }

    @Test
    void lists_counts_and_pages_are_the_same_with_and_without_the_hidden_records() {
        List<String> with = everythingSeenBy(some);
        assertThat(everythingSeenBy(all)).isNotEqualTo(with);

        takeOut();

        assertThat(everythingSeenBy(some)).isEqualTo(with);
    }

    @Test
    void two_records_joined_only_through_a_hidden_one_are_two_persons() {
        UUID[] bridge = bridged();
        PersonPages pages = new PersonPages(database.app(), TODAY);

        assertThat(records(pages, all, bridge[0])).containsExactlyInAnyOrder(bridge);
        assertThat(records(pages, some, bridge[0])).containsExactly(bridge[0]);
        assertThat(records(pages, some, bridge[2])).containsExactly(bridge[2]);
        assertThat(pages.of(some, bridge[0], null).orElseThrow().links()).isEmpty();
        assertThat(pages.of(some, bridge[1], null)).isEmpty();
    }

    @Test
    void who_may_see_all_gets_the_same_persons_worked_out_as_stored() {
        database.asReaderOf(all.classes(), sql -> {
            List<UUID> records = sql.sql("select record_id from picture.membership")
                    .query(UUID.class)
                    .list();
            assertThat(new HashSet<>(new ViewerPersons(sql, LocalDate.of(2100, 1, 1)).of(records)))
                    .isEqualTo(new HashSet<>(new ViewerPersons(sql, null).of(records)));
            return true;
        });
    }

    @Test
    void a_person_id_leads_only_to_a_record_that_shows() {
        UUID person = database.engine()
                .in(sql -> sql.sql("select person_id from picture.membership m join register.issued i using (person_id)"
                                + " where m.class_id = ? and i.first_record = m.record_id limit 1")
                        .param(hidden)
                        .query(UUID.class)
                        .single());
        PersonPages pages = new PersonPages(database.app(), TODAY);

        assertThat(pages.recordOf(all, person)).isPresent();
        assertThat(pages.recordOf(some, person)).isEqualTo(pages.recordOf(some, UUID.randomUUID()));
    }

    private List<String> everythingSeenBy(Rights rights) {
        PersonIndex search = new PersonIndex(database.app(), TODAY);
        PersonPages pages = new PersonPages(database.app(), TODAY);
        List<String> seen = new ArrayList<>();
        seen.add(new PictureHoldings(database.app(), java.time.Clock.systemUTC())
                .read(rights)
                .toString());
        for (String name : List.of("ava", "ben", "cora", "barlow", "choudry", "abbot")) {
            PersonSearch.Page page = search.find(rights, new Sought(name, null, null, "", ""), 1);
            seen.add(page.toString());
            page.people()
                    .forEach(
                            row -> seen.add(pages.of(rights, row.record(), null).toString()));
            page.people()
                    .forEach(row -> seen.add(
                            pages.of(rights, row.record(), LocalDate.now()).toString()));
        }
        return seen;
    }

    /** Takes every record of the hidden agency out of the Picture, as if it had never been there under the same model. */
    private void takeOut() {
        database.engine().run(this::takeOut);
    }

    private void takeOut(JdbcClient owner) {
        for (String table : List.of("record", "reference", "token", "finding", "quality")) {
            owner.sql("delete from picture." + table + " where class_id = " + hidden)
                    .update();
        }
        owner.sql("delete from picture.link where left_class = %d or right_class = %d".formatted(hidden, hidden))
                .update();
        owner.sql("delete from picture.component where classes = array[%d]".formatted(hidden))
                .update();
        // Of the others what shows is worked out from what is left, as before: nobody has the class -1.
        owner.sql("update picture.component set classes = array_replace(classes, %d, -1)".formatted(hidden))
                .update();
        owner.sql("delete from picture.membership where class_id = " + hidden).update();
    }

    /** Three records made one person by hand, the middle one hidden, in a component of their own. */
    private UUID[] bridged() {
        return database.engine().in(HiddenRecordIT::bridged);
    }

    private static UUID[] bridged(JdbcClient owner) {
        UUID[] bridge = new UUID[3];
        String[] agencies = {LEFT[0], "care", LEFT[1]};
        for (int i = 0; i < 3; i++) {
            bridge[i] = owner.sql("""
                    select m.record_id from picture.membership m
                      join picture.record r using (record_id) join access.agency a using (agency_id)
                     where a.slug = ? and (select count(*) from picture.membership o where o.component_id = m.component_id) = 1
                     order by 1 limit 1""").param(agencies[i]).query(UUID.class).single();
        }
        owner.sql(
                        "update picture.membership set component_id = ?, person_id = ? where record_id = any(cast(? as uuid[]))")
                .params(bridge[0], UUID.randomUUID(), StoredPersons.array(List.of(bridge)))
                .update();
        owner.sql(
                        "update picture.component set classes = (select array_agg(distinct class_id order by class_id) from picture.membership where component_id = :id) where component_id = :id")
                .param("id", bridge[0])
                .update();
        owner.sql(
                        "delete from picture.component c where not exists (select from picture.membership m where m.component_id = c.component_id)")
                .update();
        link(owner, bridge[0], bridge[1], 15_000_000, true);
        link(owner, bridge[1], bridge[2], 15_000_000, true);
        link(owner, bridge[0], bridge[2], -3_000_000, false);
        return bridge;
    }

    private static void link(JdbcClient owner, UUID one, UUID other, long weight, boolean compared) {
        owner.sql("""
                insert into picture.link
                select l.record_id, r.record_id, l.class_id, r.class_id, ?, ?, null, case when ? then json_build_array(?::bigint, 'by hand') end
                  from picture.membership l, picture.membership r
                 where l.record_id = least(?::uuid, ?::uuid) and r.record_id = greatest(?::uuid, ?::uuid)""")
                .params(weight, compared, compared, weight, one, other, one, other)
                .update();
    }

    private static List<UUID> records(PersonPages pages, Rights rights, UUID record) {
        Optional<PersonView.Person> person = pages.of(rights, record, null);
        return person.orElseThrow().records().stream()
                .map(PersonView.Source::record)
                .toList();
    }
}
