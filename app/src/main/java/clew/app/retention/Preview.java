package clew.app.retention;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a disposal would do, in counts that name nobody.
 *
 * @param agency whose records they are
 * @param rows as received that would go
 * @param records by type of record that would go
 * @param held rows that a hold stops, by the hold's name
 * @param blocked rows that stay because something else in them is not over
 */
public record Preview(
        String agency, int rows, SortedMap<String, Integer> records, SortedMap<String, Integer> held, int blocked) {

    public Preview {
        records = new TreeMap<>(records);
        held = new TreeMap<>(held);
    }

    Map<String, Object> body() {
        return Map.of("rows", rows, "records", records, "held", held, "blocked", blocked);
    }
}
