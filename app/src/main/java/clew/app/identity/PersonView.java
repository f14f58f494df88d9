package clew.app.identity;

import clew.app.store.Rights;
import clew.core.explain.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One person as a viewer may see them: the records of every agency side by side, and why they are thought to be one.
 *
 * <p>Reads as {@code clew_app} with the rights given. The entry point that calls it writes the ledger's row.
 */
public interface PersonView {

    /**
     * The viewer's person to whom a record belongs.
     *
     * @param rights of who is looking
     * @param record any of the person's records
     * @param knownOn only records known by the end of this day; null for all
     * @return empty when there is no such record or the viewer may not see it, which look the same
     */
    Optional<Person> of(Rights rights, UUID record, @Nullable LocalDate knownOn);

    /** The records of that person, in the order of their ids and without what they say; none where there is no such person. */
    default List<UUID> recordsOf(Rights rights, UUID record) {
        return of(rights, record, null).stream()
                .flatMap(person -> person.records().stream())
                .map(Source::record)
                .toList();
    }

    /**
     * A person.
     *
     * @param record the record asked for
     * @param name the name shown first
     * @param age child, adult or unknown today
     * @param records the person's visible records, in the order of the columns of {@code fields}
     * @param fields what the records say, field by field
     * @param links why the records are thought to be one person: first those that hold them together, then the others
     * @param elsewhere agencies that hold something else about them and do not show it, each once, by name
     */
    record Person(
            UUID record,
            String name,
            Age age,
            List<Source> records,
            List<FieldRow> fields,
            List<Link> links,
            List<HeldElsewhere> elsewhere) {

        /** Of whom nothing is held elsewhere. */
        public Person(
                UUID record, String name, Age age, List<Source> records, List<FieldRow> fields, List<Link> links) {
            this(record, name, age, records, fields, links, List.of());
        }

        public Person {
            records = List.copyOf(records);
            fields = List.copyOf(fields);
            links = List.copyOf(links);
            elsewhere = List.copyOf(elsewhere);
            for (FieldRow field : fields) {
                if (field.values().size() != records.size()) {
                    throw new IllegalArgumentException("expected a value for each of " + records.size()
                            + " records, found " + field.values().size() + ", field " + field.name());
                }
            }
        }

        /** The person's record of this id, when it is one of them. */
        public Optional<Source> source(UUID id) {
            return records.stream().filter(source -> source.record().equals(id)).findFirst();
        }
    }

    /**
     * Where one record comes from and how it may be handled.
     *
     * @param record its id
     * @param agency name of the agency
     * @param system name of the agency's system
     * @param role role in the row, such as mother; empty when it has none
     * @param regime in words: UK GDPR, or Part 3 of the Data Protection Act 2018
     * @param purpose what it was shared for
     * @param reasonForInclusion why this record may be here
     * @param handling how it may be handled, in words
     * @param knownFrom when the agency knew; null when it did not say
     * @param receivedAt when it was received
     * @param correctable false when the sender's row has no key, so that a correction cannot find it
     */
    record Source(
            UUID record,
            String agency,
            String system,
            String role,
            String regime,
            String purpose,
            String reasonForInclusion,
            String handling,
            @Nullable LocalDate knownFrom,
            Instant receivedAt,
            boolean correctable) {}

    /** The parts of the table of fields, in the order shown. */
    enum Part {
        IDENTITY("Name, birth and sex"),
        IDENTIFIERS("Identifiers"),
        CONTACT("Address and contact"),
        OTHER("Other facts"),
        PROTECTED("Recorded, and never used to join records");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** The heading of this part of the table. */
        public String title() {
            return title;
        }
    }

    /**
     * One field across the person's records.
     *
     * @param name of the field in the standard
     * @param title of the field in the standard
     * @param part of the table
     * @param values one for each record, in the records' order
     */
    record FieldRow(String name, String title, Part part, List<Value> values) {

        public FieldRow {
            values = List.copyOf(values);
        }

        /** Do the records that give a value give the same one? Letter case and spaces do not count; absence is not a difference. */
        public Agreement agreement() {
            List<String> given = values.stream()
                    .filter(value -> !value.given().isEmpty())
                    .map(Value::comparable)
                    .toList();
            return switch (given.size()) {
                case 0 -> Agreement.NONE;
                case 1 -> Agreement.ONE;
                default -> given.stream().distinct().count() == 1 ? Agreement.SAME : Agreement.DIFFERENT;
            };
        }
    }

    /**
     * What one record says in one field.
     *
     * @param given the values in words; several for a repeated field; empty when there is none
     * @param whyMissing why there is none, in words, where the sender said so
     */
    record Value(List<String> given, @Nullable String whyMissing) {

        public Value {
            given = List.copyOf(given);
        }

        private String comparable() {
            return given.stream()
                    .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    /** How far the records agree in a field. */
    enum Agreement {
        SAME,
        DIFFERENT,
        ONE,
        NONE
    }

    /**
     * Why two records are thought to be of one person.
     *
     * @param left one record
     * @param right the other
     * @param explanation the weight, as the sum of its reasons
     * @param probability that they are one person under the model in force, 0 to 1
     * @param confirmed a person has confirmed it; otherwise it is a machine's proposal
     */
    record Link(UUID left, UUID right, Explanation explanation, double probability, boolean confirmed) {

        public Link {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("expected a probability from 0 to 1, found " + probability);
            }
        }
    }
}
