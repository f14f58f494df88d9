package clew.core.linkage;

/**
 * Which of the exact levels an agreement on a value belongs to: rare values say more than common ones.
 *
 * @param field whose values they are
 * @param levelOfValue by value; 0 for the missing one
 */
record Exactness(Field field, byte[] levelOfValue) {
    /** Share of the records from which a value counts as common. */
    private static final double COMMON = 0.01;

    /** Share of the records from which a value counts as usual. */
    private static final double USUAL = 0.001;

    /** 1 (rare), 2 (usual) or 3 (common) by the share of the records that have a value, in [0, 1]. */
    static byte level(double share) {
        return (byte) (share >= COMMON ? 3 : share >= USUAL ? 2 : 1);
    }

    int level(int code) {
        return levelOfValue[code];
    }
}
