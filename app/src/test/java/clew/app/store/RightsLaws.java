package clew.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the two roles can and cannot do, on whatever server. */
abstract class RightsLaws {

    private static final int OWN = 1;
    private static final int OTHER = 2;

    abstract DatabaseForTests database();

    @BeforeEach
    void two_agencies_each_sent_a_record() {
        if (count(database().owner(), "access.agency") > 0) {
            return;
        }
        JdbcClient owner = database().owner();
        owner.sql("insert into access.partnership (slug, name) values ('saltby', 'Saltby')")
                .update();
        owner.sql(
                        "insert into access.agency (partnership_id, slug, name, kind) values (1, 'one', 'One', 'police'), (1, 'two', 'Two', 'health')")
                .update();
        owner.sql("insert into access.class (agency_id, handling) values (1, 'content'), (2, 'content')")
                .update();
        owner.sql(
                        "insert into access.person_user (agency_id, sign_in_name, shown_name, roles, password) values (1, 'kit', 'Kit', '{hub_decision_maker}', 'hash')")
                .update();
        database().engine().run(RightsLaws::load);
    }

    @Test
    void a_reader_sees_the_rows_of_their_classes_and_no_others() {
        assertThat(seen(OWN)).isEqualTo(1);
        assertThat(seen(OTHER)).isEqualTo(1);
        assertThat(seen(OWN, OTHER)).isEqualTo(2);
        assertThat(seen(99)).isZero();
        assertThat(seen()).isZero();
    }

    @Test
    void without_rights_no_row_shows() {
        seen(OWN, OTHER); // leaves a used connection in the pool
        for (int again = 0; again < 8; again++) {
            assertThat(database().app().<Long>append(sql -> count(sql, "records.header")))
                    .isZero();
            assertThat(outsideATransaction()).isZero();
        }
    }

    @Test
    void a_staged_import_shows_nowhere() {
        database()
                .owner()
                .sql("update records.import set accepted_at = null where import_no = 2")
                .update();
        try {
            assertThat(seen(OWN, OTHER)).isEqualTo(1);
        } finally {
            database()
                    .owner()
                    .sql("update records.import set accepted_at = now() where import_no = 2")
                    .update();
        }
    }

    @Test
    void the_engine_sees_everything() {
        assertThat(database().engine().<Long>in(sql -> count(sql, "records.header")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role clew_engine",
                "set session authorization clew_engine",
                "alter table records.header disable row level security",
                "alter policy visible on records.header using (true)",
                "create policy mine on records.header for select to clew_app using (true)",
                "drop policy visible on records.header",
                "update records.header set class_id = 1",
                "delete from records.header",
                "insert into records.import (agency_id, system) values (1, 'x')",
                "update records.source_row set body = '{}'",
                "delete from records.quarantine",
                "update decisions.decision set reason = 'other'",
                "delete from decisions.about",
                "truncate decisions.decision",
                "update ledger.entry set purpose = 'other'",
                "delete from ledger.entry",
                "truncate ledger.entry",
                "select * from ledger.entry",
                "select * from ledger.search_terms",
                "insert into ledger.entry (entry_id, at, purpose, action, grant_used, request_id)"
                        + " values (gen_random_uuid(), '2020-01-01', 'p', 'a', 'g', gen_random_uuid())",
                "insert into ledger.seal (seal_no, entry_at, entry_id, chain_hash) values (1, now(), gen_random_uuid(), '\\x00')",
                "select ledger.make_month('2040-01-01')",
                "select password from access.person_user",
                "update access.person_user set roles = '{hub_decision_maker}'",
                "insert into access.class (agency_id, handling) values (1, 'hidden')",
                "create or replace function access.visible_classes() returns int[] language sql as 'select array[1, 2]'",
                "create temporary table mine (a int)",
                "create table mine (a int)",
                "create schema mine",
                "select * from events.outbox",
                "update events.outbox set position = 1",
                "copy records.header to program 'cat'",
                "alter role clew_app bypassrls",
            })
    void clew_app_cannot(String statement) {
        assertThatThrownBy(() -> database()
                        .app()
                        .run(Rights.of(DatabaseForTests.READER, Set.of(OWN)), sql -> execute(sql, statement)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching(
                        "(?s).*(permission denied|must be owner|must be superuser|no schema has been selected).*");
    }

    @Test
    void turning_row_security_off_fails_instead_of_showing_more() {
        assertThatThrownBy(() -> database().asReaderOf(Set.of(OWN), sql -> {
                    execute(sql, "set local row_security = off");
                    return count(sql, "records.header");
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_password_shows_only_to_who_names_its_user() {
        List<String> found = database()
                .asReaderOf(
                        Set.of(),
                        sql -> sql.sql("select password from access.sign_in('KIT')")
                                .query(String.class)
                                .list());
        assertThat(found).containsExactly("hash");
    }

    @Test
    void a_decision_may_be_added_in_a_class_of_ones_own_only() {
        assertThat(decide(OWN)).isEqualTo(1);
        assertThatThrownBy(() -> decide(OTHER)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_desk_is_its_users_own() {
        UUID other = UUID.randomUUID();
        String draft =
                "insert into desk.draft (user_id, kind, body, expires_at) values (?, 'note', '{}', now() + interval '1 day')";
        database()
                .app()
                .run(
                        Rights.of(other, Set.of()),
                        sql -> sql.sql(draft).param(other).update());
        assertThat(database().<Long>asReaderOf(Set.of(OWN), sql -> count(sql, "desk.draft")))
                .isZero();
        assertThatThrownBy(() -> database()
                        .app()
                        .run(
                                Rights.of(DatabaseForTests.READER, Set.of()),
                                sql -> sql.sql(draft).param(other).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_reading_transaction_changes_nothing() {
        assertThatThrownBy(() -> database().asReaderOf(Set.of(OWN), sql -> insertDecision(sql, OWN)))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void a_transaction_inside_another_must_carry_the_same_rights() {
        Rights one = Rights.of(DatabaseForTests.READER, Set.of(OWN));
        Rights both = Rights.of(DatabaseForTests.READER, Set.of(OWN, OTHER));
        assertThat(database()
                        .app()
                        .<Long>read(
                                one, outer -> database().app().<Long>read(one, sql -> count(sql, "records.header"))))
                .isEqualTo(1);
        assertThatThrownBy(() -> database()
                        .app()
                        .<Long>read(one, outer -> database().app().<Long>read(both, sql -> 1L)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database()
                        .app()
                        .<Long>read(one, outer -> database().app().<Long>write(one, sql -> 1L)))
                .isInstanceOf(IllegalStateException.class);
    }

    private long seen(Integer... classes) {
        return database().asReaderOf(Set.of(classes), sql -> count(sql, "records.header"));
    }

    private long outsideATransaction() {
        return database()
                .app()
                .<JdbcClient>read(Rights.of(DatabaseForTests.READER, Set.of(OWN)), sql -> sql)
                .sql("select count(*) from records.header")
                .query(Long.class)
                .single();
    }

    private int decide(int classId) {
        return database()
                .app()
                .write(Rights.of(DatabaseForTests.READER, Set.of(OWN)), sql -> insertDecision(sql, classId));
    }

    private static int insertDecision(JdbcClient sql, int classId) {
        return sql.sql(
                        "insert into decisions.decision (kind, made_by, agency_id, reason, class_id) values ('x', ?, 1, 'why', ?)")
                .params(DatabaseForTests.READER, classId)
                .update();
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void execute(JdbcClient sql, String statement) {
        if (statement.startsWith("select")) {
            sql.sql(statement).query().listOfRows();
        } else {
            sql.sql(statement).update();
        }
    }

    private static void load(JdbcClient sql) {
        sql.sql(
                        "insert into records.mapping (mapping_hash, name, version, standard_version, body) values (sha256('m'), 'm', 1, 1, '')")
                .update();
        for (int agency = 1; agency <= 2; agency++) {
            sql.sql("""
                            insert into records.import (agency_id, system, mapping_hash, file_name, file_hash, file_bytes, extract_kind, accepted_at)
                            values (?, 'S', sha256('m'), 'f', sha256('f'), 1, 'full', now())""").param(agency).update();
            sql.sql("""
                            insert into records.header (record_id, version_no, import_no, row_no, shape, class_id, content_hash, received_at)
                            values (gen_random_uuid(), ?, ?, 1, 'person', ?, gen_random_uuid(), now())""").params(agency, agency, agency).update();
        }
    }
}
