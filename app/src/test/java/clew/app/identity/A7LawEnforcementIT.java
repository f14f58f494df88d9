package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.child.PictureChronologies;
import clew.app.intake.Restriction;
import clew.app.intake.SharingRules;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Part 3 data leave law enforcement only by a named authority, and say what the law wants told apart (rows A7, F8). */
class A7LawEnforcementIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static final String INTELLIGENCE = """
            map: intelligence
            version: 1
            standard: 1
            system: INTEL
            extract: delta
            include: {regime: part_3, purpose: prevention and detection of crime against children, reason: named in intelligence}
            records:
              - shape: intelligence
                key: [REF]
                handling: {column: SEEN}
                fields:
                  text: TEXT
                  source_evaluation: {value: "1"}
                  information_assessment: {value: "A"}
                  handling: {value: "P"}
                  fact_or_opinion: {value: opinion}
                  person: {ref: person, key: [WHO], system: PEOPLE}
                  sanitised_of: {ref: intelligence, key: [OF]}
                  simulated: {value: "yes"}
            """;
    private static Senders senders;
    private static int force;
    private static int care;
    private static UUID rosa;

    @BeforeAll
    static void send() {
        senders = new Senders(database, folder);
        force = senders.agency("force", Kind.POLICE);
        senders.agency("other-force", Kind.POLICE);
        care = senders.agency("care", Kind.SOCIAL_CARE);
        senders.agency("school", Kind.EDUCATION);
        senders.sendPart3("force", Senders.others("F", 0, 60));
        senders.send("care", Senders.others("C", 20, 60));
        senders.sendPart3(
                "force", "R1,Rosa,Penrose,01/02/2010,9434765919,LS1 1AA,7,,E1,03/03/2026,Named by a witness,");
        senders.sendAs(
                "force",
                INTELLIGENCE,
                "REF,TEXT,WHO,OF,SEEN\nI1,Seen with the source,R1,,hidden\nI2,Seen in a car,R1,I1,content\n");
        senders.joined();
        rosa = senders.person("force", "R1");
    }

    @Test
    void law_enforcement_sees_them_and_others_only_while_a_named_authority_holds_for_what_it_names() {
        assertThat(shows("force")).isTrue();
        assertThat(shows("other-force")).isTrue();
        assertThat(shows("care")).isFalse();

        int authority =
                authorise(care, LocalDate.now().minusDays(1), LocalDate.now().plusDays(1), Restriction.PART_3);
        assertThat(shows("care")).isTrue();
        assertThat(shows("school")).isFalse();
        assertThat(told("care")).contains("Named by a witness").doesNotContain("Seen in a car");
        authorise(care, LocalDate.now(), LocalDate.now(), Restriction.PART_3_INTELLIGENCE);
        assertThat(told("care")).contains("Seen in a car");

        senders.rules.end(authority, LocalDate.now(), "Alex Rowan, superintendent", "the agreement ended");
        assertThat(shows("care")).isFalse();
        authorise(care, LocalDate.now().minusDays(9), LocalDate.now().minusDays(1), Restriction.PART_3);
        authorise(care, LocalDate.now().plusDays(1), LocalDate.now().plusDays(9), Restriction.PART_3);
        assertThat(shows("care")).isFalse();
    }

    @Test
    void what_is_fact_or_opinion_and_which_category_a_person_is_in_is_told() {
        assertThat(told("force"))
                .contains("Fact or opinion: opinion or assessment")
                .contains("Fact or opinion: not said by the sender")
                .contains("section 38): suspected, not convicted");
    }

    @Test
    void a_sanitised_twin_shows_alone_and_says_that_it_is_one_only_to_who_sees_the_original() {
        assertThat(told("force"))
                .contains("Seen with the source", "Seen in a car", "Sanitised version of another item");
        assertThat(told("other-force"))
                .contains("Seen in a car")
                .doesNotContain("Seen with the source")
                .doesNotContain("Sanitised");
        assertThat(references("force")).isEqualTo(1);
        assertThat(references("other-force")).isZero();
        assertThat(database.app()
                        .<Long>read(
                                senders.rightsOf("other-force"),
                                sql -> sql.sql(
                                                "select count(*) from picture.record where body::text like '%sanitised_of%'")
                                        .query(Long.class)
                                        .single()))
                .isZero();
    }

    private static long references(String agency) {
        return database.app()
                .read(
                        senders.rightsOf(agency),
                        sql -> sql.sql("select count(*) from picture.reference where field = 'sanitised_of'")
                                .query(Long.class)
                                .single());
    }

    private static boolean shows(String agency) {
        return pages().of(senders.rightsOf(agency), rosa, null).isPresent();
    }

    private static String told(String agency) {
        Rights rights = senders.rightsOf(agency);
        return PictureChronologies.over(database.app(), pages())
                .of(rights, rosa, null)
                .toString();
    }

    private static PersonPages pages() {
        return new PersonPages(database.app(), Clock.systemUTC());
    }

    private static int authorise(int to, LocalDate from, LocalDate until, Restriction what) {
        return senders.rules.authorise(new SharingRules.Authority(
                force, to, "Alex Rowan", "superintendent", "DPA 2018 section 36(4)", from, until, what));
    }
}
