package clew.core.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is really so: who each record is, and what the planted groups are. Each record is named once. */
final class Truth implements Closeable {

    private final Writer persons;
    private final Writer groups;
    private final Writer groupEvents;
    private final SimulationOutput output;
    private @Nullable Writer recurring;
    private final LongSet named = new LongSet();
    private long records;

    Truth(SimulationOutput output) throws IOException {
        this.output = output;
        persons = open(output, "truth/persons.csv");
        groups = open(output, "truth/groups.csv");
        groupEvents = open(output, "truth/group_events.csv");
        line(persons, "agency", "system", "shape", "role", "key", "person_id");
        line(
                groups,
                "group_id",
                "kind",
                "id",
                "name",
                "born",
                "sex",
                "disabled",
                "looked_after",
                "authority",
                "first_tied",
                "last_tied");
        line(
                groupEvents,
                "group_id",
                "meeting",
                "occurred",
                "kind",
                "agency",
                "system",
                "shape",
                "key",
                "known_from",
                "people",
                "place",
                "vehicle",
                "phone");
    }

    private static Writer open(SimulationOutput output, String name) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(output.open(name), StandardCharsets.UTF_8), 1 << 15);
    }

    void record(String agency, String system, String shape, String role, String key, String is) {
        if (named.add(Draw.hash(0, agency + '\0' + system + '\0' + shape + '\0' + role + '\0' + key))) {
            line(persons, agency, system, shape, role, key, is);
            records++;
        }
    }

    void group(String... values) {
        line(groups, values);
    }

    /** Where nothing recurs there is no such file. */
    void recurring(String... values) {
        try {
            if (recurring == null) {
                recurring = open(output, "truth/recurring.csv");
                line(recurring, "recurring_id", "kind", "id", "name", "children", "first", "last");
            }
            line(recurring, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void groupEvent(String... values) {
        line(groupEvents, values);
    }

    /** Records of people and things named so far. */
    long records() {
        return records;
    }

    private static void line(Writer writer, String... values) {
        try {
            writer.write(Delimited.line(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        persons.close();
        groups.close();
        groupEvents.close();
        if (recurring != null) {
            recurring.close();
        }
    }
}
