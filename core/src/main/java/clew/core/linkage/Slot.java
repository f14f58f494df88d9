package clew.core.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing compared: four bits of a pair's pattern.
 *
 * @param name in plain words
 * @param columns it reads
 * @param outcomes level 0 is always "missing"; the last level is always the one that says "different"
 * @param values whose shared value adjusts the weight of exact levels; null when values do not matter
 * @param parent name of the slot that this one travels with; null when it stands alone
 */
record Slot(
        String name,
        List<String> columns,
        List<Outcome> outcomes,
        @Nullable Exactness values,
        @Nullable String parent) {

    /** How far an outcome speaks for one person. */
    enum Agreement {
        MISSING,
        EXACT,
        CLOSE,
        PARTIAL,
        DIFFERENT
    }

    /**
     * One level.
     *
     * @param label in plain words
     * @param agreement its rank
     */
    record Outcome(String label, Agreement agreement) {}

    static final Outcome MISSING = new Outcome("missing", Agreement.MISSING);

    static Outcome exact(String label) {
        return new Outcome(label, Agreement.EXACT);
    }

    static Outcome close(String label) {
        return new Outcome(label, Agreement.CLOSE);
    }

    static Outcome partial(String label) {
        return new Outcome(label, Agreement.PARTIAL);
    }

    static Outcome different(String label) {
        return new Outcome(label, Agreement.DIFFERENT);
    }

    int levels() {
        return outcomes.size();
    }

    /** Whether this level says that the values agree, so that what travels with them tells little more. */
    boolean agrees(int level) {
        Agreement agreement = outcomes.get(level).agreement();
        return agreement == Agreement.EXACT || agreement == Agreement.CLOSE;
    }

    /** By level: {@link #agrees}; all others of the sixteen do not. */
    boolean[] agreeing() {
        boolean[] agreeing = new boolean[16];
        for (int level = 0; level < levels(); level++) {
            agreeing[level] = agrees(level);
        }
        return agreeing;
    }

    boolean isByValue(int level) {
        return values != null && outcomes.get(level).agreement() == Agreement.EXACT;
    }

    Slot under(@Nullable String newParent) {
        return new Slot(name, columns, outcomes, values, newParent);
    }
}
