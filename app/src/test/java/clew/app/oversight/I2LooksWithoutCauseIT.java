package clew.app.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.identity.Town;
import clew.app.oversight.Finding.Outcome;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Looks without cause are laid before a person as facts; nobody reviews their own. */
class I2LooksWithoutCauseIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private Town town;
    private Rights kit;
    private Rights supervisor;
    private Rights lead;
    private Home homes;

    @BeforeEach
    void a_town() {
        town = new Town(database)
                .sends(
                        folder,
                        "police",
                        Town.row("P1", "Kit", "Marlowe", "01/02/1990", "LS1 4AP", "12")
                                + Town.row("P2", "Ann", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .joins();
        kit = town.user("police", "PC Kit Marlowe", "practitioner");
        supervisor = town.user("police", "Sue Visor", "supervisor");
        lead = town.user("police", "Ida Lead", "information_governance_lead");
        homes = new Home(database.app(), database.store().secrets());
    }

    @AfterEach
    void nothing_is_left() {
        database.owner()
                .sql(
                        "truncate ledger.entry, oversight.finding, oversight.review, oversight.home, ledger.sensitive_purpose")
                .update();
    }

    @Test
    void a_look_at_ones_own_name_is_found_once() {
        look(kit, "2026-11-19T10:00:00Z", "read", town.record("police", "P1"), "safeguarding_child");
        look(kit, "2026-11-19T11:00:00Z", "read", town.record("police", "P2"), "safeguarding_child");
        assertThat(detector().run()).isEqualTo(1);
        assertThat(detector().run()).isZero();
        assertThat(findings().open(supervisor)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("Looked at somebody who bears their own name");
            assertThat(finding.user()).isEqualTo("PC Kit Marlowe");
            assertThat(finding.subject()).isEqualTo(town.record("police", "P1"));
            assertThat(finding.fact()).doesNotContain("Marlowe");
        });
    }

    @Test
    void a_look_at_ones_own_address_is_found_however_it_was_typed_and_the_address_is_not_kept() {
        homes.said(kit, "ls2 7bb", " 3 ");
        assertThat(homes.isSaid(kit)).isTrue();
        assertThat(homes.isSaid(supervisor)).isFalse();
        look(kit, "2026-11-19T10:00:00Z", "read", town.record("police", "P2"), "safeguarding_child");
        look(supervisor, "2026-11-19T10:00:00Z", "read", town.record("police", "P2"), "safeguarding_child");
        assertThat(detector().run()).isEqualTo(1);
        assertThat(findings().open(lead))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).contains("address"));
        assertThat(database.owner()
                        .sql("select encode(place, 'escape') from oversight.home")
                        .query(String.class)
                        .single())
                .doesNotContain("LS2", "7BB");
    }

    @Test
    void several_looks_without_a_later_touch_are_found_and_a_touch_explains_them() {
        for (String at : List.of("2026-10-20T09:00:00Z", "2026-10-21T09:00:00Z", "2026-10-22T09:00:00Z")) {
            look(kit, at, "read", town.record("police", "P2"), "safeguarding_child");
            look(lead, at, "read", town.record("police", "P2"), "safeguarding_child");
        }
        look(lead, "2026-10-30T09:00:00Z", "decide", town.record("police", "P2"), "safeguarding_child");
        assertThat(detector().run()).isEqualTo(1);
        assertThat(findings().open(supervisor)).singleElement().satisfies(finding -> {
            assertThat(finding.user()).isEqualTo("PC Kit Marlowe");
            assertThat(finding.looks()).isEqualTo(3);
        });
    }

    @Test
    void very_many_looks_in_a_short_time_are_found_and_few_are_not() {
        for (int minute = 0; minute < 59; minute++) {
            look(kit, "2026-11-19T10:%02d:00Z".formatted(minute), "read", new UUID(9, minute), "safeguarding_child");
        }
        assertThat(detector().run()).isZero();
        look(kit, "2026-11-19T10:59:00Z", "read", new UUID(9, 59), "safeguarding_child");
        assertThat(detector().run()).isEqualTo(1);
        assertThat(findings().open(supervisor))
                .singleElement()
                .satisfies(finding -> assertThat(finding.looks()).isEqualTo(60));
    }

    @Test
    void looks_far_outside_where_one_works_are_found() {
        town.sends(folder, "faraway", Town.row("F1", "Bea", "Coombe", "05/06/2008", "TR1 1AA", "9"))
                .joins();
        database.owner()
                .sql("delete from access.agency_area where agency_id = ?")
                .param(town.agency("faraway"))
                .update();
        area(kit);
        for (int hour = 0; hour < 3; hour++) {
            look(
                    kit,
                    "2026-11-19T0%d:00:00Z".formatted(hour),
                    "read",
                    town.record("faraway", "F1"),
                    "safeguarding_child");
            look(
                    kit,
                    "2026-11-19T0%d:30:00Z".formatted(hour),
                    "read",
                    town.record("police", "P2"),
                    "safeguarding_child");
        }
        assertThat(detector().run()).isEqualTo(1);
        assertThat(findings().open(supervisor))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).contains("far outside"));
    }

    @Test
    void who_looked_does_not_review_it_and_others_see_nothing() {
        look(supervisor, "2026-11-19T10:00:00Z", "read", town.record("police", "P2"), "safeguarding_child");
        database.owner()
                .sql("update access.person_user set shown_name = 'Ann Threlkeld' where user_id = ?")
                .param(supervisor.user())
                .update();
        detector().run();
        UUID finding = findings().open(lead).getFirst().id();
        assertThat(findings().open(supervisor)).isEmpty();
        assertThat(findings().open(kit)).isEmpty();
        town.sends(folder, "school", Town.row("S1", "Cy", "Dean", "01/01/2010", "LS3 1AA", "1"));
        assertThat(findings().open(town.user("school", "Other Lead", "information_governance_lead", "police")))
                .isEmpty();
        assertThatThrownBy(() -> findings().review(supervisor, finding, Outcome.EXPLAINED, "was me"))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        findings().review(lead, finding, Outcome.EXPLAINED, "A namesake; she was the officer in the case");
        assertThat(findings().open(lead)).isEmpty();
        assertThat(findings().reviewed(lead)).singleElement().satisfies(reviewed -> {
            assertThat(reviewed.review()).isNotNull();
            assertThat(reviewed.review().by()).isEqualTo("Ida Lead");
            assertThat(reviewed.review().reason()).startsWith("A namesake");
        });
        assertThatThrownBy(() -> findings().review(lead, finding, Outcome.EXPLAINED, "again"))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThatThrownBy(() -> findings().review(lead, finding, Outcome.EXPLAINED, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_found_under_a_sensitive_purpose_shows_to_leads_only() {
        database.owner().sql("""
                        insert into ledger.sensitive_purpose (purpose, agency_id, authorised_by, authorised_at, starts_at, ends_at, reason)
                        values ('conduct_inquiry', ?, ?, '2026-11-01', '2026-11-01', '2026-12-01', 'case 7')""").params(town.agency("police"), lead.user()).update();
        look(kit, "2026-11-19T10:00:00Z", "read", town.record("police", "P1"), "conduct_inquiry");
        assertThat(detector().run()).isEqualTo(1);
        assertThat(findings().open(supervisor)).isEmpty();
        assertThat(findings().open(lead)).hasSize(1);
    }

    @Test
    void a_rule_that_starts_later_does_not_hold_yet() {
        database.owner().sql("""
                        insert into oversight.rule select rule, '2026-12-01', words, 1, within, source from oversight.rule
                         where rule = 'many_looks' and starts_on = '2026-01-01'""").update();
        look(kit, "2026-11-19T10:00:00Z", "read", town.record("police", "P2"), "safeguarding_child");
        assertThat(detector().run()).isZero();
        database.owner()
                .sql("delete from oversight.rule where starts_on = '2026-12-01'")
                .update();
    }

    private void area(Rights user) {
        database.owner()
                .sql("""
                        with made as (
                            insert into access.area (partnership_id, slug, name)
                            select partnership_id, 'north', 'North' from access.agency where agency_id = ? returning area_id
                        ), worked as (
                            insert into access.agency_area select ?, area_id from made
                        )
                        insert into access.user_area (user_id, area_id, from_at) select ?, area_id, '-infinity' from made""")
                .params(town.agency("police"), town.agency("police"), user.user())
                .update();
    }

    private void look(Rights who, String at, String action, UUID subject, String purpose) {
        database.owner()
                .sql("""
                        insert into ledger.entry (entry_id, at, user_id, agency_id, purpose, action, grant_used, subjects, request_id)
                        values (gen_random_uuid(), ?::timestamptz, ?, ?, ?, ?, 'role', array[?], gen_random_uuid())""")
                .params(at, who.user(), town.agency("police"), purpose, action, subject)
                .update();
    }

    private Detector detector() {
        return new Detector(database.engine(), homes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Findings findings() {
        return new Findings(database.app());
    }
}
