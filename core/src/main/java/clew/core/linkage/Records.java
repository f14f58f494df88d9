package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records of a table in canonical order, normalised by kind into fields. */
final class Records {
    private final RecordTable table;
    private final int[] order;
    private final int[] sources;
    private final Map<Kind, List<Integer>> columnsOfKind = new EnumMap<>(Kind.class);
    private @Nullable Names names;
    private final List<KindField> fields = new ArrayList<>();

    /**
     * A field that stands for itself.
     *
     * @param kind of its values
     * @param field its values
     */
    record KindField(Kind kind, Field field) {}

    Records(RecordTable table) {
        this.table = table;
        order = table.canonicalOrder();
        sources = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            sources[row] = table.sourceOf(order[row]);
        }
        for (int column = 0; column < table.columns().size(); column++) {
            columnsOfKind
                    .computeIfAbsent(table.columns().get(column).kind(), kind -> new ArrayList<>())
                    .add(column);
        }
        names = readNames();
        readDates();
        addEach(Kind.SEX, Records::sex);
        addEach(Kind.POSTCODE, Folding::joined);
        addEach(Kind.STREET, Folding::words);
        addEach(Kind.HOUSE_NUMBER, Folding::joined);
        addEach(Kind.PLACE, Folding::words);
        addEach(Kind.AREA, Folding::words);
        addEach(Kind.ADDRESS, Folding::words);
        addEach(Kind.PHONE, Records::phone);
        addEach(Kind.EMAIL, Records::email);
        addEach(Kind.IDENTIFIER, Records::identifier);
        addEach(Kind.ORGANISATION_NAME, Folding::words);
        addEach(Kind.CATEGORY, Folding::words);
        addEach(Kind.FREE_TEXT, Folding::words);
        putSideBySide();
    }

    private void putSideBySide() {
        int first = names == null ? 0 : 3;
        int width = first + fields.size();
        int[] cells = new int[Math.multiplyExact(order.length, width)];
        names = names == null ? null : names.movedTo(cells, width);
        for (int i = 0; i < fields.size(); i++) {
            KindField field = fields.get(i);
            fields.set(i, new KindField(field.kind(), field.field().movedTo(cells, width, first + i)));
        }
    }

    int rows() {
        return order.length;
    }

    /** Row of the table at this place in the canonical order. */
    int tableRow(int row) {
        return order[row];
    }

    int source(int row) {
        return sources[row];
    }

    @Nullable
    Names names() {
        return names;
    }

    List<KindField> fields() {
        return fields;
    }

    private void addEach(Kind kind, UnaryOperator<String> normaliser) {
        List<Integer> columns = columnsOfKind.getOrDefault(kind, List.of());
        for (int column : columns) {
            String name = columns.size() == 1
                    ? kind.title()
                    : table.columns().get(column).name();
            Field field = field(name, List.of(column), new Dictionary(), codes(column, normaliser));
            fields.add(new KindField(kind, field));
        }
    }

    /** Normalised texts by record, each distinct raw value normalised once. */
    private String[] codes(int column, UnaryOperator<String> normaliser) {
        Texts raw = table.textsOf(column);
        String[] normalised = new String[raw.size()];
        for (int code = 0; code < normalised.length; code++) {
            normalised[code] = normaliser.apply(raw.text(code));
        }
        String[] values = new String[order.length];
        for (int row = 0; row < order.length; row++) {
            values[row] = normalised[table.codeOf(order[row], column)];
        }
        return values;
    }

    private Field field(String name, List<Integer> columns, Dictionary dictionary, String[] values) {
        int[] codes = numbers(dictionary, values);
        dictionary.freeze();
        return Field.of(name, namesOf(columns), dictionary, codes);
    }

    private static int[] numbers(Dictionary dictionary, String[] values) {
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            codes[row] = dictionary.number(values[row]);
        }
        return codes;
    }

    private List<String> namesOf(List<Integer> columns) {
        return columns.stream()
                .map(column -> table.columns().get(column).name())
                .toList();
    }

    private String[] first(Kind kind, UnaryOperator<String> normaliser) {
        List<Integer> columns = columnsOfKind.getOrDefault(kind, List.of());
        if (columns.isEmpty()) {
            String[] none = new String[order.length];
            Arrays.fill(none, "");
            return none;
        }
        return codes(columns.get(0), normaliser);
    }

    private @Nullable Names readNames() {
        List<Integer> columns = new ArrayList<>();
        for (Kind kind : List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.MIDDLE_NAME, Kind.FULL_NAME)) {
            columns.addAll(columnsOfKind.getOrDefault(kind, List.of()));
        }
        if (columns.isEmpty()) {
            return null;
        }
        String[] given = first(Kind.GIVEN_NAME, Records::name);
        String[] family = first(Kind.FAMILY_NAME, Records::name);
        String[] middle = first(Kind.MIDDLE_NAME, Records::name);
        String[] full = first(Kind.FULL_NAME, Records::name);
        String[] inOrder = first(Kind.FULL_NAME, Records::fullInOrder);
        String[] others = new String[order.length];
        for (int row = 0; row < order.length; row++) {
            if (given[row].isEmpty() && family[row].isEmpty() && !inOrder[row].isEmpty()) {
                full[row] = inOrder[row];
                int firstSpace = full[row].indexOf(' ');
                int lastSpace = full[row].lastIndexOf(' ');
                given[row] = firstSpace < 0 ? full[row] : full[row].substring(0, firstSpace);
                family[row] = lastSpace < 0 ? "" : full[row].substring(lastSpace + 1);
            }
            String rest = Titles.droppedAmongOthers(Names.without(full[row], given[row], family[row], middle[row]));
            others[row] = (middle[row] + " " + rest).strip();
        }
        Dictionary dictionary = new Dictionary();
        int[] givenCodes = numbers(dictionary, given);
        int[] familyCodes = numbers(dictionary, family);
        Dictionary otherTexts = new Dictionary();
        int[] otherCodes = numbers(otherTexts, others);
        int[][] words = new int[otherTexts.size()][];
        for (int code = 0; code < words.length; code++) {
            words[code] = Names.wordsOf(otherTexts.text(code), dictionary);
        }
        dictionary.freeze();
        otherTexts.freeze();
        return new Names(
                Field.of("given name", namesOf(some(columns, Kind.GIVEN_NAME, Kind.FULL_NAME)), dictionary, givenCodes),
                Field.of(
                        "family name",
                        namesOf(some(columns, Kind.FAMILY_NAME, Kind.FULL_NAME)),
                        dictionary,
                        familyCodes),
                Field.of(
                        "other names",
                        namesOf(some(columns, Kind.MIDDLE_NAME, Kind.FULL_NAME)),
                        otherTexts,
                        otherCodes),
                words,
                Nicknames.shipped());
    }

    private List<Integer> some(List<Integer> columns, Kind one, Kind other) {
        return columns.stream()
                .filter(column -> table.columns().get(column).kind() == one
                        || table.columns().get(column).kind() == other)
                .toList();
    }

    /** "Smith, John" is "john smith". */
    private static String fullInOrder(String raw) {
        int comma = raw.indexOf(',');
        return comma > 0 && comma == raw.lastIndexOf(',')
                ? name(raw.substring(comma + 1) + " " + raw.substring(0, comma))
                : name(raw);
    }

    private static String name(String raw) {
        return Titles.dropped(Folding.words(raw));
    }

    private void readDates() {
        addEach(Kind.DATE_OF_BIRTH, raw -> packed(DateParts.parse(raw)));
        if (!columnsOfKind.containsKey(Kind.YEAR_OF_BIRTH) || columnsOfKind.containsKey(Kind.DATE_OF_BIRTH)) {
            return;
        }
        String[] years = first(Kind.YEAR_OF_BIRTH, Folding::digits4);
        String[] months = first(Kind.MONTH_OF_BIRTH, Folding::digits4);
        String[] days = first(Kind.DAY_OF_BIRTH, Folding::digits4);
        String[] dates = each(
                row -> packed(DateParts.pack(number(years[row]), number(months[row]) % 100, number(days[row]) % 100)));
        List<Integer> columns = new ArrayList<>();
        for (Kind kind : List.of(Kind.YEAR_OF_BIRTH, Kind.MONTH_OF_BIRTH, Kind.DAY_OF_BIRTH)) {
            columns.addAll(columnsOfKind.getOrDefault(kind, List.of()));
        }
        fields.add(new KindField(Kind.DATE_OF_BIRTH, field("date of birth", columns, new Dictionary(), dates)));
    }

    private String[] each(IntFunction<String> value) {
        String[] values = new String[order.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = value.apply(row);
        }
        return values;
    }

    private static String packed(int date) {
        return date == 0 ? "" : Integer.toString(date);
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String sex(String raw) {
        return switch (Folding.words(raw)) {
            case "m", "male", "man", "boy", "1" -> "m";
            case "f", "female", "woman", "girl", "2" -> "f";
            default -> "";
        };
    }

    /** The last ten digits, so that +44 and 0 are one. */
    private static String phone(String raw) {
        String digits = Folding.digits(raw);
        return digits.length() < 6 ? "" : digits.substring(Math.max(0, digits.length() - 10));
    }

    private static String email(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT);
        return text.indexOf('@') > 0 && !Folding.isUnknown(text) ? text : "";
    }

    private static String identifier(String raw) {
        String text = Folding.joined(raw);
        return text.chars().distinct().count() <= 1 ? "" : text;
    }
}
