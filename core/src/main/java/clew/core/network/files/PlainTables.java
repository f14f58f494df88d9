package clew.core.network.files;

import clew.core.network.Bearing;
import clew.core.network.BlockList;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Graph;
import clew.core.network.Part;
import clew.core.network.Source;
import clew.core.network.SubjectKind;
import clew.core.standard.Reading;
import clew.core.standard.UncertainDate;
import clew.core.standard.Violation;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plain tables of who was at what: rows of person and event, what is known of events and of persons, or pairs of persons. A row that cannot be read is left
 * out and told; the others count. Not thread-safe.
 */
public final class PlainTables {
    private static final LocalDate NO_DAY = LocalDate.of(1970, 1, 1);

    private final TableMap map;
    private final Map<String, Event> events = new TreeMap<>();
    private final Map<String, UncertainDate> births = new HashMap<>();
    private final TreeSet<String> persons = new TreeSet<>();
    private final Map<String, Double> edges = new TreeMap<>();
    private final List<Violation> refused = new ArrayList<>();
    private long rows;

    public PlainTables(TableMap map) {
        this.map = map;
    }

    /** What the rows say of one event. */
    private static final class Event {
        private @Nullable UncertainDate when;
        private @Nullable LocalDate known;
        private @Nullable String place;
        private String agency = "";
        private final Map<String, Part> parts = new TreeMap<>();
        private final Map<String, SubjectKind> means = new TreeMap<>();
    }

    /** One row with the places of its columns. */
    private record Row(CsvRecord cells, Map<Column, Integer> places, String shownAs) {
        String text(Column column) {
            Integer place = places.get(column);
            return place == null || place >= cells.getFieldCount()
                    ? ""
                    : cells.getField(place).strip();
        }
    }

    /**
     * Takes a table in.
     *
     * @param source the file's name without its ending
     * @param shownAs in messages
     * @throws UnreadableTable when it is no CSV, or has no column that is needed
     */
    public void read(String source, String shownAs, Reader text) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new UnreadableTable("a header and rows", "an empty file", shownAs);
            }
            List<String> header = lines.next().getFields().stream()
                    .map(name -> name.replace("\uFEFF", "").strip())
                    .toList();
            Map<Column, Integer> places = map.places(source, shownAs, header);
            while (lines.hasNext()) {
                rows++;
                take(new Row(lines.next(), places, shownAs));
            }
        } catch (CsvParseException e) {
            throw new UnreadableTable("CSV", String.valueOf(e.getMessage()), shownAs);
        } catch (UncheckedIOException e) {
            throw new UnreadableTable("text in UTF-8", "other bytes", shownAs);
        }
    }

    /** Rows read so far. */
    public long rows() {
        return rows;
    }

    /** What was wrong with rows that were left out. */
    public List<Violation> refused() {
        return refused;
    }

    private void take(Row row) {
        String person = row.text(Column.PERSON);
        String event = row.text(Column.EVENT);
        if (row.places().containsKey(Column.PERSON) && person.isEmpty()) {
            refuse(row, Column.PERSON, "a person", "nothing");
        } else if (row.places().containsKey(Column.EVENT) && event.isEmpty()) {
            refuse(row, Column.EVENT, "an event", "nothing");
        } else if (row.places().containsKey(Column.OTHER_PERSON)) {
            edge(row, person);
        } else if (event.isEmpty()) {
            person(row, person);
        } else {
            event(row, person, events.computeIfAbsent(event, id -> new Event()));
        }
    }

    private void edge(Row row, String person) {
        String other = row.text(Column.OTHER_PERSON);
        String weight = row.text(Column.WEIGHT);
        double value = weight.isEmpty() ? 1 : number(weight);
        if (other.isEmpty() || other.equals(person)) {
            refuse(row, Column.OTHER_PERSON, "another person", other.isEmpty() ? "nothing" : "the same");
        } else if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            refuse(row, Column.WEIGHT, "a number above 0", weight);
        } else {
            persons.add(person);
            persons.add(other);
            boolean ordered = person.compareTo(other) < 0;
            edges.merge(ordered ? person + "\0" + other : other + "\0" + person, value, Math::max);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void person(Row row, String person) {
        persons.add(person);
        UncertainDate born = date(row, Column.BORN);
        if (born != null) {
            births.putIfAbsent(person, born.withoutDefault());
        }
    }

    private void event(Row row, String person, Event event) {
        UncertainDate when = date(row, Column.DATE);
        UncertainDate known = date(row, Column.KNOWN);
        event.when = when == null ? event.when : when;
        event.known = known == null ? event.known : known.latest();
        event.place = row.text(Column.PLACE).isEmpty() ? event.place : row.text(Column.PLACE);
        event.agency = row.text(Column.AGENCY).isEmpty() ? event.agency : row.text(Column.AGENCY);
        if (!person.isEmpty()) {
            persons.add(person);
            event.parts.putIfAbsent(person, new Part(person, Bearing.THERE, row.text(Column.ROLE), LocalDate.MIN));
            UncertainDate born = date(row, Column.BORN);
            if (born != null) {
                births.putIfAbsent(person, born.withoutDefault());
            }
        }
        means(row, Column.VEHICLE, SubjectKind.VEHICLE, event);
        means(row, Column.PHONE, SubjectKind.PHONE, event);
    }

    private static void means(Row row, Column column, SubjectKind kind, Event event) {
        if (!row.text(column).isEmpty()) {
            event.means.put(column.title() + "|" + row.text(column), kind);
        }
    }

    private @Nullable UncertainDate date(Row row, Column column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Reading<UncertainDate> reading = UncertainDate.read(text);
        if (reading instanceof Reading.Known<UncertainDate> known) {
            return known.value();
        }
        if (reading instanceof Reading.Unreadable<UncertainDate> unreadable) {
            refuse(row, column, unreadable.expected(), unreadable.found());
        }
        return null;
    }

    private void refuse(Row row, Column column, String expected, String found) {
        refused.add(Violation.refused(expected, found, column.title())
                .at(row.shownAs(), (int) row.cells().getStartingLineNumber()));
    }

    /** Whether the tables are of pairs of persons, without events. */
    public boolean isEdges() {
        return !edges.isEmpty() && events.isEmpty();
    }

    /** The ids of all persons, in order: the nodes of {@link #graph}. */
    public List<String> persons() {
        return List.copyOf(persons);
    }

    /** The graph of pairs of persons. */
    public Graph graph() {
        List<String> ids = persons();
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        int[] from = new int[edges.size()];
        int[] to = new int[edges.size()];
        double[] weight = new double[edges.size()];
        int size = 0;
        for (Map.Entry<String, Double> edge : edges.entrySet()) {
            String[] ends = edge.getKey().split("\0");
            from[size] = Objects.requireNonNull(numbers.get(ends[0]));
            to[size] = Objects.requireNonNull(numbers.get(ends[1]));
            weight[size++] = edge.getValue();
        }
        return new Graph(ids.size(), from, to, Arrays.copyOf(weight, size));
    }

    /** The evidence of the events. One without a date is placed on a day of its own, so that it is not taken for another. */
    public Evidence evidence() {
        return evidence(BlockList.NONE);
    }

    /** The same, with what people set aside for a time, by its id: {@code vehicle|}, {@code phone|} or {@code place|} and what the table calls it. */
    public Evidence evidence(BlockList blocked) {
        BlockList things = blocked.without(persons);
        Evidence.Builder evidence = new Evidence.Builder();
        for (String person : persons) {
            UncertainDate born = births.get(person);
            evidence.subject(
                    person,
                    SubjectKind.PERSON,
                    born == null ? null : born.earliest(),
                    born == null ? null : born.latest());
        }
        int number = 0;
        for (Map.Entry<String, Event> event : events.entrySet()) {
            Episode episode = episode(event.getKey(), event.getValue(), NO_DAY.plusDays(number++), evidence);
            evidence.episode(things.on(episode, false));
        }
        return evidence.build();
    }

    private static Episode episode(String id, Event event, LocalDate otherwise, Evidence.Builder evidence) {
        List<Part> parts = new ArrayList<>(event.parts.values());
        event.means.forEach((means, kind) -> {
            evidence.subject(means, kind);
            parts.add(Part.of(means));
        });
        String place = event.place == null ? null : "place|" + event.place;
        if (place != null) {
            evidence.subject(place, SubjectKind.PLACE);
        }
        LocalDate day = event.when == null ? otherwise : event.when.earliest();
        LocalDate until = event.when == null ? otherwise : event.when.latest();
        LocalDate known = event.known == null ? until : event.known;
        return new Episode(
                id,
                "",
                day,
                until,
                known,
                event.agency,
                place,
                parts,
                List.of(new Source(id, event.agency, known, "")));
    }
}
