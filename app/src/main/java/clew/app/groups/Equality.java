package clew.app.groups;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Standing.State;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.CodeLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What surfaces and what is decided, by recorded ethnicity, sex and disability, for each record of a person that is held. The one place that sets these beside
 * patterns: nothing here goes back to them. A share comes with Wilson's interval at 95% (Wilson 1927, doi 10.2307/2276774); numbers of 1 to 4 are not told.
 */
public final class Equality {
    /** The largest number that would point at somebody. */
    public static final int SMALL = 4;

    private static final double DEVIATIONS = 1.96;
    private static final List<String> FIELDS = List.of("self_defined_ethnicity", "sex", "disability");
    private static final String HELD = """
            select r.record_id, r.body -> ? as value from picture.record r where r.shape = 'person'""";

    private final AppTransactions app;
    private final Enquiries enquiries;

    Equality(AppTransactions app, Enquiries enquiries) {
        this.app = app;
        this.enquiries = enquiries;
    }

    /** A share with its interval, each from 0 to 1. */
    public record Share(long part, long whole, double low, double high) {

        /** Wilson's score interval. */
        static Share of(long part, long whole) {
            if (whole == 0) {
                return new Share(0, 0, 0, 1);
            }
            double share = part / (double) whole;
            double square = DEVIATIONS * DEVIATIONS;
            double centre = (share + square / (2 * whole)) / (1 + square / whole);
            double reach = DEVIATIONS
                    / (1 + square / whole)
                    * Math.sqrt(share * (1 - share) / whole + square / (4.0 * whole * whole));
            return new Share(part, whole, Math.max(0, centre - reach), Math.min(1, centre + reach));
        }

        public boolean isSmall() {
            return part > 0 && part <= SMALL || whole > 0 && whole <= SMALL;
        }
    }

    /**
     * One value of a field.
     *
     * @param value as recorded, in words; of a field without one: not recorded
     * @param adults records of adults shown in a line, of all held
     * @param children records of children shown in a line, of all held
     * @param accepted of the records shown, those in an accepted line
     * @param ended of the records shown, those in a line that was rejected or ended
     */
    public record Row(String field, String value, Share adults, Share children, Share accepted, Share ended) {}

    /** By field, then by value. */
    public List<Row> of(Rights rights) {
        List<Line> lines = enquiries.all(rights);
        Set<UUID> adults = records(lines, line -> true, Side.ADULT);
        Set<UUID> children = records(lines, line -> true, Side.CHILD, Side.UNKNOWN);
        Set<UUID> accepted =
                records(lines, line -> line.standing().state() == State.ACCEPTED, Side.ADULT, Side.CHILD, Side.UNKNOWN);
        Set<UUID> ended = records(
                lines,
                line -> line.standing().state() == State.REJECTED
                        || line.standing().state() == State.ENDED,
                Side.ADULT,
                Side.CHILD,
                Side.UNKNOWN);
        return app.read(rights, sql -> {
            List<Row> rows = new ArrayList<>();
            for (String field : FIELDS) {
                held(sql, field).forEach((value, records) -> {
                    long shown = count(records, adults) + count(records, children);
                    rows.add(new Row(
                            field,
                            value,
                            Share.of(count(records, adults), records.size()),
                            Share.of(count(records, children), records.size()),
                            Share.of(count(records, accepted), shown),
                            Share.of(count(records, ended), shown)));
                });
            }
            return rows;
        });
    }

    private static Set<UUID> records(List<Line> lines, Predicate<Line> which, Side... sides) {
        Set<Side> wanted = Set.of(sides);
        return lines.stream()
                .filter(which)
                .flatMap(line -> line.found().members().stream())
                .filter(member -> wanted.contains(member.side()))
                .sorted(Comparator.comparing(Member::subject))
                .flatMap(member -> member.records().stream())
                .collect(Collectors.toSet());
    }

    private static long count(List<UUID> records, Set<UUID> among) {
        return records.stream().filter(among::contains).count();
    }

    private static Map<String, List<UUID>> held(JdbcClient sql, String field) {
        Map<String, List<UUID>> held = new TreeMap<>();
        Map<String, String> words = new HashMap<>();
        sql.sql(HELD).param(field).query(row -> {
            String value = row.getString(2) == null ? "" : row.getString(2).replaceAll("[\\[\\]\"]", "");
            held.computeIfAbsent(words.computeIfAbsent(value, code -> words(field, code)), key -> new ArrayList<>())
                    .add(row.getObject(1, UUID.class));
        });
        return held;
    }

    private static String words(String list, String codes) {
        return codes.isBlank()
                ? "Not recorded"
                : List.of(codes.split(",")).stream()
                        .map(code -> CodeLists.named(list)
                                .find(code.strip())
                                .map(found -> found.label())
                                .orElse(code.strip()))
                        .collect(Collectors.joining(", "));
    }
}
