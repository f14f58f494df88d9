package clew.core.network.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a plain table can hold. */
public enum Column {
    /** Who; also the first of two who are tied. */
    PERSON("person_id", "from", "source", "person_a"),
    /** The second of two who are tied. */
    OTHER_PERSON("other_person_id", "to", "target", "person_b"),
    EVENT("event_id", "summit", "incident"),
    ROLE(),
    /** When it happened: a day, a month or a year. */
    DATE("day", "year", "occurred"),
    /** When it became known. */
    KNOWN("known_from", "recorded", "recorded_on"),
    PLACE("court_or_place", "location", "venue"),
    AGENCY("sender"),
    BORN("date_of_birth", "dob", "birth"),
    VEHICLE("registration", "car"),
    PHONE("phone_number"),
    /** How strong a tie is; above 0. */
    WEIGHT();

    private final Set<String> also;

    Column(String... also) {
        this.also = Set.of(also);
    }

    /** The word for it in a map. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The column with that word. */
    static Optional<Column> titled(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(column -> column.title().equals(plain) || column.also.contains(plain.replace(' ', '_')))
                .findFirst();
    }
}
