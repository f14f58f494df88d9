package clew.app.quality;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The quality of what agencies sent, counted when the Picture was built. Stateless and safe for use by many threads. */
final class PictureQuality implements QualityTable {

    private static final String COUNTS = """
            select a.slug, a.name as agency, q.shape, q.role, q.field, q.month,
                   sum(q.records)::bigint as records, sum(q.present)::bigint as present, sum(q.valid)::bigint as valid
              from picture.quality q join access.agency a using (agency_id)
             group by a.slug, a.name, q.shape, q.role, q.field, q.month""";

    private final AppTransactions app;

    PictureQuality(AppTransactions app) {
        this.app = app;
    }

    @Override
    public List<Series> all(Rights rights) {
        Map<Subject, TreeMap<YearMonth, Count>> counts = new LinkedHashMap<>();
        for (Line line : app.read(
                rights, sql -> sql.sql(COUNTS).query((row, number) -> line(row)).list())) {
            counts.computeIfAbsent(line.subject, key -> new TreeMap<>()).put(line.month, line.count);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().series(withoutGaps(entry.getValue())))
                .toList();
    }

    @Override
    public List<Correction> nextMostUseful(Rights rights) {
        return Advice.on(all(rights));
    }

    private static List<Month> withoutGaps(TreeMap<YearMonth, Count> counts) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month = counts.firstKey(); !month.isAfter(counts.lastKey()); month = month.plusMonths(1)) {
            months.add(new Month(month, counts.getOrDefault(month, Count.NONE)));
        }
        return months;
    }

    private record Line(Subject subject, YearMonth month, Count count) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new Subject(
                        row.getString("slug"),
                        row.getString("agency"),
                        row.getString("shape"),
                        row.getString("role"),
                        row.getString("field")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new Count(row.getLong("records"), row.getLong("present"), row.getLong("valid")));
    }
}
