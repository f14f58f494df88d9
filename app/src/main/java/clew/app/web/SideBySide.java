package clew.app.web;

import clew.app.identity.PersonView.Agreement;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Part;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Value;
import clew.app.web.RecordGroups.Column;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of what each record says, field by field.
 *
 * @param columns headings of the columns
 * @param records how many records stand in them
 * @param parts of the table, without those that would be empty
 * @param differing titles of the fields in which records differ
 */
record SideBySide(List<String> columns, int records, List<Group> parts, List<String> differing) {

    static SideBySide of(Person person, RecordNames names) {
        List<Column> columns = RecordGroups.of(person.records(), names);
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
        List<String> differing =
                said.stream().filter(SideBySide::differs).map(FieldRow::title).toList();
        return new SideBySide(
                columns.stream().map(Column::title).toList(), person.records().size(), parts, differing);
    }

    /** Where the records differ, in one line. */
    public String summary() {
        if (records < 2) {
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

    private static boolean differs(FieldRow field) {
        return !isSendersOwn(field) && field.agreement() == Agreement.DIFFERENT;
    }

    /** Every sender has a number of its own for a person: that they differ says nothing. */
    private static boolean isSendersOwn(FieldRow field) {
        return field.name().equals("local_id");
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

        static Row of(FieldRow field, List<Column> columns) {
            return new Row(
                    field.title(),
                    SideBySide.differs(field),
                    field.values().size() < 2 ? "" : words(field),
                    columns.stream()
                            .map(column -> Cell.of(
                                    column.title(),
                                    column.records().stream()
                                            .map(field.values()::get)
                                            .toList()))
                            .toList());
        }

        private static String words(FieldRow field) {
            if (isSendersOwn(field)) {
                return "Each sender's own";
            }
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
     * What the records of one column say.
     *
     * @param column its heading
     * @param values what they say, each different value on a line, with how many say it when several could
     * @param absence why they say nothing; empty when one says something
     */
    record Cell(String column, List<String> values, String absence) {

        static Cell of(String column, List<Value> values) {
            Map<String, Long> counts = values.stream()
                    .flatMap(value -> value.given().stream())
                    .map(Words::dates)
                    .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
            if (counts.isEmpty()) {
                return new Cell(column, List.of(), absence(values));
            }
            return new Cell(
                    column,
                    counts.entrySet().stream()
                            .map(entry -> values.size() == 1
                                    ? entry.getKey()
                                    : entry.getKey() + " (" + Words.count(entry.getValue(), "record", "records") + ")")
                            .toList(),
                    "");
        }

        private static String absence(List<Value> values) {
            List<String> why = values.stream()
                    .flatMap(value -> Stream.ofNullable(value.whyMissing()))
                    .distinct()
                    .toList();
            return why.isEmpty() ? "Not recorded" : "Not recorded: " + String.join("; ", why);
        }
    }
}
