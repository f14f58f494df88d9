package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules between the fields of one record. */
class RulesTest {
    private static final String ID = new UUID(1, 2).toString();
    private static final String OTHER = new UUID(3, 4).toString();

    /** A record that carries what each must, with fields and their texts. */
    private static StandardRecord record(Shape shape, String... fieldsAndTexts) {
        StandardRecord.Builder record = StandardRecord.of(shape)
                .set(Common.CONTROLLER, "Northmoor Council")
                .code(Common.REGIME, "uk_gdpr")
                .code(Common.PURPOSE, "safeguarding_children")
                .set(Common.REASON_FOR_INCLUSION, "named in a referral");
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            record.read(shape.field(fieldsAndTexts[i]), fieldsAndTexts[i + 1]).orThrow();
        }
        return record.build();
    }

    private static List<String> broken(Shape shape, String... fieldsAndTexts) {
        return record(shape, fieldsAndTexts).check().stream()
                .map(violation -> violation.severity() + " " + violation.field())
                .toList();
    }

    @Test
    void handling_c_needs_conditions() {
        assertThat(broken(PhoneShape.SHAPE, "local_id", "1", "handling", "C"))
                .containsExactly("REFUSED handling_conditions");
        assertThat(broken(PhoneShape.SHAPE, "local_id", "1", "handling", "C", "handling_conditions", "Ask first"))
                .isEmpty();
        assertThat(broken(PhoneShape.SHAPE, "local_id", "1", "handling", "P")).isEmpty();
    }

    @Test
    void nothing_is_known_before_it_happened() {
        assertThat(broken(PhoneShape.SHAPE, "local_id", "1", "occurred", "2026-03", "known_from", "2026-02-28"))
                .containsExactly("DOUBTFUL known_from");
        assertThat(broken(PhoneShape.SHAPE, "local_id", "1", "occurred", "2026-03", "known_from", "2026-03-01"))
                .isEmpty();
    }

    @Test
    void a_person_has_a_name_or_an_identifier() {
        assertThat(broken(PersonShape.SHAPE)).containsExactly("REFUSED full_name");
        assertThat(broken(PersonShape.SHAPE, "nhs_number", "9990000018")).isEmpty();
    }

    @Test
    void a_demonstration_national_insurance_number_needs_a_simulated_record() {
        assertThat(broken(PersonShape.SHAPE, "nino", "QQ123456C")).containsExactly("REFUSED nino");
        assertThat(broken(PersonShape.SHAPE, "nino", "QQ123456C", "simulated", "no"))
                .containsExactly("REFUSED nino");
        assertThat(broken(PersonShape.SHAPE, "nino", "QQ123456C", "simulated", "yes"))
                .isEmpty();
        assertThat(broken(PersonShape.SHAPE, "nino", "AB123456C")).isEmpty();
    }

    @Test
    void a_driver_number_that_disagrees_is_doubtful() {
        String number = "MORGA657054SM9IJ";
        assertThat(broken(PersonShape.SHAPE, "driver_number", number, "family_name", "Smith"))
                .containsExactly("DOUBTFUL driver_number");
        assertThat(broken(PersonShape.SHAPE, "driver_number", number, "date_of_birth", "06/07/1964"))
                .containsExactly("DOUBTFUL driver_number");
        assertThat(broken(
                        PersonShape.SHAPE,
                        "driver_number",
                        number,
                        "family_name",
                        "Morgan",
                        "date_of_birth",
                        "05/07/1964"))
                .isEmpty();
    }

    @Test
    void default_dates_and_dates_out_of_order_are_found() {
        assertThat(broken(PersonShape.SHAPE, "full_name", "Ann", "date_of_birth", "01/01/1900"))
                .containsExactly("DOUBTFUL date_of_birth");
        assertThat(broken(PersonShape.SHAPE, "full_name", "Ann", "date_of_birth", "2009", "died_on", "2008"))
                .containsExactly("REFUSED died_on");
        assertThat(broken(PersonShape.SHAPE, "full_name", "Ann", "date_of_birth", "2009", "died_on", "2009-05"))
                .isEmpty();
    }

    @Test
    void a_value_and_a_reason_for_its_gap_exclude_each_other() {
        assertThat(broken(PersonShape.SHAPE, "full_name", "Ann", "sex", "F", "sex_why_missing", "declined"))
                .containsExactly("DOUBTFUL sex_why_missing");
    }

    @Test
    void an_involvement_has_one_subject() {
        assertThat(broken(InvolvementShape.SHAPE, "event", ID, "role", "victim"))
                .containsExactly("REFUSED person");
        assertThat(broken(InvolvementShape.SHAPE, "event", ID, "role", "driver", "person", ID, "vehicle", OTHER))
                .containsExactly("REFUSED person");
        assertThat(broken(InvolvementShape.SHAPE, "event", ID, "role", "driver", "person", ID))
                .isEmpty();
    }

    @Test
    void an_involvement_has_a_possible_age_and_a_victim_no_relationship_to_the_victim() {
        assertThat(broken(InvolvementShape.SHAPE, "event", ID, "role", "victim", "person", ID, "age_at_start", "150"))
                .containsExactly("REFUSED age_at_start");
        assertThat(broken(
                        InvolvementShape.SHAPE,
                        "event",
                        ID,
                        "role",
                        "victim",
                        "person",
                        ID,
                        "relationship_to_victim",
                        "stranger"))
                .containsExactly("DOUBTFUL relationship_to_victim");
    }

    @Test
    void a_relationship_has_two_different_ends_and_its_reason_in_words_when_it_is_other() {
        assertThat(broken(RelationshipShape.SHAPE, "person", ID, "other_person", ID, "reason", "sibling"))
                .containsExactly("REFUSED other_person");
        assertThat(broken(RelationshipShape.SHAPE, "person", ID, "reason", "sibling"))
                .containsExactly("REFUSED other_person");
        assertThat(broken(RelationshipShape.SHAPE, "person", ID, "other_person", OTHER, "reason", "other"))
                .containsExactly("REFUSED note");
        assertThat(broken(
                        RelationshipShape.SHAPE,
                        "person",
                        ID,
                        "place",
                        OTHER,
                        "reason",
                        "lives_at",
                        "started",
                        "2010",
                        "ended",
                        "2009-12"))
                .containsExactly("REFUSED ended");
    }

    @Test
    void an_event_is_timed_and_a_group_based_one_has_a_basis() {
        assertThat(broken(EventShape.SHAPE, "event_type", "sighting")).containsExactly("REFUSED occurred");
        assertThat(broken(EventShape.SHAPE, "event_type", "crime", "occurred", "2026", "group_based", "yes"))
                .containsExactly("DOUBTFUL group_basis");
        assertThat(broken(EventShape.SHAPE, "event_type", "crime", "occurred", "2026-02", "recorded_on", "2026-01-31"))
                .containsExactly("DOUBTFUL recorded_on");
    }

    @Test
    void intelligence_is_graded_handled_and_official() {
        assertThat(broken(IntelligenceShape.SHAPE, "text", "Seen often."))
                .containsExactly("REFUSED source_evaluation", "REFUSED handling");
        assertThat(broken(
                        IntelligenceShape.SHAPE,
                        "text",
                        "Seen often.",
                        "source_evaluation",
                        "2",
                        "information_assessment",
                        "C",
                        "handling",
                        "P",
                        "classification",
                        "SECRET"))
                .containsExactly("REFUSED classification");
    }

    @Test
    void testimony_has_agreement_on_each_use_and_is_linked_only_with_it() {
        String[] given = {
            "testimony_kind", "account_of_survivor", "limits_explained", "yes", "handling", "P",
            "agree_safeguarding", "agreed", "agree_investigation", "declined", "agree_audit", "agreed",
            "agree_learning", "not_asked", "agree_contact", "agreed", "agree_linking", "declined"
        };
        assertThat(broken(TestimonyShape.SHAPE, given)).isEmpty();
        StandardRecord linked = record(TestimonyShape.SHAPE, given)
                .change()
                .set(TestimonyShape.EVENT, new Reference("event", new UUID(1, 2)))
                .build();
        assertThat(linked.check()).extracting(Violation::field).containsExactly("event");
        StandardRecord unasked = linked.change()
                .clear(TestimonyShape.EVENT)
                .clear(TestimonyShape.AGREE_AUDIT)
                .build();
        assertThat(unasked.check()).extracting(Violation::field).containsExactly("agree_audit");
    }

    @Test
    void an_account_that_was_not_asked_for_says_why() {
        assertThat(broken(AccountShape.SHAPE, "person", ID, "state", "not_asked"))
                .containsExactly("REFUSED not_asked_reason");
        assertThat(broken(AccountShape.SHAPE, "person", ID, "state", "taken")).containsExactly("REFUSED on");
        assertThat(broken(AccountShape.SHAPE, "person", ID, "state", "declined"))
                .isEmpty();
    }

    @Test
    void a_missing_episode_ends_after_it_starts() {
        assertThat(broken(
                        MissingEpisodeShape.SHAPE,
                        "person",
                        ID,
                        "missing_from",
                        "31/03/2026 18:05",
                        "found_at",
                        "31/03/2026 17:05"))
                .containsExactly("REFUSED found_at");
        assertThat(broken(MissingEpisodeShape.SHAPE, "person", ID)).containsExactly("REFUSED missing_from");
    }

    @Test
    void an_interview_held_says_when_and_one_not_offered_says_why() {
        assertThat(broken(ReturnInterviewShape.SHAPE, "person", ID, "state", "held"))
                .containsExactly("REFUSED held_at");
        assertThat(broken(ReturnInterviewShape.SHAPE, "person", ID, "state", "not_offered"))
                .containsExactly("REFUSED not_offered_reason");
    }

    @Test
    void no_further_action_on_a_referral_needs_its_reason() {
        assertThat(broken(ReferralShape.SHAPE, "person", ID, "outcome", "nfa")).containsExactly("REFUSED nfa_reason");
    }

    @Test
    void a_licence_is_somebodys_and_a_place_or_vehicle_can_be_told_from_others() {
        assertThat(broken(LicenceShape.SHAPE, "licence_kind", "operator", "state", "refused"))
                .containsExactly("REFUSED holder");
        assertThat(broken(VehicleShape.SHAPE, "colour", "red")).containsExactly("REFUSED registration");
        assertThat(broken(PlaceShape.SHAPE, "latitude", "53.4")).containsExactly("REFUSED latitude");
        assertThat(broken(PlaceShape.SHAPE, "latitude", "3.4", "longitude", "53.1"))
                .containsExactly("DOUBTFUL latitude");
    }
}
