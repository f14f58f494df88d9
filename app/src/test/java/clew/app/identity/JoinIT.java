package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.StoreFailure;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JoinIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests permuted = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static final Townsfolk town = new Townsfolk(400, 11);
    private static Extracted extracted;
    private static PictureBuild.Built built;

    @BeforeAll
    static void join() {
        extracted = new Extracted(database);
        Townsfolk.AGENCIES.forEach(agency -> extracted.imported(folder, agency, town.of(agency)));
        built = extracted.joined();
    }

    @Test
    void every_record_in_force_is_in_the_picture_once() {
        long headers = database.engine()
                .in(sql -> sql.sql("select count(*) from records.header")
                        .query(Long.class)
                        .single());

        assertThat(built.missing()).isZero();
        assertThat(built.records()).isEqualTo(headers);
        assertThat(count("picture.record")).isEqualTo(headers);
        assertThat(count("picture.membership")).isEqualTo(headers);
    }

    @Test
    void what_was_imported_before_a_build_waits_for_no_other() {
        LinkingLeader leader = new LinkingLeader(
                database.engine(), Intake.recordKey(database.store().secrets()), Clock.systemUTC(), 1);
        assertThat(leader.isIdle()).isTrue();
    }

    @Test
    void persons_span_agencies_and_few_are_wrong() {
        Set<Set<UUID>> persons = extracted.persons();
        long right = persons.stream().filter(extracted::isOneTruePerson).count();

        assertThat((double) right / persons.size()).isGreaterThan(0.97);
        assertThat(persons.stream().filter(person -> person.size() == 3).count())
                .isGreaterThan(60);
        assertThat(persons).hasSizeLessThan(450);
    }

    @Test
    void ethnicity_nationality_language_and_disability_never_enter_linking() {
        Extracted other = new Extracted(permuted);
        for (String agency : Townsfolk.AGENCIES) {
            other.imported(folder, agency, town.of(agency, rows -> withProtectedShuffled(rows, agency.hashCode())));
        }
        other.joined();

        assertThat(other.persons()).isEqualTo(extracted.persons());
        assertThat(links(permuted)).isEqualTo(links(database));
    }

    @Test
    void a_build_that_dies_leaves_the_old_picture_and_the_next_one_starts_clean() {
        String before = Picture.dump(database.engine(), OutputStream.nullOutputStream());
        for (String phase : List.of("derive", "link", "persons", "index")) {
            assertThatThrownBy(() -> build().run(done -> {
                        if (done.name().equals(phase)) {
                            throw new IllegalStateException("killed after " + phase);
                        }
                    }))
                    .hasMessageContaining("killed");
            assertThat(Picture.dump(database.engine(), OutputStream.nullOutputStream()))
                    .isEqualTo(before);
        }
        extracted.joined();
        assertThat(Picture.dump(database.engine(), OutputStream.nullOutputStream()))
                .isEqualTo(before);
    }

    @Test
    void a_second_build_at_the_same_time_is_refused() throws SQLException {
        List<String> refused = new ArrayList<>();
        build().run(phase -> {
            if (phase.name().equals("derive")) {
                assertThatThrownBy(() -> build().run(other -> {}))
                        .isInstanceOf(StoreFailure.class)
                        .satisfies(failure -> refused.add(failure.getMessage()));
            }
        });
        assertThat(refused).containsExactly("expected no other build of the Picture under way, found one: wait for it");
    }

    @Test
    void records_of_one_address_and_phone_share_a_token() {
        assertThat(tokensHeldBySeveral("place:%")).isPositive();
        assertThat(tokensHeldBySeveral("phone%")).isPositive();
    }

    private static PictureBuild build() {
        return new PictureBuild(
                database.engine(), Intake.recordKey(database.store().secrets()), Clock.systemUTC(), 2);
    }

    private static List<String[]> withProtectedShuffled(List<String[]> rows, long seed) {
        List<String[]> shuffled =
                new ArrayList<>(rows.stream().map(String[]::clone).toList());
        for (int column = 9; column <= 12; column++) {
            List<String> values = new ArrayList<>();
            for (String[] row : shuffled) {
                values.add(row[column]);
            }
            Collections.shuffle(values, new Random(seed + column));
            for (int row = 0; row < values.size(); row++) {
                shuffled.get(row)[column] = values.get(row);
            }
        }
        return shuffled;
    }

    private static List<String> links(DatabaseForTests where) {
        return where.engine()
                .in(sql -> sql.sql(
                                "select left_record || ' ' || right_record || ' ' || weight from picture.link order by 1")
                        .query(String.class)
                        .list());
    }

    private static long tokensHeldBySeveral(String like) {
        return database.engine()
                .in(sql -> sql.sql("""
                        select count(*) from (select token from picture.token where token like ?
                                               group by token having count(*) > 1) several""").param(like).query(Long.class).single());
    }

    private static long count(String table) {
        return database.engine()
                .in(sql -> sql.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
