package clew.app.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on a line or a pattern. It is about records, and holds for whatever line rests on them, or for the pattern of whatever they are of.
 *
 * @param about {@code line}, {@code thing} or the kind of a pattern
 * @param subjects keyed hashes, in hexadecimal, of the records of whom or what a pattern is about
 * @param by name of who decided
 * @param byViewer whether that is who is looking
 * @param evidence records of the episodes; empty when the line was rejected
 * @param hashes keyed hashes of them, in hexadecimal, when the line was rejected
 * @param until parked: the day on which it comes back
 * @param answers the request that a second reviewer answered
 * @param caseId of the case that an acceptance opened
 */
public record Verdict(
        UUID id,
        String about,
        Set<String> subjects,
        Kind kind,
        Instant at,
        String by,
        boolean byViewer,
        String agency,
        String reason,
        Set<UUID> evidence,
        Set<String> hashes,
        @Nullable LocalDate until,
        @Nullable UUID answers,
        @Nullable UUID caseId) {

    public Verdict {
        subjects = Set.copyOf(subjects);
        evidence = Set.copyOf(evidence);
        hashes = Set.copyOf(hashes);
    }

    /** The kinds of verdicts. */
    public enum Kind {
        ACCEPTED,
        PARKED,
        REJECT_ASKED,
        REJECT_REFUSED,
        REJECTED,
        SPLIT,
        MERGED,
        RENEWED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is about this: a pattern of the same kind and the same subject, or a line with which it shares half of the fewer records. */
    boolean isAbout(Matter matter, Function<UUID, byte[]> hash) {
        return about.equals(matter.about())
                && (matter.subjects().isEmpty()
                        ? shares(matter.evidence(), hash)
                        : matter.subjects().stream().anyMatch(record -> subjects.contains(hex(record, hash))));
    }

    private boolean shares(Collection<UUID> records, Function<UUID, byte[]> hash) {
        long shared = records.stream().filter(record -> knows(record, hash)).count();
        int known = Math.max(evidence.size(), hashes.size());
        return shared > 0 && shared * 2 >= Math.min(known, records.size());
    }

    /** Those of the records that it did not know. */
    List<UUID> unknownTo(Collection<UUID> records, Function<UUID, byte[]> hash) {
        return records.stream().filter(record -> !knows(record, hash)).toList();
    }

    private boolean knows(UUID record, Function<UUID, byte[]> hash) {
        return hashes.isEmpty() ? evidence.contains(record) : hashes.contains(hex(record, hash));
    }

    private static String hex(UUID record, Function<UUID, byte[]> hash) {
        return HexFormat.of().formatHex(hash.apply(record));
    }
}
