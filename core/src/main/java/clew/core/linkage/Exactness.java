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

    /** Levels 1 (rare), 2 (usual) and 3 (common) by share of the records that have a value. */
    static Exactness byRarity(Field field) {
        byte[] levels = new byte[field.dictionary().size()];
        double present = Math.max(1, field.present());
        for (int code = 1; code < levels.length; code++) {
            double share = field.count(code) / present;
            levels[code] = (byte) (share >= COMMON ? 3 : share >= USUAL ? 2 : 1);
        }
        return new Exactness(field, levels);
    }

    int level(int code) {
        return levelOfValue[code];
    }
}
