package clew.app.web;

import clew.app.identity.PairView;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Part;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.identity.PersonView.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;

/** Two people side by side: what each side says, field by field, and where they agree. */
final class TwoSides {

    private TwoSides() {}

    static void into(Model model, PairView.Pair pair) {
        boolean one = pair.isOne();
        Person left = pair.left();
        Person right = pair.right();
        RecordNames names =
                new RecordNames(Stream.concat(left.records().stream(), one ? Stream.of() : right.records().stream())
                        .toList());
        List<SideBySide.Row> rows = new ArrayList<>();
        SideBySide table = one ? SideBySide.of(left, names) : table(left, right, rows);
        model.addAttribute("one", one);
        model.addAttribute(
                "name", left.name().equals(right.name()) ? left.name() : left.name() + " and " + right.name());
        model.addAttribute("table", table);
        model.addAttribute("agree", titles(rows, "Same"));
        model.addAttribute("partly", titles(rows, "Partly the same"));
        model.addAttribute("differ", titles(rows, "Different"));
        model.addAttribute(
                "sides",
                one ? List.of(side("Held as one person", left)) : List.of(side("First", left), side("Second", right)));
        model.addAttribute("reason", pair.link() == null ? null : Reasons.of(pair.link(), names));
    }

    /** The two records that are asked about where both are of one person: how they are called in the table. */
    static String asked(PairView.Pair pair, UUID left, UUID right) {
        RecordNames names = new RecordNames(pair.left().records());
        return pair.isOne() && pair.left().records().size() > 2 ? names.of(left) + " and " + names.of(right) : "";
    }

    private static Side side(String title, Person person) {
        return new Side(
                title + ": " + person.name(),
                "/persons/" + person.record(),
                person.records().stream().map(TwoSides::source).toList());
    }

    private static String source(Source source) {
        String role = source.role().isEmpty() ? "" : ", as " + source.role().replace('_', ' ');
        String known = source.knownFrom() == null ? "" : ", known to them " + Words.date(source.knownFrom());
        return source.agency() + " (" + source.system() + role + ")" + known + ", received "
                + Words.date(source.receivedAt()) + ". Handling: "
                + (source.handling().isEmpty() ? "not said" : source.handling());
    }

    private static String titles(List<SideBySide.Row> rows, String agreement) {
        return Words.list(rows.stream()
                .filter(row -> row.agreement().equals(agreement))
                .map(SideBySide.Row::title)
                .toList());
    }

    private static SideBySide table(Person left, Person right, List<SideBySide.Row> all) {
        List<String> columns = List.of(column("First", left), column("Second", right));
        Map<String, FieldRow> ones = byName(left);
        Map<String, FieldRow> others = byName(right);
        Map<String, FieldRow> fields = new LinkedHashMap<>(ones);
        others.forEach(fields::putIfAbsent);
        List<SideBySide.Group> groups = new ArrayList<>();
        for (Part part : Part.values()) {
            List<SideBySide.Row> rows = fields.values().stream()
                    .filter(field -> field.part() == part)
                    .map(field -> row(field, values(ones, field), values(others, field), columns))
                    .toList();
            all.addAll(rows);
            if (!rows.isEmpty()) {
                groups.add(new SideBySide.Group(part.title(), rows));
            }
        }
        List<String> differing = all.stream()
                .filter(SideBySide.Row::differs)
                .map(SideBySide.Row::title)
                .toList();
        return new SideBySide(columns, left.records().size() + right.records().size(), groups, differing);
    }

    private static Map<String, FieldRow> byName(Person person) {
        return person.fields().stream()
                .collect(Collectors.toMap(FieldRow::name, field -> field, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<Value> values(Map<String, FieldRow> fields, FieldRow field) {
        FieldRow row = fields.get(field.name());
        return row == null ? List.of() : row.values();
    }

    private static SideBySide.Row row(FieldRow field, List<Value> one, List<Value> other, List<String> columns) {
        String agreement = field.name().equals("local_id") ? "Each sender's own" : agreement(said(one), said(other));
        return new SideBySide.Row(
                field.title(),
                agreement.equals("Different"),
                agreement,
                List.of(SideBySide.Cell.of(columns.get(0), one), SideBySide.Cell.of(columns.get(1), other)));
    }

    private static String agreement(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() ? "Neither says" : "Only one says";
        }
        if (one.equals(other)) {
            return "Same";
        }
        return one.stream().anyMatch(other::contains) ? "Partly the same" : "Different";
    }

    private static Set<String> said(List<Value> values) {
        return values.stream()
                .flatMap(value -> value.given().stream())
                .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
                .collect(Collectors.toSet());
    }

    private static String column(String title, Person person) {
        List<String> agencies =
                person.records().stream().map(Source::agency).distinct().toList();
        return title + ": "
                + (person.records().size() == 1 ? "" : person.records().size() + " records, ")
                + (agencies.size() <= 2 ? Words.list(agencies) : agencies.size() + " agencies");
    }

    /** One of the two, with the records that it consists of. */
    record Side(String title, String address, List<String> records) {}
}
