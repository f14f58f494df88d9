package clew.app.identity;

import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the persons that a viewer may see. Search comes before create: whoever wants to add a person looks here first.
 *
 * <p>Reads as {@code clew_app} with the rights given: what the viewer may not see changes neither the list nor a number in it. The entry point that
 * calls it writes the ledger's row.
 */
public interface PersonSearch {

    /**
     * The persons who have a record that matches every part of what is sought.
     *
     * @param rights of who is looking
     * @param sought at least one part of it given
     * @param pageNumber from 1
     * @return the persons by name, then date of birth, then record id; never by a derived number
     */
    Page find(Rights rights, Sought sought, int pageNumber);

    /**
     * What is sought; a part that is blank or null is not asked for.
     *
     * @param name any of a person's names, in any order
     * @param bornFrom the earliest date of birth sought; equal to {@code bornTo} for a whole date
     * @param bornTo the latest date of birth sought
     * @param identifier any identifier of the standard, with or without spaces
     * @param postcode whole postcode, with or without its space
     */
    record Sought(
            String name,
            @Nullable LocalDate bornFrom,
            @Nullable LocalDate bornTo,
            String identifier,
            String postcode) {

        public Sought {
            if ((bornFrom == null) != (bornTo == null)) {
                throw new IllegalArgumentException(
                        "expected both ends of the dates of birth or neither, found " + bornFrom + " to " + bornTo);
            }
            if (bornFrom != null && bornFrom.isAfter(bornTo)) {
                throw new IllegalArgumentException(
                        "expected the dates of birth in order, found " + bornFrom + " to " + bornTo);
            }
        }

        /** Is nothing sought? */
        public boolean isBlank() {
            return name.isBlank() && bornFrom == null && identifier.isBlank() && postcode.isBlank();
        }
    }

    /**
     * One page of what was found.
     *
     * @param people at most {@code pageSize}
     * @param pageNumber from 1
     * @param pageSize people on a full page
     * @param total persons found that the viewer may see, on all pages
     * @param elsewhere agencies that hold something by the exact identifier sought and do not show it, each once, by name
     * @param more whether more records match than were looked at: these people are some of them
     */
    record Page(
            List<Row> people, int pageNumber, int pageSize, long total, List<HeldElsewhere> elsewhere, boolean more) {

        public Page {
            people = List.copyOf(people);
            elsewhere = List.copyOf(elsewhere);
        }

        /** Where nothing is held elsewhere. */
        public Page(List<Row> people, int pageNumber, int pageSize, long total) {
            this(people, pageNumber, pageSize, total, List.of(), false);
        }

        /** How many pages there are; 0 when nothing was found. */
        public int pages() {
            return (int) ((total + pageSize - 1) / pageSize);
        }
    }

    /**
     * A person in a list.
     *
     * @param record the record that is the person's address: {@code /persons/{record}}
     * @param name the name shown first
     * @param otherNames names in other visible records, spelled as there
     * @param born dates of birth as recorded, in words; more than one when the records differ
     * @param places postcodes or towns as recorded
     * @param agencies names of the agencies whose records these are
     * @param records how many visible records the person has
     * @param age child, adult or unknown today
     */
    record Row(
            UUID record,
            String name,
            List<String> otherNames,
            List<String> born,
            List<String> places,
            List<String> agencies,
            int records,
            Age age) {

        public Row {
            otherNames = List.copyOf(otherNames);
            born = List.copyOf(born);
            places = List.copyOf(places);
            agencies = List.copyOf(agencies);
        }
    }
}
