package clew.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.identity.Town;
import clew.app.ledger.Entry.Outcome;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may read which lines of the ledger. */
class I2OwnerSeesIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private final Instant since = Instant.now().minus(Duration.ofDays(1));
    private final Instant until = Instant.now().plus(Duration.ofDays(1));
    private Town town;
    private UUID record;
    private Rights owner;
    private Rights ownersLead;
    private Rights nurse;
    private Rights police;
    private Rights policeLead;

    @BeforeEach
    void three_agencies() {
        database.owner()
                .sql("truncate ledger.entry, ledger.search_terms, ledger.sensitive_purpose")
                .update();
        town = new Town(database)
                .sends(folder, "school", Town.row("S1", "Ann", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .sends(folder, "clinic", Town.row("C1", "Bea", "Coombe", "05/06/2008", "TR1 1AA", "9"))
                .sends(folder, "police", Town.row("P1", "Cy", "Dean", "01/01/2001", "LS3 1AA", "1"));
        record = town.record("school", "S1");
        owner = town.user("school", "Olive Owner", "data_steward");
        ownersLead = town.user("school", "Lena Lead", "information_governance_lead");
        nurse = town.user("clinic", "Nora Nurse", "practitioner", "school");
        police = town.user("police", "Pat Police", "practitioner", "school");
        policeLead = town.user("police", "Petra Lead", "information_governance_lead", "school");
    }

    @Test
    void the_owner_of_a_record_sees_who_looked_when_why_and_by_which_right() {
        enter(nurse, "clinic", "safeguarding_child", "read", null);
        assertThat(looks().ofRecord(owner, record, since, until))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.name()).isEqualTo("Nora Nurse");
                    assertThat(look.agency()).isEqualTo("Agency clinic");
                    assertThat(look.purpose()).isEqualTo("safeguarding_child");
                    assertThat(look.grant()).isEqualTo("role practitioner");
                    assertThat(look.action()).isEqualTo("read");
                });
    }

    @Test
    void another_agency_sees_its_own_looks_only() {
        enter(nurse, "clinic", "safeguarding_child", "read", null);
        enter(police, "police", "safeguarding_child", "read", null);
        assertThat(looks().ofRecord(police, record, since, until))
                .singleElement()
                .satisfies(look -> assertThat(look.user()).isEqualTo(police.user()));
        assertThat(looks().ofRecord(policeLead, record, since, until)).isEmpty();
    }

    @Test
    void a_look_under_an_authorised_sensitive_purpose_shows_to_the_owners_lead_only() {
        enter(police, "police", "conduct_inquiry", "read", null);
        assertThat(looks().ofRecord(owner, record, since, until))
                .as("nobody authorised it")
                .hasSize(1);
        authorise(policeLead, "police", "now() + interval '1 hour'");
        assertThat(looks().ofRecord(owner, record, since, until))
                .as("its time has not come")
                .hasSize(1);
        database.owner()
                .sql(
                        "update ledger.sensitive_purpose set starts_at = now() - interval '1 hour', authorised_at = now() - interval '1 hour'")
                .update();
        assertThat(looks().ofRecord(owner, record, since, until)).isEmpty();
        assertThat(looks().ofRecord(ownersLead, record, since, until))
                .singleElement()
                .satisfies(look -> assertThat(look.sensitive()).isTrue());
    }

    @Test
    void nobody_makes_a_purpose_sensitive_alone_and_never_backwards() {
        for (Rights one : List.of(police, policeLead)) {
            assertThatThrownBy(() -> database.app().run(one, sql -> authorise(sql, one, "police", "now()")))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> authorise(policeLead, "police", "now() - interval '1 day'"))
                .isInstanceOf(DataAccessException.class);
        authorise(policeLead, "police", "now()");
    }

    @Test
    void who_searched_reads_their_own_terms_and_nobody_else_does() {
        enter(police, "police", "safeguarding_child", "search", "Threlkeld");
        assertThat(looks().own(police, since, until))
                .singleElement()
                .satisfies(look -> assertThat(look.terms()).isEqualTo("Threlkeld"));
        assertThat(looks().own(nurse, since, until)).isEmpty();
        assertThat(looks().ofRecord(owner, record, since, until))
                .singleElement()
                .satisfies(look -> assertThat(look.terms()).isNull());
        assertThat(looks().ofAgency(policeLead, since, until))
                .singleElement()
                .satisfies(look -> assertThat(look.terms()).isNull());
    }

    @Test
    void what_an_agencys_people_did_shows_to_its_lead_only() {
        enter(police, "police", "safeguarding_child", "read", null);
        assertThat(looks().ofAgency(policeLead, since, until)).hasSize(1);
        assertThat(looks().ofAgency(police, since, until)).isEmpty();
        assertThat(looks().ofAgency(ownersLead, since, until)).isEmpty();
    }

    @Test
    void only_the_time_asked_for_is_shown() {
        enter(nurse, "clinic", "safeguarding_child", "read", null);
        assertThat(looks().ofRecord(owner, record, until, until.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void a_record_that_is_hidden_looks_like_none() {
        assertThat(looks().isVisible(owner, record)).isTrue();
        assertThat(looks().isVisible(town.user("clinic", "Ned Nurse", "practitioner"), record))
                .isFalse();
        assertThat(looks().isVisible(owner, new UUID(3, 3))).isFalse();
    }

    private void authorise(Rights by, String agency, String from) {
        authorise(database.owner(), by, agency, from);
    }

    private void authorise(JdbcClient sql, Rights by, String agency, String from) {
        sql.sql("""
                        insert into ledger.sensitive_purpose (purpose, agency_id, authorised_by, starts_at, ends_at, reason)
                        values ('conduct_inquiry', ?, ?, %s, now() + interval '30 days', 'inquiry 7')""".formatted(from)).params(town.agency(agency), by.user()).update();
    }

    private void enter(Rights who, String agency, String purpose, String action, String terms) {
        Ledger.of(database.app(), database.store().secrets())
                .enter(new Entry(
                        who.user(),
                        town.agency(agency),
                        purpose,
                        action,
                        "role practitioner",
                        Outcome.DONE,
                        List.of(record),
                        UUID.randomUUID(),
                        "",
                        terms));
    }

    private Looks looks() {
        return new Looks(
                database.app(), new SearchTerms(database.store().secrets().key("search-terms")));
    }
}
