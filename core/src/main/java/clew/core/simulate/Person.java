package clew.core.simulate;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One simulated inhabitant, as they truly are.
 *
 * @param ordinal 0 to people - 1
 * @param family family name now
 * @param birthFamily family name at birth, when it was another
 * @param ethnicity code of the 18+1 list, drawn by the origin of the name list, with noise
 * @param homeAuthority the authority responsible for a child placed away, otherwise where they live
 */
record Person(
        int ordinal,
        int household,
        Standing standing,
        Origin origin,
        String given,
        String middle,
        String family,
        @Nullable String birthFamily,
        Sex sex,
        LocalDate born,
        boolean disabled,
        String ethnicity,
        int homeAuthority) {

    /** Place in the household. */
    enum Standing {
        ADULT,
        CHILD,
        GROWN_CHILD,
        GRANDPARENT,
        FOSTERED,
        IN_CHILDRENS_HOME
    }

    /** Truth's id. */
    String id() {
        return "P" + Digits.padded(ordinal, 8);
    }

    int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    boolean childOn(LocalDate day) {
        return ageOn(day) < 18;
    }

    boolean lookedAfter() {
        return standing == Standing.FOSTERED || standing == Standing.IN_CHILDRENS_HOME;
    }
}
