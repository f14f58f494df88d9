package clew.core.standard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a person's record. */
final class PersonRules {
    static final Rule NAMED = new Rule("A person has a name or an identifier.", PersonRules::named);
    static final Rule DEMONSTRATION = new Rule(
            "A National Insurance number with prefix QQ is refused unless the record is marked as simulated.",
            PersonRules::demonstration);
    static final Rule DRIVER_NUMBER = new Rule(
            "A driver number of Great Britain agrees with the family name and the date of birth.",
            PersonRules::driverNumber);
    static final Rule DEFAULT_BIRTH = new Rule(
            "A date of birth at which a computer's calendar starts, such as 1 January 1900, is doubtful.",
            PersonRules::defaultBirth);

    private PersonRules() {}

    private static Optional<Violation> named(StandardRecord record) {
        boolean found = has(record, PersonShape.GIVEN_NAME, PersonShape.FAMILY_NAME, PersonShape.FULL_NAME)
                || has(record, PersonShape.ALSO_KNOWN_AS, PersonShape.LOCAL_ID, PersonShape.NHS_NUMBER)
                || has(record, PersonShape.UPN, PersonShape.LA_CHILD_ID, PersonShape.PNC_ID)
                || has(record, PersonShape.CRO_NUMBER, PersonShape.NINO, PersonShape.DRIVER_NUMBER);
        return Rules.when(!found, Violation.refused("a name or an identifier", "neither", "full_name"));
    }

    private static boolean has(StandardRecord record, Field<?> one, Field<?> two, Field<?> three) {
        return record.has(one) || record.has(two) || record.has(three);
    }

    private static Optional<Violation> demonstration(StandardRecord record) {
        Nino nino = record.get(PersonShape.NINO);
        boolean simulated = Boolean.TRUE.equals(record.get(Common.SIMULATED));
        return Rules.when(
                nino != null && nino.isDemonstration() && !simulated,
                Violation.refused(
                        "a prefix in use, because the record is not marked as simulated",
                        String.valueOf(nino),
                        "nino"));
    }

    private static Optional<Violation> driverNumber(StandardRecord record) {
        DriverNumber number = record.get(PersonShape.DRIVER_NUMBER);
        if (number == null) {
            return Optional.empty();
        }
        boolean agrees = agrees(number, record.get(PersonShape.FAMILY_NAME), record.get(PersonShape.DATE_OF_BIRTH));
        return Rules.when(
                !agrees,
                Violation.doubtful(
                        "a driver number that agrees with family name and date of birth",
                        number.text(),
                        "driver_number"));
    }

    private static boolean agrees(DriverNumber number, @Nullable String familyName, @Nullable UncertainDate birth) {
        return (familyName == null || number.agreesWithSurname(familyName))
                && (birth == null || !birth.isExact() || number.agreesWithBirth(birth.from()));
    }

    private static Optional<Violation> defaultBirth(StandardRecord record) {
        UncertainDate birth = record.get(PersonShape.DATE_OF_BIRTH);
        return Rules.when(
                birth != null && birth.defaultSuspicion() == DefaultDate.START_OF_A_CALENDAR,
                Violation.doubtful("a date of birth, or why it is missing", birth + ", a default", "date_of_birth"));
    }
}
