package clew.core.linkage.report;

import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.measure.GroupAccuracy;
import clew.core.measure.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges records apart by what can be seen of their names, so that nobody is served worse unseen: how common the family name is, how long, joined of two, with
 * letters beyond a to z, a part missing. Nobody's origin is inferred from a name.
 */
final class NameGroups {
    private static final int FEWEST = 30;
    private static final int MOST_VALUES = 12;
    private static final int QUARTERS = 4;
    private static final int SHORT = 4;
    private static final int LONG = 9;

    /**
     * One group and how it did.
     *
     * @param division what the records were divided by, such as {@code "How common the family name is"}
     * @param name of the group
     * @param accuracy how its records were put together
     */
    public record Group(String division, String name, GroupAccuracy accuracy) {}

    private final RecordTable table;
    private final Partition truth;
    private final Partition found;
    private final Partition both;
    private final String[] given;
    private final String[] family;
    private final List<Group> groups = new ArrayList<>();

    private NameGroups(RecordTable table, LinkResult result, Partition truth) {
        this.table = table;
        this.truth = truth;
        found = Partition.of(
                IntStream.range(0, result.rows()).map(result::personOf).toArray());
        both = truth.meet(found);
        given = new String[table.rows()];
        family = new String[table.rows()];
        Arrays.fill(given, "");
        Arrays.fill(family, "");
        read();
    }

    static List<Group> of(RecordTable table, LinkResult result, Judged judged) {
        NameGroups groups = new NameGroups(table, result, judged.truth());
        groups.byName();
        judged.groups().forEach(groups::byColumn);
        return groups.groups;
    }

    private void read() {
        int givenAt = column(Kind.GIVEN_NAME);
        int familyAt = column(Kind.FAMILY_NAME);
        int fullAt = column(Kind.FULL_NAME);
        for (int row = 0; row < table.rows(); row++) {
            given[row] = value(row, givenAt);
            family[row] = value(row, familyAt);
            if (given[row].isEmpty() && family[row].isEmpty() && fullAt >= 0) {
                String[] words = value(row, fullAt).split("\\s+");
                given[row] = words.length > 1 ? words[0] : "";
                family[row] = words[words.length - 1];
            }
        }
    }

    private int column(Kind kind) {
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).kind() == kind) {
                return column;
            }
        }
        return -1;
    }

    private String value(int row, int column) {
        return column < 0 ? "" : table.valueOf(row, column).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private void byName() {
        if (Arrays.stream(family).allMatch(String::isEmpty)) {
            return;
        }
        byFrequency();
        String length = "How long the family name is";
        add(length, "up to 4 letters", row -> !family[row].isEmpty() && family[row].length() <= SHORT);
        add(length, "5 to 8 letters", row -> family[row].length() > SHORT && family[row].length() < LONG);
        add(length, "9 letters or more", row -> family[row].length() >= LONG);
        String form = "What the name is made of";
        add(form, "a family name of two words or with a hyphen", row -> family[row].matches(".*\\p{L}[\\s-]+\\p{L}.*"));
        add(form, "a letter beyond a to z, or another script", row -> hasOtherLetter(given[row] + family[row]));
        add(form, "an apostrophe", row -> (given[row] + family[row]).matches(".*['\u2019\u2018`].*"));
        add(form, "no given name", row -> given[row].isEmpty());
        add(form, "no family name", row -> family[row].isEmpty());
        add(form, "both, in plain letters", row -> isPlain(given[row]) && isPlain(family[row]));
    }

    private static boolean hasOtherLetter(String name) {
        return name.codePoints().anyMatch(letter -> letter > 127 && Character.isLetter(letter));
    }

    private static boolean isPlain(String name) {
        return name.matches("[a-z]+");
    }

    /** Four groups of about as many records each: those of the commonest names first. */
    private void byFrequency() {
        Map<String, Integer> counts = new HashMap<>();
        long named = 0;
        for (String name : family) {
            if (!name.isEmpty()) {
                counts.merge(name, 1, Integer::sum);
                named++;
            }
        }
        Map<String, Integer> quarterOf = new HashMap<>();
        int[] most = new int[QUARTERS];
        int[] fewest = new int[QUARTERS];
        long before = 0;
        List<Map.Entry<String, Integer>> falling = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<String, Integer> name : falling) {
            int quarter = (int) (before * QUARTERS / named);
            quarterOf.put(name.getKey(), quarter);
            most[quarter] = Math.max(most[quarter], name.getValue());
            fewest[quarter] = name.getValue();
            before += name.getValue();
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int wanted = quarter;
            String held = most[quarter] == fewest[quarter]
                    ? Words.count(most[quarter], "record", "records")
                    : Words.count(fewest[quarter]) + " to " + Words.count(most[quarter]) + " records";
            add(
                    "How common the family name is, in four groups of about as many records",
                    "held by " + held,
                    row -> quarterOf.getOrDefault(family[row], -1) == wanted);
        }
    }

    private void byColumn(Judged.Column column) {
        Map<String, Long> values = column.values().stream()
                .collect(Collectors.groupingBy(String::strip, LinkedHashMap::new, Collectors.counting()));
        List<String> most = values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .toList();
        String division = "Column \u201c" + column.name() + "\u201d";
        for (String value : most) {
            add(
                    division,
                    value.isEmpty() ? "no value" : value,
                    row -> column.values().get(row).strip().equals(value));
        }
        if (values.size() > most.size()) {
            add(
                    division,
                    "any other value",
                    row -> !most.contains(column.values().get(row).strip()));
        }
    }

    private void add(String division, String name, IntPredicate isMember) {
        boolean[] member = new boolean[table.rows()];
        for (int row = 0; row < member.length; row++) {
            member[row] = isMember.test(row);
        }
        GroupAccuracy accuracy = GroupAccuracy.of(truth, found, both, row -> member[row]);
        if (accuracy.records() >= FEWEST) {
            groups.add(new Group(division, name, accuracy));
        }
    }
}
