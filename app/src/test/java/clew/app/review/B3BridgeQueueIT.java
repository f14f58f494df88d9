package clew.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Viewers;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** What was joined by little, or is very much, waits for a person with its reason, after what would bring agencies together, and to who may see all of it only (row B3). */
class B3BridgeQueueIT {
    private static final DatabaseForTests DATABASE = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static Queue queue;
    private static Decisions decisions;
    private static Senders senders;
    private static Rights steward;
    private static Rights worker;

    /** Of each family the school knows a child by name and birth, the other agency by an initial, a number and a birth that is a slip away. */
    @BeforeAll
    @SuppressWarnings("deprecation")
    static void four_children_hang_together_by_one_weak_link_and_one_has_very_many_records() {
        senders = new Senders(DATABASE, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("care", Kind.SOCIAL_CARE);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        List<String> school = new ArrayList<>();
        List<String> care = new ArrayList<>();
        bridge(school, care, "Featherstone,28/05/2011,11/05/2011,Zebedee,9990700230,LS28 8QS,30");
        bridge(school, care, "Quarrington,21/02/2008,14/02/2008,Katherine,9990700214,LS42 6QL,32");
        bridge(school, care, "Belmarsh,26/11/2007,19/11/2007,Dorothea,9990700222,LS51 4QD,33");
        List<String> refuge = new ArrayList<>();
        bridge(school, refuge, "Mottram,23/08/2009,17/08/2009,Priscilla,9990700206,LS35 7QB,31");
        IntStream.range(0, 22)
                .forEach(copy ->
                        school.add("Wrenfield%d,Octavia,Wrenfield,30/07/2010,,LS44 3AA,9,,,,,".formatted(copy)));
        senders.send("school", school.toArray(String[]::new));
        senders.send("care", care.toArray(String[]::new));
        senders.send("refuge", refuge.toArray(String[]::new));
        senders.built();
        steward = user("care", "steward", NoOpPasswordEncoder.getInstance());
        worker = user("refuge", "worker", NoOpPasswordEncoder.getInstance());
        queue = new Queue(DATABASE.app(), Clock.systemUTC());
        decisions = new Decisions(DATABASE.app(), Clock.systemUTC());
    }

    private static void bridge(List<String> one, List<String> other, String made) {
        String[] of = made.split(",");
        for (int copy = 0; copy < 2; copy++) {
            one.add("%s%d,%s,%s,%s,,%s,%s,,,,,".formatted(of[0], copy, of[3], of[0], of[1], of[5], of[6]));
            other.add("%s%d,%s,%s,%s,%s,%s,%s,,,,,"
                    .formatted(of[0], copy, of[3].substring(0, 1), of[0], of[2], of[4], of[5], of[6]));
        }
    }

    private static Rights user(
            String agency, String name, org.springframework.security.crypto.password.PasswordEncoder encoder) {
        UUID user = senders.agencies.user(
                senders.agencies.find(agency).orElseThrow(), name, "User " + name, encoder, "x", Role.DATA_STEWARD);
        return new Viewers(DATABASE.app(), Clock.systemUTC())
                .find(user, null, Instant.now())
                .orElseThrow()
                .rights();
    }

    @AfterAll
    static void closed() {
        DATABASE.close();
    }

    @Test
    void a_weak_link_waits_by_its_two_records_for_who_may_see_both_sides_and_for_nobody_else() {
        Waiting waiting = only(steward, Why.BRIDGE, "Belmarsh");
        List<UUID> two = List.of(waiting.left(), waiting.right());
        assertThat(two).containsAnyOf(record("school", "Belmarsh0"), record("school", "Belmarsh1"));
        assertThat(two).containsAnyOf(record("care", "Belmarsh0"), record("care", "Belmarsh1"));
        assertThat(waiting.words()).isEqualTo("One person by one weak link: perhaps two");
        assertThat(waiting.use()).as("two would part").isEqualTo(new Waiting.Use(0, 2));
        assertThat(waiting.one().records()).isEqualTo(4);
        assertThat(cases(steward, Why.BRIDGE, "Mottram"))
                .as("whose other half is hidden")
                .isEmpty();
        assertThat(cases(worker, Why.BRIDGE, "Mottram")).hasSize(1);
    }

    @Test
    void somebody_of_very_many_records_waits_last_and_rests_once_a_person_has_said_that_all_are_one() {
        List<Waiting> all = queue.first(steward, null).cases();
        assertThat(all.get(all.size() - 1).why()).isEqualTo(Why.LARGE);
        Waiting waiting = only(steward, Why.LARGE, "Wrenfield");
        assertThat(waiting.one().records()).isEqualTo(22);
        said(decisions.same(steward, waiting.left(), waiting.right(), "one girl, excluded and back many times"));
        assertThat(cases(steward, Why.LARGE, "Wrenfield")).isEmpty();
    }

    @Test
    void not_the_same_on_a_weak_link_takes_the_two_groups_apart() {
        Waiting waiting = only(steward, Why.BRIDGE, "Featherstone");
        said(decisions.notSame(steward, waiting.left(), waiting.right(), "cousins at one address"));
        assertThat(persons("Featherstone")).containsExactlyInAnyOrder("school school", "care care");
        assertThat(cases(steward, Why.BRIDGE, "Featherstone")).isEmpty();
    }

    @Test
    void the_same_on_a_weak_link_makes_it_strong() {
        Waiting waiting = only(steward, Why.BRIDGE, "Quarrington");
        said(decisions.same(steward, waiting.left(), waiting.right(), "the birth was typed wrongly"));
        assertThat(persons("Quarrington")).containsExactly("care care school school");
        assertThat(cases(steward, Why.BRIDGE, "Quarrington")).isEmpty();
        assertThat(DATABASE.owner()
                        .sql("select count(*) from picture.attention where kind = 'bridge' and records @> array[?]")
                        .param(waiting.left())
                        .query(Integer.class)
                        .single())
                .as("in the Picture")
                .isZero();
    }

    private static void said(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        senders.linked();
    }

    private static UUID record(String agency, String id) {
        return senders.person(agency, id);
    }

    private static List<Waiting> cases(Rights rights, Why why, String family) {
        return queue.first(rights, why).cases().stream()
                .filter(waiting -> waiting.one().name().contains(family))
                .toList();
    }

    private static Waiting only(Rights rights, Why why, String family) {
        List<Waiting> cases = cases(rights, why, family);
        assertThat(cases).as("%s of %s", why, family).hasSize(1);
        return cases.get(0);
    }

    /** The agencies of the records of each person of a family. */
    private static List<String> persons(String family) {
        return DATABASE.owner().sql("""
                        select string_agg(a.slug, ' ' order by a.slug) from picture.record r
                          join picture.membership m using (record_id) join access.agency a on a.agency_id = r.agency_id
                         where r.body ->> 'family_name' = ? group by m.person_id""").param(family).query(String.class).list();
    }
}
