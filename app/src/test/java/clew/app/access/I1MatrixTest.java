package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Matrix.Kind;
import clew.app.access.Matrix.Reach;
import clew.app.access.Matrix.Row;
import clew.core.standard.CodeLists;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one table of who may do what: whole, and as the rules that do not bend want it. */
class I1MatrixTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Set<Action> ABOUT_PEOPLE =
            Set.of(Action.SEARCH, Action.READ, Action.LIST, Action.DECIDE, Action.CHALLENGE, Action.REQUEST_ACCESS);

    @Test
    void every_action_and_every_reach_stands_in_the_table_once() {
        assertThat(names(Kind.MAY))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Action.values()).map(Action::word).toList());
        assertThat(names(Kind.SEES))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reach.values())
                        .map(reach -> reach.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(Matrix.SHIPPED.rows())
                .allSatisfy(row -> assertThat(row.roles()).as(row.name()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_opens_the_first_page_declares_conflicts_and_has_a_purpose(Role role) {
        assertThat(role.allows(Action.HOME)).isTrue();
        assertThat(role.allows(Action.DECLARE_CONFLICT)).isTrue();
        assertThat(Purpose.of(Set.of(role), DAY)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEM_ADMINISTRATOR", "AUDITOR"})
    void administrators_and_auditors_read_no_case(Role role) {
        assertThat(ABOUT_PEOPLE).noneMatch(role::allows);
        assertThat(Matrix.SHIPPED.sees(Set.of(role), Reach.OWN_AGENCY)).isFalse();
        assertThat(Matrix.SHIPPED.sees(Set.of(role), Reach.PARTNERSHIP)).isFalse();
    }

    @Test
    void referrers_search_their_own_agency_only() {
        assertThat(Matrix.SHIPPED.sees(Set.of(Role.PRACTITIONER), Reach.OWN_AGENCY))
                .isTrue();
        assertThat(Matrix.SHIPPED.sees(Set.of(Role.PRACTITIONER), Reach.PARTNERSHIP))
                .isFalse();
    }

    @Test
    void who_reads_cases_does_not_administer_users() {
        assertThat(Arrays.stream(Role.values()).filter(role -> role.allows(Action.ADMINISTER_USERS)))
                .noneMatch(role -> role.allows(Action.READ));
    }

    @Test
    void there_is_no_purpose_of_immigration_housing_benefits_or_school_exclusion() {
        assertThat(Purpose.all())
                .isNotEmpty()
                .allSatisfy(purpose -> assertThat((purpose.name() + " " + purpose.words()).toLowerCase(Locale.ROOT))
                        .doesNotContain(
                                "immigra",
                                "asylum",
                                "deport",
                                "housing",
                                "benefit",
                                "welfare",
                                "exclusion",
                                "exclude"));
    }

    @Test
    void every_purpose_is_dated_and_rests_on_a_lawful_basis_of_the_standard() {
        List<String> bases = CodeLists.named("lawful_basis").codes().stream()
                .map(code -> code.code())
                .toList();
        assertThat(Purpose.all()).extracting(Purpose::name).containsExactlyElementsOf(names(Kind.PURPOSE));
        assertThat(Purpose.all()).allSatisfy(purpose -> assertThat(bases).contains(purpose.basis()));
        assertThat(Purpose.of(Set.of(Role.PRACTITIONER), LocalDate.of(2024, 12, 31)))
                .isEmpty();
    }

    private static List<String> names(Kind kind) {
        return Matrix.SHIPPED.of(kind).stream().map(Row::name).toList();
    }
}
