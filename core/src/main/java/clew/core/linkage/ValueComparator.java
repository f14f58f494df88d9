package clew.core.linkage;

import java.util.List;

/** Compares one value a record: equal values by how rare they are, different ones as a kind of comparison sees them. */
abstract class ValueComparator implements Comparator {
    private final Field field;
    private final Exactness exactness;
    private final Slot slot;

    /**
     * Compares the values of a field.
     *
     * @param outcomes first that of a missing value, then those of equal ones, then those of different ones
     */
    ValueComparator(Field field, Exactness exactness, List<Slot.Outcome> outcomes) {
        this.field = field;
        this.exactness = exactness;
        slot = new Slot(field.name(), field.columns(), outcomes, exactness, null);
    }

    /** The level of two different values, the one with the smaller number first. */
    abstract int levelOfDifferent(int low, int high, Scratch scratch);

    @Override
    public final List<Slot> slots() {
        return List.of(slot);
    }

    @Override
    public final long levels(int left, int right, Scratch scratch) {
        int a = field.code(left);
        int b = field.code(right);
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? exactness.level(a) : levelOfDifferent(Math.min(a, b), Math.max(a, b), scratch);
    }

    @Override
    public final void addLevels(PairBatch pairs, int shift, Scratch scratch) {
        pairs.tellEqualFromDifferent(exactness, shift);
        addDifferent(pairs, shift, scratch);
    }

    /** Adds the levels of the pairs whose values differ. */
    abstract void addDifferent(PairBatch pairs, int shift, Scratch scratch);
}
