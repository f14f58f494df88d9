package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What arrives is read alone and re-scores what it touches, in every tier, and gives the bytes of a run over everything; anything else is found from everything, and says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C3ArrivalIT {
    private static final long SEED = 20_250_611;
    private static final int ARRIVALS = 18;

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private final List<String> agencies = List.of("school", "force", "refuge");
    private final List<Outings> outings = new ArrayList<>();
    private Senders senders;
    private Finding living;

    @BeforeAll
    void three_agencies_with_a_crowd_and_a_group(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("force", Kind.POLICE);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        outings.add(Outings.of(senders, "school", Kind.EDUCATION));
        outings.add(Outings.of(senders, "force", Kind.POLICE));
        outings.add(Outings.of(senders, "refuge", Kind.CHARITY));
        outings.get(0)
                .crowd("s", 40)
                .group("g", LocalDate.of(2025, 2, 1))
                .recurring("q", "s")
                .sent();
        outings.get(1).crowd("f", 10).sent();
        outings.get(2).crowd("r", 5).sent();
        senders.joined();
        living = new Finding(DATABASE.app(), DATABASE.engine());
        living.follow();
    }

    @Test
    void whatever_arrives_gives_the_bytes_of_a_run_over_everything() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> tiers = new ArrayList<>();
        List<String> before = dump();
        int changes = 0;
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            arrives(random, arrival);
            senders.linked();
            assertThat(living.follow()).as("arrival %d", arrival).isTrue();
            List<String> found = dump();
            tiers.addAll(living.lastRun());
            fromEverything();
            assertThat(found)
                    .as("seed %d, arrival %d: %s", SEED, arrival, living.lastRun())
                    .isEqualTo(dump());
            changes += found.equals(before) ? 0 : 1;
            before = found;
        }
        assertThat(tiers).hasSize(3 * ARRIVALS).allMatch(tier -> tier.contains("touched by "));
        assertThat(changes).isGreaterThan(3);

        classChanges();
        assertThat(living.follow()).isTrue();
        assertThat(living.lastRun()).allMatch(tier -> tier.contains("because a record changed its class"));
        List<String> found = dump();
        fromEverything();
        assertThat(found).isEqualTo(dump());
        senders.joined();
        living.follow();
        assertThat(living.lastRun()).allMatch(tier -> tier.contains("begins a new epoch"));
    }

    @Test
    void a_tier_larger_than_may_be_kept_is_found_from_everything_and_says_so() {
        Finding small = new Finding(DATABASE.app(), DATABASE.engine(), 10);
        old();
        small.follow();
        outings.get(0)
                .event("small", LocalDate.of(2025, 3, 3), "s street 1", "Seen", "g1", "sB2")
                .sent();
        senders.linked();
        assertThat(small.follow()).isTrue();
        assertThat(small.lastRun()).hasSize(3).allMatch(tier -> tier.contains("because it is not kept in memory"));
    }

    /** One event of one agency, with people it knows, people of the group, and people it has not heard of before whom another knows. */
    private void arrives(SplittableRandom random, int arrival) {
        int from = random.nextInt(3);
        String mark = List.of("s", "f", "r").get(from);
        int crowd = List.of(40, 10, 5).get(from);
        List<String> there = new ArrayList<>(List.of(mark + "A" + random.nextInt(crowd)));
        there.add(mark + "B" + random.nextInt(crowd));
        if (arrival % 3 != 2) {
            there.add(member(from, 1 + random.nextInt(2)));
            there.add(member(from, 3 + random.nextInt(2)));
        }
        outings.get(from)
                .event(
                        "late" + arrival,
                        LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300)),
                        random.nextInt(2) == 0 ? "g hotel" : "lane " + arrival,
                        "Seen",
                        there.toArray(String[]::new))
                .sent();
    }

    /** The same four people under the agency's own numbers. */
    private String member(int from, int who) {
        if (from == 0) {
            return "g" + who;
        }
        String id = agencies.get(from) + who;
        List<String> names = List.of("Warreng Holtg", "Curtisg Vanceg", "Keeleyg Sparrowg", "Jodieg Larchg");
        List<LocalDate> born = List.of(
                LocalDate.of(1980, 3, 4), LocalDate.of(1985, 7, 9), LocalDate.of(2010, 5, 6), LocalDate.of(2011, 8, 2));
        String[] name = names.get(who - 1).split(" ");
        outings.get(from).person(id, name[0], name[1], Outings.born("g", born.get(who - 1)), "W1", "M");
        return id;
    }

    private void classChanges() {
        DATABASE.engine()
                .run(sql -> sql.sql("select access.set_apart(?, null, null, 'a test')::text")
                        .param(outings.get(0).eventId("gE4"))
                        .query(String.class)
                        .list());
    }

    private static void old() {
        DATABASE.engine()
                .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                        .update());
    }

    private static void fromEverything() {
        old();
        assertThat(new Finding(DATABASE.app(), DATABASE.engine()).follow()).isTrue();
    }

    private static List<String> dump() {
        return dump(DATABASE);
    }

    /** Everything that is kept of what was found. */
    static List<String> dump(DatabaseForTests database) {
        return database.engine().in(sql -> sql.sql("""
                                select t.name || t.classes::text || t.epoch || l.about || l.anchor || l.evidence_key || l.first_day || l.last_day || l.known_day
                                       || l.received_at || l.conduct::text || l.agencies::text || l.body::text
                                       || (select string_agg(r.record_id || coalesce(r.subject::text, ''), ',' order by r.record_id) from pattern.rests_on r where r.line_no = l.line_no)
                                       || (select string_agg(e.record_id::text, ',' order by e.record_id) from pattern.evidence e where e.line_no = l.line_no)
                                  from pattern.tier t join pattern.line l using (tier_no) order by t.name, l.about, l.anchor, l.evidence_key""").query(String.class).list());
    }
}
