package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.ArrayList;
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
    private final int cache;
    private final List<Slot> slots;

    /** Uses the caches {@code cache} and {@code cache + 1}. */
    NameComparator(Names names, int cache) {
        this.names = names;
        this.cache = cache;
        given = Exactness.byRarity(names.given());
        family = Exactness.byRarity(names.family());
        others = Exactness.byRarity(names.others());
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
        int givenLeft = names.given().code(left);
        int givenRight = names.given().code(right);
        int familyLeft = names.family().code(left);
        int familyRight = names.family().code(right);
        int otherLeft = names.others().code(left);
        int otherRight = names.others().code(right);
        int givenLevel = given(givenLeft, givenRight, scratch);
        int familyLevel = family(familyLeft, familyRight, scratch);
        if (isWeak(givenLevel) && isWeak(familyLevel)) {
            int crossed = crossed(givenLeft, familyLeft, givenRight, familyRight, scratch);
            if (crossed > 0) {
                givenLevel = 0;
                familyLevel = crossed;
            }
        }
        if (givenLevel >= ROUGH && (names.hasOther(otherLeft, givenRight) || names.hasOther(otherRight, givenLeft))) {
            givenLevel = OTHER;
        }
        if (familyLevel >= FAMILY_ROUGH
                && (names.hasOther(otherLeft, familyRight) || names.hasOther(otherRight, familyLeft))) {
            familyLevel = FAMILY_OTHER;
        }
        return givenLevel | (long) familyLevel << 4 | (long) others(otherLeft, otherRight) << 8;
    }

    private int given(int a, int b, Scratch scratch) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return given.level(a);
        }
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        LevelCache known = scratch.cache(cache + 1);
        int level = known.get(low, high);
        if (level < 0) {
            level = computeGiven(low, high, scratch);
            known.put(low, high, level);
        }
        return level;
    }

    private int computeGiven(int a, int b, Scratch scratch) {
        int likeness = TextComparator.likeness(names.dictionary(), a, b, scratch, cache);
        if (likeness == 0) {
            return NEAR;
        }
        if (names.areForms(a, b)) {
            return NICKNAME;
        }
        if (likeness > 1 && names.isShortForm(a, b)) {
            return SHORT;
        }
        return GIVEN_LEVELS[likeness];
    }

    private int family(int a, int b, Scratch scratch) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? family.level(a) : FAMILY_LEVELS[likeness(a, b, scratch)];
    }

    private int likeness(int a, int b, Scratch scratch) {
        return TextComparator.likeness(names.dictionary(), Math.min(a, b), Math.max(a, b), scratch, cache);
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
        return a != 0 && b != 0 && (a == b || likeness(a, b, scratch) == 0);
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
