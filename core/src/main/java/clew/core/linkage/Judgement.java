package clew.core.linkage;

/**
 * What a person said of two records.
 *
 * @param left row of the {@link RecordTable}
 * @param right another row
 * @param same whether they are of one person
 */
public record Judgement(int left, int right, boolean same) {
    public Judgement {
        if (left < 0 || right < 0 || left == right) {
            throw new IllegalArgumentException("expected two rows, found " + left + " and " + right);
        }
    }

    public static Judgement same(int left, int right) {
        return new Judgement(left, right, true);
    }

    public static Judgement notSame(int left, int right) {
        return new Judgement(left, right, false);
    }
}
