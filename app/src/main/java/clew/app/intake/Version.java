package clew.app.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record. Versions order by the sender's version, then by the time the extract was drawn, then by receipt; a version without a
 * time stands below one that has it.
 *
 * @param content hash of what it says
 * @param knownFrom when the sender knew it; null: not said
 * @param number larger = received later
 * @param checksum of the row that holds it; null: of no row
 * @param recordClass who may see it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals where it is compared
record Version(
        UUID content,
        @Nullable Instant senderVersion,
        @Nullable Instant extracted,
        Instant received,
        @Nullable LocalDate knownFrom,
        long number,
        boolean withdrawn,
        byte @Nullable [] checksum,
        RecordClass recordClass) {

    /** The last in this order is in force; the same as in the view {@code records.current}. */
    static final Comparator<Version> ORDER = Comparator.comparing(
                    Version::senderVersion, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Version::extracted, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Version::received)
            .thenComparingLong(Version::number);
}
