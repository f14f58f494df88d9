package clew.core.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A number together with its reasons: an immutable tree whose value <em>is</em> the sum of its details.
 *
 * <p>Values are fixed-point, in millionths of a bit ({@link #UNITS_PER_BIT}), so that sums are exact and the same on every machine. A leaf has no
 * details and states its formula in the description; any other node has the sum of its details as its value, checked on construction. After the
 * {@code Explanation} of Apache Lucene, with addition as the only operation. Immutable and thread-safe.
 *
 * @param value in millionths of a bit
 * @param description what the number is and how it comes about, in plain words with its formula
 * @param details the parts whose values add up to {@code value}; empty for a leaf
 */
public record Explanation(long value, String description, List<Explanation> details) {

    /** Fixed-point units in one bit. */
    public static final long UNITS_PER_BIT = 1_000_000;

    public Explanation {
        details = List.copyOf(details);
        if (!details.isEmpty()) {
            long sum = sum(details);
            if (sum != value) {
                throw new IllegalArgumentException(
                        "expected the details to add up to " + value + ", found " + sum + ", in: " + description);
            }
        }
    }

    /**
     * A number that has no parts.
     *
     * @param value in millionths of a bit
     * @param description with its formula
     */
    public static Explanation leaf(long value, String description) {
        return new Explanation(value, description, List.of());
    }

    /**
     * A number that is the sum of its parts.
     *
     * @param description of the sum
     * @param details the parts; none gives a value of 0
     */
    public static Explanation sum(String description, List<Explanation> details) {
        return new Explanation(sum(details), description, details);
    }

    /** Bits as fixed-point units, rounded half up. */
    public static long units(double bits) {
        return Math.round(bits * UNITS_PER_BIT);
    }

    /** The value in bits, as a floating-point number for drawing and rounding only. */
    public double bits() {
        return (double) value / UNITS_PER_BIT;
    }

    /** The tree as lines of text, parts indented by two spaces below their sum: {@code +12.34 bits  description}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        addLines("", lines);
        return lines;
    }

    /** The tree as maps and lists that any JSON writer takes: {@code value} (millionths of a bit), {@code bits}, {@code description}, {@code details}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", value);
        map.put("bits", bits());
        map.put("description", description);
        if (!details.isEmpty()) {
            map.put("details", details.stream().map(Explanation::toMap).toList());
        }
        return map;
    }

    /** The lines of {@link #lines()} in one text. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private void addLines(String indent, List<String> lines) {
        lines.add(String.format(Locale.ROOT, "%s%+.2f bits  %s", indent, bits(), description));
        details.forEach(detail -> detail.addLines(indent + "  ", lines));
    }

    private static long sum(List<Explanation> details) {
        return details.stream().mapToLong(Explanation::value).reduce(0, Math::addExact);
    }
}
