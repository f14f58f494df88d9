package clew.core.network.records;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is who: true persons, linked persons, or the persons of one viewer. */
@FunctionalInterface
public interface Persons {
    /** Each record a person of its own. */
    Persons APART = record -> null;

    /**
     * The id of the person to whom a person's record belongs, or null when it stands alone; it then goes by the record's id. Also asked of a vehicle, phone,
     * account, organisation or place, which goes by what it says itself when the answer is null.
     */
    @Nullable
    String personOf(UUID record);
}
