package clew.core.network.records;

import clew.core.network.SubjectKind;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What patterns may know of one record, and no more. There is no place in it for a name, ethnicity, nationality, religion, language, disability or sex of
 * anybody; a date of birth is here only to tell a child from an adult, and a home only to infer that two share one.
 */
sealed interface Fact {
    UUID record();

    /**
     * A person.
     *
     * @param born as far as known, or null; a default such as 1 January counts for its year
     * @param disputed whether the age is disputed: then it is never known
     * @param homes keys of the addresses at which the record places the person
     */
    record Somebody(UUID record, @Nullable UncertainDate born, boolean disputed, SortedSet<String> homes)
            implements Fact {}

    /** Somebody not identified, or since identified as the person of another record. */
    record Unidentified(UUID record, @Nullable UUID identifiedAs) implements Fact {}

    /**
     * A vehicle, phone, account, organisation or place.
     *
     * @param keys by which two records are of the same thing, the best first; none: it is known by this record alone
     * @param name by which a thing without a key joins the only other of that name; empty where there is none
     * @param town in which it lies; empty where that is not told
     * @param label what people call it
     * @param sensitive whether being there, or dealing with it, says nothing by itself
     */
    record Thing(
            UUID record, SubjectKind kind, List<String> keys, String name, String town, String label, boolean sensitive)
            implements Fact {
        public Thing {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Something that happened.
     *
     * @param kind a code of the list of event types, or the shape of the record
     * @param when null: nobody says
     * @param meets whether it brings those together whom it names
     * @param incident whether it states an incident where it was
     * @param sensitive whether it says itself that the place was a sensitive one
     * @param reference the sender's number; empty for none
     * @param grade of intelligence; empty for none
     * @param parts whom it names itself
     */
    record Happening(
            UUID record,
            String kind,
            @Nullable UncertainDate when,
            LocalDate known,
            @Nullable UUID place,
            boolean meets,
            boolean incident,
            boolean sensitive,
            String reference,
            String grade,
            List<Named> parts)
            implements Fact {
        public Happening {
            parts = List.copyOf(parts);
        }
    }

    /** Whom a happening names, by a record, in a role. */
    record Named(UUID subject, String role) {}

    /**
     * A role in a happening that another record tells.
     *
     * @param age in whole years when it began, or null
     */
    record Role(
            UUID record,
            UUID event,
            UUID subject,
            String role,
            @Nullable Integer age,
            LocalDate known) implements Fact {}

    /**
     * A further account of happenings, such as intelligence about an event.
     *
     * @param events the happenings it is about
     * @param reference the sender's number, by which an event of the same sender and number is the same item
     */
    record Item(UUID record, List<UUID> events, String reference, String grade, LocalDate known, Happening itself)
            implements Fact {
        public Item {
            events = List.copyOf(events);
        }
    }

    /**
     * Two who are connected.
     *
     * @param reason a code of the list of relationship reasons
     * @param explains whether the reason explains that they are seen together
     */
    record Relation(
            UUID record,
            UUID one,
            UUID other,
            String reason,
            boolean explains,
            boolean inferred,
            @Nullable UncertainDate started,
            @Nullable UncertainDate ended,
            LocalDate known)
            implements Fact {}
}
