package clew.app.identity;

import clew.app.store.OneMessage;
import clew.core.standard.Code;
import clew.core.standard.Field;
import clew.core.standard.InvolvementShape;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts, for every agency, kind of record, field and month, how many records there are, have a value, and have a good one. Not thread-safe. */
final class QualityCounts {
    private static final String ADD = """
            insert into picture.counted as q (agency_id, class_id, shape, role, month, records, field, present, valid)
            select ?, ?, ?, ?, ?, ?, f.field, f.present, f.valid from unnest(?::text[], ?::bigint[], ?::bigint[]) f (field, present, valid)
            on conflict (class_id, shape, role, field, month) do update
               set records = q.records + excluded.records, present = q.present + excluded.present, valid = q.valid + excluded.valid""";

    private final Map<Series, Counts> counts = new TreeMap<>();

    /** Whose records of which month; ordered so that the rows come in the same order every time. */
    private record Series(int agency, int classId, String shape, String role, LocalDate month)
            implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            return java.util.Comparator.comparingInt(Series::agency)
                    .thenComparingInt(Series::classId)
                    .thenComparing(Series::shape)
                    .thenComparing(Series::role)
                    .thenComparing(Series::month)
                    .compare(this, other);
        }
    }

    private static final class Counts {
        private final List<Field<?>> fields;
        private final long[] present;
        private final long[] valid;
        private long records;

        Counts(Shape shape) {
            fields = shape.ownFields();
            present = new long[fields.size()];
            valid = new long[fields.size()];
        }

        void add(StandardRecord record, Set<String> unreadable) {
            records++;
            for (int i = 0; i < present.length; i++) {
                boolean good = record.has(fields.get(i));
                valid[i] += good ? 1 : 0;
                present[i] += good || unreadable.contains(fields.get(i).name()) ? 1 : 0;
            }
        }
    }

    /**
     * Counts one record.
     *
     * @param day when the agency came to know, else of receipt
     * @param unreadable fields that had a value which could not be read
     */
    void add(int agency, int classId, String role, LocalDate day, StandardRecord record, Set<String> unreadable) {
        Series series = new Series(agency, classId, record.shape().name(), whose(record, role), day.withDayOfMonth(1));
        counts.computeIfAbsent(series, key -> new Counts(record.shape())).add(record, unreadable);
    }

    // Suspects and victims are told apart by what they had to do with the event, not by the sender's columns.
    private static String whose(StandardRecord record, String roleInRow) {
        Code role = record.shape() == InvolvementShape.SHAPE ? record.get(InvolvementShape.ROLE) : null;
        return role == null ? roleInRow : role.code();
    }

    /** Into the empty table of a new Picture. */
    void copyTo(CopyRows rows) {
        counts.forEach((series, counted) -> {
            for (int i = 0; i < counted.present.length; i++) {
                rows.number(series.agency)
                        .number(series.classId)
                        .text(series.shape)
                        .text(series.role)
                        .text(counted.fields.get(i).name())
                        .date(series.month)
                        .number(counted.records)
                        .number(counted.present[i])
                        .number(counted.valid[i])
                        .number(0)
                        .end();
            }
        });
    }

    /** To the counts of the Picture in force. */
    void addTo(OneMessage message) throws SQLException {
        for (Map.Entry<Series, Counts> entry : counts.entrySet()) {
            Series series = entry.getKey();
            Counts counted = entry.getValue();
            message.add(
                    ADD,
                    series.agency,
                    series.classId,
                    series.shape,
                    series.role,
                    series.month,
                    counted.records,
                    message.array(
                            "text", counted.fields.stream().map(Field::name).toList()),
                    message.array("bigint", boxed(counted.present)),
                    message.array("bigint", boxed(counted.valid)));
        }
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
