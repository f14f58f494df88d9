package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People at one address.
 *
 * @param risk how often its members come to the notice of agencies, relative to the average of about 1
 * @param before the address until {@code moved}, when they moved in the simulated time
 */
record Household(
        int index,
        Kind kind,
        int authority,
        Address address,
        @Nullable Address before,
        LocalDate moved,
        double risk,
        List<Person> members) {

    /** Kinds of household with their share, per mille. */
    enum Kind {
        SINGLE(301),
        COUPLE(262),
        FAMILY(180),
        LONE_PARENT(75),
        GROWN_FAMILY(100),
        SHARED(55),
        THREE_GENERATIONS(20),
        FOSTER_FAMILY(6),
        CHILDRENS_HOME(1);

        private final int perMille;

        Kind(int perMille) {
            this.perMille = perMille;
        }

        int perMille() {
            return perMille;
        }
    }

    Address addressOn(LocalDate day) {
        return before != null && day.isBefore(moved) ? before : address;
    }

    /** The mother or other first woman of the household, who is named beside its children. */
    Optional<Person> carer() {
        List<Person> adults = adults();
        return adults.stream()
                .filter(person -> person.sex() == Sex.FEMALE)
                .findFirst()
                .or(() -> adults.stream().findFirst());
    }

    List<Person> adults() {
        return members.stream()
                .filter(person -> person.standing() == Person.Standing.ADULT)
                .toList();
    }
}
