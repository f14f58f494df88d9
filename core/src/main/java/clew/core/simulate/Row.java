package clew.core.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one row of an extract says, under neutral names; a {@link Layout} decides which of it the sender has a column for, and how it is written. */
final class Row {

    private final Map<String, Object> values = new HashMap<>();

    Row put(String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            values.put(name, value);
        }
        return this;
    }

    /** The person as an agency wrote them, under names such as {@code child.given}. */
    Row person(String part, Entry entry) {
        put(part + ".truth", entry.truth());
        entry.values().forEach((name, value) -> put(part + "." + name, value));
        return this;
    }

    Row place(String part, Place place, String key) {
        put(part + ".truth", place.id());
        put(part + ".key", key);
        put(part + ".name", place.name());
        put(part + ".kind", place.kind());
        return address(part, place.address());
    }

    Row address(String part, Address address) {
        put(part + ".house", address.house());
        put(part + ".street", address.street());
        put(part + ".line", address.line());
        put(part + ".town", address.town());
        put(part + ".postcode", address.postcode());
        return put(part + ".uprn", address.uprn());
    }

    Row vehicle(String part, Vehicle vehicle) {
        put(part + ".truth", vehicle.id());
        put(part + ".plate", vehicle.plate());
        put(part + ".spaced", vehicle.spacedPlate());
        put(part + ".make", vehicle.make());
        put(part + ".model", vehicle.model());
        return put(part + ".colour", vehicle.colour());
    }

    Row phone(String part, String number) {
        return put(part + ".truth", "T" + number).put(part + ".number", number);
    }

    /** The neutral names every recorded event has: key, occurred, time, known. */
    Row event(Event event, String key, LocalDate known) {
        put("key", key)
                .put("occurred", event.occurred())
                .put("time", event.time())
                .put("known", known);
        put("updated", known.atTime(8 + event.minute() % 10, event.minute() % 60));
        return put("text", event.text());
    }

    @Nullable
    Object get(String name) {
        return values.get(name);
    }
}
