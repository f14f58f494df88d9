package clew.app.groups;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Of what kind a change is: all that a notice says of it. */
public enum Change {
    /** A record of what is watched came in, or shows no more. */
    RECORD,
    /** One that was there says something else. */
    CORRECTION,
    /** What refers to it: events, what happened in them, relationships. */
    EVENT,
    /** A line of enquiry in which it is. */
    LINE,
    /** What a watched line rests on. */
    EVIDENCE,
    /** What people decided on it, or that it ended. */
    STANDING,
    /** Whom a search finds. */
    FOUND;

    private static final int BYTES = 32;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Change of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A keyed hash of what shows for each kind, one after the other; of nothing where nothing of the kind can show. */
    static byte[] mark(Map<Change, String> seen, KeyedHash hash) {
        byte[] mark = new byte[BYTES * values().length];
        for (Change kind : values()) {
            byte[] text = seen.getOrDefault(kind, "").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(hash.of(text), 0, mark, BYTES * kind.ordinal(), BYTES);
        }
        return mark;
    }

    /** In which kinds two marks differ; none where one of them was made before kinds were told apart. */
    static Set<Change> between(byte[] before, byte[] now) {
        Set<Change> kinds = EnumSet.noneOf(Change.class);
        for (Change kind : values()) {
            int from = BYTES * kind.ordinal();
            if (before.length == now.length && !Arrays.equals(before, from, from + BYTES, now, from, from + BYTES)) {
                kinds.add(kind);
            }
        }
        if (kinds.contains(RECORD)) {
            kinds.remove(CORRECTION); // the versions of a record change with the records
        }
        return kinds;
    }

    /** What shows of a line that is watched. */
    static Map<Change, String> seen(Line line) {
        return new EnumMap<>(Map.of(
                EVIDENCE,
                line.evidenceKey().toString(),
                STANDING,
                line.standing().state().name()));
    }
}
