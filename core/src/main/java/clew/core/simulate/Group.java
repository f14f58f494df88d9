package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planted group: adults of concern, the children they harm, and the places, vehicles and phone they use.
 *
 * @param number from 0
 * @param meetings what truly happened, in order of time
 */
record Group(
        int number,
        List<Person> adults,
        List<Person> children,
        List<Place> places,
        List<Vehicle> vehicles,
        @Nullable String phone,
        List<Meeting> meetings) {

    /** One occasion on which some of the group were together. */
    record Meeting(
            int number,
            LocalDate day,
            int minute,
            List<Person> adults,
            List<Person> children,
            Place place,
            @Nullable Vehicle vehicle) {}

    /** What one agency came to know of a meeting. */
    record Trace(Group group, Meeting meeting, Event event) {}

    String id() {
        return "G" + Digits.padded(number + 1, 4);
    }
}
