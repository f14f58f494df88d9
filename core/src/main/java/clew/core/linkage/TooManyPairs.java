package clew.core.linkage;

import java.util.Locale;

/**
 * The records form more pairs than can be compared in minutes, or than the memory at hand can keep. Thrown before anything is lost; the message says by which rule and
 * value, how many, how much memory they would take, and what to do. A value that few records share is not told.
 */
public final class TooManyPairs extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final String LEARN =
            "learn a model from records like these, which passes over what so many share, or link fewer of them at a time";
    private static final String ALLOW = "allow more memory, keep fewer pairs by a higher cut, or ";

    private final boolean forMemory;

    private TooManyPairs(boolean forMemory, String message, Object... found) {
        super(String.format(Locale.ROOT, message, found));
        this.forMemory = forMemory;
    }

    /** Whether more memory would do. */
    public boolean isForMemory() {
        return forMemory;
    }

    /** More than can be compared. */
    static TooManyPairs toCompare(long most, Blocks blocks, PairSample sample, PairMemory memory) {
        int rule = blocks.worst();
        return new TooManyPairs(
                false,
                "expected records of which the model compares at most %,d pairs, found %,d, most of them by %s (%s); about %,.0f of them would be kept, in %,d MB of memory: %s",
                most,
                blocks.pairs(),
                blocks.rule(rule).name(),
                blocks.describeLargest(rule),
                sample.kept(),
                memory.megabytes(sample.kept()),
                LEARN);
    }

    /** More than can be kept, as a sample tells. */
    static TooManyPairs toKeep(Blocks blocks, PairSample sample, PairMemory memory) {
        int rule = sample.worst();
        return new TooManyPairs(
                true,
                "expected at most %,d pairs to keep, for which there is memory (%,d MB), found about %,.0f of %,d to compare, which would take %,d MB, most of them by %s (%s): %s",
                memory.most(),
                memory.megabytes(memory.most()),
                sample.kept(),
                blocks.pairs(),
                memory.megabytes(sample.kept()),
                blocks.rule(rule).name(),
                blocks.describeLargest(rule),
                ALLOW + LEARN);
    }

    /** More than can be kept, as is found while they are compared. */
    static TooManyPairs kept(Blocks blocks, int rule, PairMemory memory) {
        return new TooManyPairs(
                true,
                "expected at most %,d pairs to keep, for which there is memory (%,d MB), found more of %,d to compare, the last of them by %s (%s): %s",
                memory.most(),
                memory.megabytes(memory.most()),
                blocks.pairs(),
                blocks.rule(rule).name(),
                blocks.describeLargest(rule),
                ALLOW + LEARN);
    }

    /** More to be scored than can be put in order. */
    static TooManyPairs toScore(long pairs, PairMemory memory) {
        return new TooManyPairs(
                true,
                "expected at most %,d pairs to keep, for which there is memory (%,d MB), found %,d, which would take %,d MB: allow more memory, or keep fewer pairs by a higher cut",
                memory.most(),
                memory.megabytes(memory.most()),
                pairs,
                memory.megabytes(pairs));
    }
}
