package clew.core.network;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who was with whom on how many days, and how surprising that is. A pair whose being together is explained keeps its tie and has no weight; so has one that
 * falls below the floor of its epoch.
 */
public final class Ties {
    /** A crowd ties nobody: an episode with more subjects than this makes no tie. */
    static final int CROWD = 50;

    private static final int BITS_OF_DAY = 16;
    private static final int BITS_OF_SUBJECT = 24;

    private final Evidence evidence;
    private final Epoch epoch;
    private final long[] pairs;
    private final int[] days;
    private final int[] units;
    private final int[] activity;
    private final int[] starts;
    private final int[] neighbours;
    private final int[] tieOf;

    private Ties(Evidence evidence, long[] meetings, @Nullable Epoch frozen) {
        this.evidence = evidence;
        activity = activity(evidence);
        int size = 0;
        for (int i = 0; i < meetings.length; i++) {
            size += isNewPair(meetings, i) ? 1 : 0;
        }
        pairs = new long[size];
        days = new int[size];
        units = new int[size];
        count(meetings);
        settleRanges();
        long total = Arrays.stream(activity).asLongStream().sum();
        epoch = frozen == null ? Epoch.of(meetings.length, total, this::surprises) : frozen;
        for (int tie = 0; tie < size; tie++) {
            long surprise = surprise(tie, epoch);
            boolean counts = surprise >= epoch.floor() && !isExplained(tie);
            units[tie] = counts ? Math.toIntExact(surprise) : 0;
        }
        starts = new int[evidence.subjects() + 1];
        neighbours = new int[size * 2];
        tieOf = new int[size * 2];
        index();
    }

    /** The ties of evidence in an epoch of its own. */
    public static Ties of(Evidence evidence) {
        return new Ties(evidence, meetings(evidence), null);
    }

    /** The ties of evidence in an epoch that was frozen before: what is added changes no weight but of those it touches. */
    public static Ties of(Evidence evidence, Epoch epoch) {
        return new Ties(evidence, meetings(evidence), epoch);
    }

    public Evidence evidence() {
        return evidence;
    }

    public Epoch epoch() {
        return epoch;
    }

    public int size() {
        return pairs.length;
    }

    public int first(int tie) {
        return Pairs.first(pairs[tie]);
    }

    public int second(int tie) {
        return Pairs.second(pairs[tie]);
    }

    /** On how many days the two were together. */
    public int days(int tie) {
        return days[tie];
    }

    /** Its weight, in fixed-point units of a bit; 0 when it is explained or not surprising. */
    public long units(int tie) {
        return units[tie];
    }

    /** What explains the tie, or null. */
    public @Nullable String reason(int tie) {
        return evidence.explainedBy(first(tie), second(tie));
    }

    private boolean isExplained(int tie) {
        return evidence.isExplained(first(tie), second(tie));
    }

    /** The number of the tie of two subjects, or a negative number. */
    public int between(int one, int other) {
        return Arrays.binarySearch(pairs, Pairs.key(one, other));
    }

    /** On how many days a subject was part of anything. */
    public int activity(int subject) {
        return activity[subject];
    }

    /** Where the neighbours of a subject begin, for {@link #neighbour} and {@link #tie}; those of the next one begin where they end. */
    int start(int subject) {
        return starts[subject];
    }

    int neighbour(int place) {
        return neighbours[place];
    }

    int tie(int place) {
        return tieOf[place];
    }

    /** The ties among some subjects that weigh something, by their first subject. */
    List<Integer> within(SortedSet<Integer> members) {
        List<Integer> within = new ArrayList<>();
        for (int member : members) {
            for (int place = starts[member]; place < starts[member + 1]; place++) {
                boolean counts = units[tieOf[place]] > 0 && member < neighbours[place];
                if (counts && members.contains(neighbours[place])) {
                    within.add(tieOf[place]);
                }
            }
        }
        return within;
    }

    /** Why a tie weighs what it weighs. */
    public Explanation explain(int tie) {
        String who = evidence.id(first(tie)) + " and " + evidence.id(second(tie)) + " together on " + days[tie]
                + (days[tie] == 1 ? " day" : " days");
        String reason = reason(tie);
        if (reason != null) {
            return Explanation.leaf(0, who + ", explained: " + reason);
        }
        double expected = expected(tie, epoch);
        String words = String.format(
                java.util.Locale.ROOT,
                "%s, active on %d and %d, expected %.2g by chance: -log2 P(X >= %d)",
                who,
                activity[first(tie)],
                activity[second(tie)],
                expected,
                days[tie]);
        return Explanation.leaf(units[tie], units[tie] == 0 ? words + ", below the floor" : words);
    }

    private double expected(int tie, Epoch of) {
        return Surprise.expected(of.pairs(), of.activity(), activity[first(tie)], activity[second(tie)]);
    }

    private long surprise(int tie, Epoch of) {
        return Surprise.units(expected(tie, of), days[tie]);
    }

    private long[] surprises(Epoch unfloored) {
        return IntStream.range(0, pairs.length)
                .filter(tie -> !isExplained(tie))
                .mapToLong(tie -> surprise(tie, unfloored))
                .toArray();
    }

    private static int[] activity(Evidence evidence) {
        int[] activity = new int[evidence.subjects()];
        int[] last = new int[evidence.subjects()];
        Arrays.fill(last, Integer.MIN_VALUE);
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            for (int subject : evidence.there(episode)) {
                if (last[subject] != evidence.day(episode)) {
                    last[subject] = evidence.day(episode);
                    activity[subject]++;
                }
            }
        }
        return activity;
    }

    /** Each pair and day once, as one long, ascending. */
    private static long[] meetings(Evidence evidence) {
        int most = 0;
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            int there = evidence.there(episode).length;
            most = Math.addExact(most, there <= CROWD ? there * (there - 1) / 2 : 0);
        }
        long[] meetings = new long[most];
        int size = 0;
        int firstDay = evidence.episodes() == 0 ? 0 : evidence.day(0);
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            int[] there = evidence.there(episode);
            long day = evidence.day(episode) - (long) firstDay;
            if (day >= 1 << BITS_OF_DAY) {
                throw new IllegalArgumentException("expected episodes within " + (1 << BITS_OF_DAY)
                        + " days, found more, in: " + evidence.episodeId(episode));
            }
            for (int i = 0; i < there.length && there.length <= CROWD; i++) {
                for (int j = i + 1; j < there.length; j++) {
                    meetings[size++] = ((long) there[i] << BITS_OF_SUBJECT | there[j]) << BITS_OF_DAY | day;
                }
            }
        }
        Arrays.parallelSort(meetings, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || meetings[i] != meetings[i - 1]) {
                meetings[kept++] = meetings[i];
            }
        }
        return Arrays.copyOf(meetings, kept);
    }

    /** Episodes whose day is not known count no more than they must. */
    private void settleRanges() {
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            if (evidence.day(episode) != evidence.until(episode)) {
                int[] there = evidence.there(episode);
                for (int i = 0; i < there.length; i++) {
                    activity[there[i]] = Occasions.of(
                            evidence,
                            Arrays.stream(evidence.episodesOf(there[i])).boxed().toList());
                    for (int j = i + 1; j < there.length && there.length <= CROWD; j++) {
                        days[between(there[i], there[j])] =
                                Occasions.of(evidence, Occasions.common(evidence, there[i], there[j]));
                    }
                }
            }
        }
    }

    private static boolean isNewPair(long[] meetings, int place) {
        return place == 0 || meetings[place] >>> BITS_OF_DAY != meetings[place - 1] >>> BITS_OF_DAY;
    }

    private void count(long[] meetings) {
        int tie = -1;
        for (int i = 0; i < meetings.length; i++) {
            if (isNewPair(meetings, i)) {
                long pair = meetings[i] >>> BITS_OF_DAY;
                pairs[++tie] = Pairs.key((int) (pair >>> BITS_OF_SUBJECT), (int) (pair & (1 << BITS_OF_SUBJECT) - 1));
            }
            days[tie]++;
        }
    }

    private void index() {
        for (long pair : pairs) {
            starts[Pairs.first(pair) + 1]++;
            starts[Pairs.second(pair) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int tie = 0; tie < pairs.length; tie++) {
            put(next, first(tie), second(tie), tie);
            put(next, second(tie), first(tie), tie);
        }
    }

    private void put(int[] next, int subject, int neighbour, int tie) {
        neighbours[next[subject]] = neighbour;
        tieOf[next[subject]++] = tie;
    }
}
