package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares given name, family name and other names together, because a name may stand in another's place: swapped, used by a middle name, or alone. The full
 * name is weighed once: what it repeats of given and family name is not in the other names.
 */
final class NameComparator implements Comparator {
    private static final int NEAR = 4;
    private static final int NICKNAME = 5;
    private static final int CLOSE = 6;
    private static final int SHORT = 7;
    private static final int PART = 8;
    private static final int OTHER = 9;
    private static final int ROUGH = 10;
    private static final int GIVEN_DIFFERENT = 11;
    private static final int FAMILY_CLOSE = 5;
    private static final int FAMILY_PART = 6;
    private static final int SWAPPED = 7;
    private static final int STANDS_IN = 8;
    private static final int FAMILY_OTHER = 9;
    private static final int FAMILY_ROUGH = 10;
    private static final int FAMILY_DIFFERENT = 11;
    private static final int[] FAMILY_LEVELS = {NEAR, FAMILY_CLOSE, FAMILY_PART, FAMILY_ROUGH, FAMILY_DIFFERENT};
    private static final int[] GIVEN_LEVELS = {NEAR, CLOSE, PART, ROUGH, GIVEN_DIFFERENT};

    private final Names names;
    private final Exactness given;
    private final Exactness family;
    private final Exactness others;
    private final Signatures signatures;
    private final Likeness likeness;
    /** By name: see {@link Names#formBits}. */
    private final long[] formBits;

    private final int cache;
    private final List<Slot> slots;

    /** Uses the caches {@code cache} and {@code cache + 1}. */
    NameComparator(Names names, Known known, int cache) {
        this.names = names;
        this.cache = cache;
        given = known.exactness(names.given());
        family = known.exactness(names.family());
        others = known.exactness(names.others());
        signatures = new Signatures(names.dictionary());
        likeness = new Likeness(names.dictionary(), signatures);
        formBits = new long[names.dictionary().size()];
        Arrays.setAll(formBits, names::formBits);
        slots = slots();
    }

    @Override
    public List<Slot> slots() {
        List<Slot> list = new ArrayList<>();
        list.add(slot(
                names.given(),
                given,
                List.of(
                        close("one letter different"),
                        close("forms of one name"),
                        close("much alike"),
                        partial("an initial or a short form"),
                        partial("a part shared"),
                        partial("one's is among the other's other names"),
                        partial("somewhat alike"),
                        different("different"))));
        list.add(slot(
                names.family(),
                family,
                List.of(
                        close("one letter different"),
                        close("much alike"),
                        partial("a part shared"),
                        partial("given and family name swapped"),
                        partial("one name stands in the other's place"),
                        partial("one's is among the other's other names"),
                        partial("somewhat alike"),
                        different("different"))));
        list.add(slot(
                names.others(),
                others,
                List.of(partial("a name shared"), partial("an initial agrees"), different("different"))));
        return list;
    }

    private static Slot slot(Field field, Exactness exactness, List<Slot.Outcome> rest) {
        List<Slot.Outcome> outcomes = new ArrayList<>(List.of(
                Slot.MISSING,
                exact("the same, a rare name"),
                exact("the same, a usual name"),
                exact("the same, a common name")));
        outcomes.addAll(rest);
        return new Slot(field.name(), field.columns(), outcomes, exactness, null);
    }

    @Override
    public long levels(int left, int right, Scratch scratch) {
        int givenLevel = given(names.given().code(left), names.given().code(right), scratch);
        int familyLevel = family(names.family().code(left), names.family().code(right), scratch);
        return settled(givenLevel, familyLevel, left, right, scratch);
    }

    /** The levels of all three slots once it is known how given and family name compare: a name may stand in another's place. */
    private long settled(int given, int family, int left, int right, Scratch scratch) {
        int givenLevel = given;
        int familyLevel = family;
        int givenLeft = names.given().code(left);
        int givenRight = names.given().code(right);
        int familyLeft = names.family().code(left);
        int familyRight = names.family().code(right);
        int otherLeft = names.others().code(left);
        int otherRight = names.others().code(right);
        if (isWeak(givenLevel) && isWeak(familyLevel)) {
            int crossed = crossed(givenLeft, familyLeft, givenRight, familyRight, scratch);
            if (crossed > 0) {
                givenLevel = 0;
                familyLevel = crossed;
            }
        }
        if ((otherLeft | otherRight) == 0) {
            return givenLevel | familyLevel << 4;
        }
        if (givenLevel >= ROUGH && (names.hasOther(otherLeft, givenRight) || names.hasOther(otherRight, givenLeft))) {
            givenLevel = OTHER;
        }
        if (familyLevel >= FAMILY_ROUGH
                && (names.hasOther(otherLeft, familyRight) || names.hasOther(otherRight, familyLeft))) {
            familyLevel = FAMILY_OTHER;
        }
        return givenLevel | familyLevel << 4 | others(otherLeft, otherRight) << 8;
    }

    private int given(int a, int b, Scratch scratch) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? given.level(a) : differentGiven(Math.min(a, b), Math.max(a, b), scratch);
    }

    private int differentGiven(int low, int high, Scratch scratch) {
        return isClearlyAnotherGiven(low, high) ? GIVEN_DIFFERENT : readGiven(low, high, scratch);
    }

    private boolean isClearlyAnotherGiven(int low, int high) {
        long one = signatures.of(low);
        long other = signatures.of(high);
        return (formBits[low] & formBits[high]) == 0
                && likeness.isClearlyNone(low, high, one, other)
                && !mayBeStart(one, other);
    }

    private static boolean mayBeStart(long one, long other) {
        int shorter = Math.min(Signatures.length(one), Signatures.length(other));
        return Signatures.startAtMost(one, other) >= Math.min(3, shorter);
    }

    private int readGiven(int low, int high, Scratch scratch) {
        LevelCache known = scratch.cache(cache + 1);
        int level = known.get(low, high);
        if (level < 0) {
            level = computeGiven(low, high, scratch);
            known.put(low, high, level);
        }
        return level;
    }

    private int computeGiven(int low, int high, Scratch scratch) {
        int alike = alike(low, high, scratch);
        if (alike == Likeness.NEAR) {
            return NEAR;
        }
        if (names.areForms(low, high)) {
            return NICKNAME;
        }
        return alike > Likeness.MUCH && names.isShortForm(low, high) ? SHORT : GIVEN_LEVELS[alike];
    }

    private int family(int a, int b, Scratch scratch) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? family.level(a) : differentFamily(Math.min(a, b), Math.max(a, b), scratch);
    }

    private int differentFamily(int low, int high, Scratch scratch) {
        return likeness.isClearlyNone(low, high) ? FAMILY_DIFFERENT : FAMILY_LEVELS[alike(low, high, scratch)];
    }

    private int alike(int low, int high, Scratch scratch) {
        LevelCache known = scratch.cache(cache);
        int level = known.get(low, high);
        if (level < 0) {
            level = likeness.of(low, high, scratch.kernel);
            known.put(low, high, level);
        }
        return level;
    }

    private int crossed(int givenLeft, int familyLeft, int givenRight, int familyRight, Scratch scratch) {
        boolean first = same(givenLeft, familyRight, scratch);
        boolean second = same(familyLeft, givenRight, scratch);
        if (first && second) {
            return SWAPPED;
        }
        return first || second ? STANDS_IN : 0;
    }

    private boolean same(int a, int b, Scratch scratch) {
        if (a == 0 || b == 0 || a == b) {
            return a == b && a != 0;
        }
        return Signatures.distanceAtLeast(signatures.of(a), signatures.of(b)) <= 1
                && alike(Math.min(a, b), Math.max(a, b), scratch) == Likeness.NEAR;
    }

    @Override
    public void addLevels(PairBatch pairs, int shift, Scratch scratch) {
        pairs.tellEqualFromDifferent(given, shift);
        addGiven(pairs, shift, scratch);
        pairs.tellEqualFromDifferent(family, shift + 4);
        addFamily(pairs, shift + 4, scratch);
        for (int pair = 0; pair < pairs.size; pair++) {
            long levels = pairs.patterns[pair] >>> shift;
            long settled =
                    settled((int) levels & 15, (int) levels >>> 4 & 15, pairs.left[pair], pairs.right[pair], scratch);
            pairs.patterns[pair] ^= (levels & 255 ^ settled) << shift;
        }
    }

    private void addGiven(PairBatch pairs, int shift, Scratch scratch) {
        int untold = 0;
        for (int i = 0; i < pairs.differing; i++) {
            if (isClearlyAnotherGiven(pairs.low[i], pairs.high[i])) {
                pairs.put(i, GIVEN_DIFFERENT, shift);
            } else {
                pairs.move(i, untold++);
            }
        }
        for (int i = 0; i < untold; i++) {
            pairs.put(i, readGiven(pairs.low[i], pairs.high[i], scratch), shift);
        }
    }

    private void addFamily(PairBatch pairs, int shift, Scratch scratch) {
        int untold = 0;
        for (int i = 0; i < pairs.differing; i++) {
            if (likeness.isClearlyNone(pairs.low[i], pairs.high[i])) {
                pairs.put(i, FAMILY_DIFFERENT, shift);
            } else {
                pairs.move(i, untold++);
            }
        }
        for (int i = 0; i < untold; i++) {
            pairs.put(i, FAMILY_LEVELS[alike(pairs.low[i], pairs.high[i], scratch)], shift);
        }
    }

    private static boolean isWeak(int level) {
        return level == 0 || level >= ROUGH;
    }

    private int others(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? others.level(a) : names.sharesOther(a, b) ? 4 : names.initialAgrees(a, b) ? 5 : 6;
    }
}
