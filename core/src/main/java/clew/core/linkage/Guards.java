package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that no machine may join by themselves, however high they score: two different identifiers of one body, twins and siblings, parent and child of one name,
 * and people who share a home and a family name but neither given name nor date of birth. They go to a person.
 *
 * <p>What looks like twins may be one person whose name was mistyped. All evidence is weighed: the doubt stands only where {@link #LEAST_DOUBT} or more of such
 * pairs are two people of one home by what was learnt from the data ({@link Weights#relatives}), so that an identifier, e-mail or telephone of their own clears it.
 */
final class Guards {
    private static final int LEAST_YEARS = 14;

    /** A wrong join costs far more than a look, so a chance of one in fifty is enough to ask a person. */
    private static final double LEAST_DOUBT = 0.02;

    /** Why a pair is held back. */
    enum Doubt {
        NONE("nothing"),
        IDENTIFIERS("they hold two different valid identifiers of one kind"),
        TWINS("same family name, date of birth and address but another given name: perhaps twins or siblings"),
        RELATIVES("another given name, and nothing but home and family in common: perhaps two of one household"),
        GENERATIONS("one name and address but born many years apart: perhaps parent and child");

        private final String reason;

        Doubt(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private final Plan plan;
    private final Weights weights;
    private final List<Integer> identifiers = new ArrayList<>();
    private final int given;
    private final int family;
    private final int birth;
    private final List<Integer> addresses = new ArrayList<>();
    private final List<Integer> homes = new ArrayList<>();
    private final List<Integer> personal = new ArrayList<>();
    private final @Nullable Field births;

    Guards(Plan plan, Weights weights) {
        this.plan = plan;
        this.weights = weights;
        given = plan.slotOf(Kind.GIVEN_NAME.title());
        family = plan.slotOf(Kind.FAMILY_NAME.title());
        birth = plan.slotOf(Kind.DATE_OF_BIRTH.title());
        births = birth < 0
                ? null
                : requireNonNull(plan.slots().get(birth).values()).field();
        for (int slot = 0; slot < plan.slots().size(); slot++) {
            Kind kind = plan.kind(slot);
            if (plan.isNational(slot)) {
                identifiers.add(slot);
            }
            if (kind == Kind.POSTCODE || kind == Kind.STREET || kind == Kind.ADDRESS) {
                addresses.add(slot);
            }
            if (kind == Kind.POSTCODE || kind == Kind.STREET || kind == Kind.ADDRESS || kind == Kind.PHONE) {
                homes.add(slot);
            }
            if (kind == Kind.IDENTIFIER || kind == Kind.EMAIL) {
                personal.add(slot);
            }
        }
    }

    Doubt doubt(int left, int right, long pattern) {
        for (int slot : identifiers) {
            if (contradicts(slot, left, right, pattern)) {
                return Doubt.IDENTIFIERS;
            }
        }
        Doubt doubt = ofHome(left, right, pattern);
        return doubt == Doubt.NONE || weights.relatives(left, pattern) >= LEAST_DOUBT ? doubt : Doubt.NONE;
    }

    /** The look of a pair, whatever else speaks for or against. */
    Doubt ofHome(int left, int right, long pattern) {
        if (given >= 0
                && birth >= 0
                && family >= 0
                && isDifferent(given, pattern)
                && !isNear(birth, pattern)
                && isNear(family, pattern)
                && agreesOnAny(homes, pattern)
                && !agreesOnAny(personal, pattern)) {
            return Doubt.RELATIVES;
        }
        if (given < 0
                || family < 0
                || birth < 0
                || !isExact(family, pattern)
                || !agreesOnAny(addresses, pattern)
                || agreesOnAny(personal, pattern)) {
            return Doubt.NONE;
        }
        if (isDifferent(given, pattern) && Plan.level(pattern, birth) == DateComparator.SAME_DATE) {
            return Doubt.TWINS;
        }
        return isExact(given, pattern) && yearsApart(left, right) >= LEAST_YEARS && isDifferent(birth, pattern)
                ? Doubt.GENERATIONS
                : Doubt.NONE;
    }

    private boolean contradicts(int slot, int left, int right, long pattern) {
        Slot.Agreement agreement =
                plan.slots().get(slot).outcomes().get(Plan.level(pattern, slot)).agreement();
        if (agreement == Slot.Agreement.MISSING || agreement == Slot.Agreement.EXACT) {
            return false;
        }
        Field field = field(slot);
        return NationalIdentifiers.areValid(
                field.dictionary().text(field.code(left)), field.dictionary().text(field.code(right)));
    }

    private Field field(int slot) {
        return requireNonNull(plan.slots().get(slot).values()).field();
    }

    private int yearsApart(int left, int right) {
        return births == null ? 0 : Math.abs(year(births, left) - year(births, right));
    }

    private static int year(Field births, int row) {
        return DateParts.year(births.dictionary().asNumber(births.code(row)));
    }

    private boolean agreesOnAny(List<Integer> slots, long pattern) {
        for (int slot : slots) {
            if (plan.slots().get(slot).agrees(Plan.level(pattern, slot))) {
                return true;
            }
        }
        return false;
    }

    private boolean isExact(int slot, long pattern) {
        return plan.slots().get(slot).outcomes().get(Plan.level(pattern, slot)).agreement() == Slot.Agreement.EXACT;
    }

    private boolean isNear(int slot, long pattern) {
        Slot.Agreement agreement =
                plan.slots().get(slot).outcomes().get(Plan.level(pattern, slot)).agreement();
        return agreement != Slot.Agreement.MISSING && agreement != Slot.Agreement.DIFFERENT;
    }

    private boolean isDifferent(int slot, long pattern) {
        return plan.slots().get(slot).outcomes().get(Plan.level(pattern, slot)).agreement() == Slot.Agreement.DIFFERENT;
    }
}
