package clew.core.standard;

import java.util.Objects;
import java.util.UUID;

/**
 * Points to another record.
 *
 * @param shape the shape of the record pointed to
 * @param record its record id, as {@link RecordIdentity} gives it
 */
public record Reference(String shape, UUID record) {
    public Reference {
        Objects.requireNonNull(shape, "shape is null");
        Objects.requireNonNull(record, "record is null");
    }
}
