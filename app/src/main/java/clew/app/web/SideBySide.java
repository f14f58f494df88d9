package clew.app.web;

import clew.app.identity.PersonView.Agreement;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Part;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.identity.PersonView.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table of what each record says, field by field.
 *
 * @param columns names of the records
 * @param parts of the table, without those that would be empty
 * @param differing titles of the fields in which records differ
 */
record SideBySide(List<String> columns, List<Group> parts, List<String> differing) {

    static SideBySide of(Person person, RecordNames names) {
        List<String> columns =
                person.records().stream().map(Source::record).map(names::of).toList();
        List<FieldRow> said = person.fields().stream().filter(SideBySide::says).toList();
        List<Group> parts = Arrays.stream(Part.values())
                .map(part -> new Group(
                        part.title(),
                        said.stream()
                                .filter(field -> field.part() == part)
                                .map(field -> Row.of(field, columns))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        List<String> differing = said.stream()
                .filter(field -> field.agreement() == Agreement.DIFFERENT)
                .map(FieldRow::title)
                .toList();
        return new SideBySide(columns, parts, differing);
    }

    /** Where the records differ, in one line. */
    public String summary() {
        if (columns.size() < 2) {
            return "Only one record is known.";
        }
        return differing.isEmpty()
                ? "Where more than one record gives a value, they give the same."
                : "The records differ in " + Words.list(differing) + ".";
    }

    /** How many columns the table has, the one with the fields' titles counted. */
    public int width() {
        return columns.size() + 1;
    }

    private static boolean says(FieldRow field) {
        return field.values().stream().anyMatch(value -> !value.given().isEmpty() || value.whyMissing() != null);
    }

    /** A part of the table with its heading. */
    record Group(String title, List<Row> rows) {}

    /**
     * A field.
     *
     * @param title of the field
     * @param differs do the records differ?
     * @param agreement how far they agree, in words; empty when there is only one record
     * @param cells one for each record
     */
    record Row(String title, boolean differs, String agreement, List<Cell> cells) {

        static Row of(FieldRow field, List<String> columns) {
            return new Row(
                    field.title(),
                    field.agreement() == Agreement.DIFFERENT,
                    columns.size() < 2 ? "" : words(field),
                    IntStream.range(0, columns.size())
                            .mapToObj(number ->
                                    Cell.of(columns.get(number), field.values().get(number)))
                            .toList());
        }

        private static String words(FieldRow field) {
            long saying = field.values().stream()
                    .filter(value -> !value.given().isEmpty())
                    .count();
            return switch (field.agreement()) {
                case SAME -> saying == field.values().size() ? "Same in all" : "Same in the " + saying + " that say";
                case DIFFERENT -> "Records differ";
                case ONE -> "Only one says";
                case NONE -> "None says";
            };
        }
    }

    /**
     * What one record says.
     *
     * @param column name of the record
     * @param values what it says, each on a line
     * @param absence why it says nothing; empty when it says something
     */
    record Cell(String column, List<String> values, String absence) {

        static Cell of(String column, Value value) {
            if (!value.given().isEmpty()) {
                return new Cell(column, value.given(), "");
            }
            String why = value.whyMissing();
            return new Cell(column, List.of(), why == null ? "Not recorded" : "Not recorded: " + why);
        }
    }
}
