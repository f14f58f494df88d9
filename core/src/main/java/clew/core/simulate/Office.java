package clew.core.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One agency's desk: its clerk, its open extracts, its reference numbers and its workers. Not thread-safe. */
final class Office implements Closeable {

    private static final int REFERENCES = 10_000_000;
    private static final List<String> INITIALS =
            List.of("A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "W");

    private final String slug;
    private final RegionSettings settings;
    private final Clerk clerk;
    private final Names names;
    private final Map<String, Extract> extracts = new LinkedHashMap<>();
    private final Scramble references;
    private final LongSet written = new LongSet();
    private int referencesGiven;

    Office(String slug, RegionSettings settings, Clerk clerk, Names names) {
        this.slug = slug;
        this.settings = settings;
        this.clerk = clerk;
        this.names = names;
        this.references = Scramble.of(REFERENCES, Draw.hash(settings.seed(), "references " + slug));
    }

    String slug() {
        return slug;
    }

    /** Adds an extract under the name that the agency's code uses for it. */
    void add(String use, Extract extract) {
        extracts.put(use, extract);
    }

    Extract extract(String use) {
        Extract extract = extracts.get(use);
        if (extract == null) {
            throw new IllegalArgumentException("expected an extract of " + slug + ", found none, field " + use);
        }
        return extract;
    }

    Map<String, Extract> extracts() {
        return extracts;
    }

    Entry entry(Event.Part part, Event event) {
        return clerk.entry(
                part.person(), event.occurred(), event.chance() ^ part.person().ordinal());
    }

    Entry entry(Person person, LocalDate day, long chance) {
        return clerk.entry(person, day, chance ^ person.ordinal());
    }

    Clerk clerk() {
        return clerk;
    }

    /** Puts a place into a row under this agency's own key for it. */
    void place(Row row, String part, Place place) {
        String key =
                "L" + Digits.hex(Draw.hash(settings.seed(), slug + place.id())).substring(5);
        row.place(part, place, key);
    }

    /** The next reference number with the year of the event, in no visible order. */
    String reference(String prefix, Event event) {
        int year = event.knownFrom().getYear() % 100;
        return prefix + Digits.padded(year, 2) + "/" + Digits.padded(references.of(referencesGiven++ % REFERENCES), 7);
    }

    /** True the first time that this is asked for a key. */
    boolean first(String key) {
        return written.add(Draw.hash(0, key));
    }

    /** Puts the professional of a caseload into a row: one works with about {@code caseload} neighbouring households. */
    void worker(Row row, String part, String kind, int household, int caseload) {
        int number = household / caseload;
        Draw draw = Draw.of(settings.seed(), slug + kind, number);
        String name = draw.pick(INITIALS) + " " + names.origin(draw).family(draw);
        row.put(part + ".truth", "W-" + slug + "-" + kind + number)
                .put(part + ".key", kind.toUpperCase(Locale.ROOT).charAt(0) + Digits.padded(number, 5))
                .put(part + ".name", name);
    }

    Recorded recorded(String use, String shape, String key) {
        return new Recorded(slug, extract(use).layout().system(), shape, key);
    }

    @Override
    public void close() throws IOException {
        for (Extract extract : extracts.values()) {
            extract.close();
        }
    }
}
