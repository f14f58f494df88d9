package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that comes back with children who have nothing to do with one another, and what agencies came to know of it.
 *
 * @param id of the place, vehicle or worker in {@code truth/persons.csv}; of two adults who come together again elsewhere, theirs
 * @param children all who were truly there
 * @param events each with one agency
 */
record Recurring(Kind kind, int number, String id, String name, List<Person> children, List<Event> events) {

    /** What comes back. */
    enum Kind {
        PLACE,
        VEHICLE,
        PAIR,
        WORKER
    }

    Recurring {
        children = List.copyOf(children);
        events = List.copyOf(events);
    }

    void write(Truth truth) {
        List<LocalDate> days = events.stream().map(Event::occurred).sorted().toList();
        truth.recurring(
                "R" + Digits.padded(Kind.values().length * number + kind.ordinal() + 1, 4),
                kind.name().toLowerCase(Locale.ROOT),
                id,
                name,
                children.stream().map(Person::id).collect(Collectors.joining(";")),
                days.get(0).toString(),
                days.get(days.size() - 1).toString());
    }
}
