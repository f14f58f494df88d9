package clew.app.quality;

import clew.core.standard.Field;
import clew.core.standard.Standard;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a series is about. Ordered for readers: what the National Audit found missing first (the ethnicity and nationality of suspects, then of
 * victims), then by agency, whose records, and the field's place in the standard.
 */
record Subject(String slug, String agency, String shape, String role, String field) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER = Comparator.comparingInt(Subject::rank)
            .thenComparing(Subject::agency)
            .thenComparing(Subject::slug)
            .thenComparing(Subject::about)
            .thenComparingInt(Subject::place)
            .thenComparing(Subject::field);

    QualityTable.Series series(List<QualityTable.Month> months) {
        return new QualityTable.Series(agency, slug, about(), field, title(), months);
    }

    /** Whose records, in words. */
    String about() {
        return switch (shape) {
            case "involvement" ->
                Set.of("suspect", "victim").contains(role) ? role + "s" : "people in events" + as(role);
            case "person" -> "people" + as(role);
            default -> plural(Standard.shape(shape).title().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    private static String as(String role) {
        return role.isEmpty() ? "" : " (" + role.replace('_', ' ') + ")";
    }

    private int rank() {
        if (!QualityTable.FOREMOST.contains(field)) {
            return 3;
        }
        return switch (role) {
            case "suspect" -> 0;
            case "victim" -> 1;
            default -> 2;
        };
    }

    private String title() {
        return Standard.shape(shape).find(field).map(Field::title).orElse(field);
    }

    private int place() {
        return Standard.shape(shape).find(field).map(Field::index).orElse(Integer.MAX_VALUE);
    }

    private static String plural(String words) {
        String spaced = words.replace('_', ' ');
        return spaced.endsWith("s") || spaced.equals("intelligence") || spaced.equals("testimony")
                ? spaced
                : spaced.endsWith("y") ? spaced.substring(0, spaced.length() - 1) + "ies" : spaced + "s";
    }
}
