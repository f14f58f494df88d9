package clew.core.linkage.report;

import java.util.List;

/**
 * Some records that a person should look at together, and why.
 *
 * @param reason why they are shown
 * @param detail what is the matter with these, with figures
 * @param columns that hold anything
 * @param rows the records, those that belong together side by side
 * @param more records that are not shown
 */
public record PersonLook(Reason reason, String detail, List<String> columns, List<Row> rows, int more) {

    public PersonLook {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Why records are shown. */
    public enum Reason {
        HELD_BACK(
                "Not joined: a person must decide",
                "The scores alone would join these, but something that no machine may settle stands between them."),
        CONTRADICTION(
                "Joined in spite of a contradiction",
                "Most of the evidence joins these records, yet two of them contradict each other."),
        BRIDGE(
                "Two groups held together by one bridge",
                "On each side several records agree with each other, but little leads from one side to the other: perhaps two persons."),
        WEAK_LINK(
                "One record held by a weak link",
                "One record hangs on the others by little. It may be somebody else's."),
        LARGE(
                "The persons with most records",
                "Shared default values can chain people together. Many records of one person can also be right.");

        private final String title;
        private final String meaning;

        Reason(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    /**
     * One record.
     *
     * @param address where it is found, such as {@code "school / 12"}
     * @param part which of several parts of the group it is in, such as {@code "A"}
     * @param cells one for each column
     */
    public record Row(String address, String part, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One value as received.
     *
     * @param value empty when missing
     * @param differs whether it is another than most of these records have
     */
    public record Cell(String value, boolean differs) {}
}
