package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is compared, in which slots, and what travels with what: addresses, sex with given name, e-mail with family name, a person's school with where they live. */
final class Plan {
    private static final int MOST_SLOTS = 15;
    private static final String OTHER_NAMES = "other names";
    private final List<Comparator> comparators = new ArrayList<>();
    private final List<Integer> shifts = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<Integer> national = new HashSet<>();
    private final Known known;
    private final boolean ofPeople;
    private final ThreadLocal<Comparator.Scratch> scratch;

    Plan(Records records, Known known) {
        this.known = known;
        ofPeople = records.names() != null;
        scratch = ThreadLocal.withInitial(() -> new Comparator.Scratch(records.rows()));
        int cache = 0;
        if (records.names() != null) {
            add(new NameComparator(records.names(), known, cache), Kind.FULL_NAME);
            cache += 2;
        }
        for (Records.KindField field : records.fields()) {
            if (!known.isCompared(field)) {
                continue;
            }
            if (slots.size() < MOST_SLOTS) {
                if (field.kind() == Kind.IDENTIFIER && known.isNational(field.field())) {
                    national.add(slots.size());
                }
                add(comparator(field, known, cache++), field.kind());
            } else {
                leftOut.add(field.field().name());
            }
        }
        // A home shares its family name and its phone: given one address they say little.
        putUnderAddress(Kind.FAMILY_NAME.title());
        putUnderAddress(Kind.PHONE.title());
    }

    /** What this thread needs to compare fast; one for all phases, so that what was compared in one is remembered in the next. */
    Comparator.Scratch scratch() {
        return scratch.get();
    }

    private void putUnderAddress(String name) {
        int slot = slotOf(name);
        if (slot >= 0) {
            String address = present(Kind.POSTCODE.title(), Kind.STREET.title(), Kind.ADDRESS.title());
            slots.set(slot, slots.get(slot).under(known.isWeighedApart(name) ? address : null));
        }
    }

    /** Whether the slot holds a fact about the person and not about their home: a name, the birth, an identifier. */
    boolean isPersonal(int slot) {
        return switch (kind(slot)) {
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME -> !slots.get(slot).name().equals(OTHER_NAMES);
            case DATE_OF_BIRTH, YEAR_OF_BIRTH, MONTH_OF_BIRTH, DAY_OF_BIRTH, IDENTIFIER -> true;
            default -> false;
        };
    }

    List<Slot> slots() {
        return slots;
    }

    /** Fields that found no place. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Place of the slot that this one travels with, or -1. */
    int parent(int slot) {
        return slotOf(slots.get(slot).parent());
    }

    /** By level of the slot that this one travels with: whether that one agrees so far that this one tells little more. A town, a school, follows from a district of postcodes already. */
    boolean[] told(int slot) {
        int parent = parent(slot);
        if (parent < 0) {
            return new boolean[16];
        }
        Slot by = slots.get(parent);
        boolean[] told = by.agreeing();
        if ((kind(slot) == Kind.PLACE || kind(slot) == Kind.ORGANISATION_NAME) && kind(parent) == Kind.POSTCODE) {
            for (int level = 0; level < by.levels(); level++) {
                told[level] |= by.outcomes().get(level).equals(PostcodeComparator.SAME_DISTRICT);
            }
        }
        return told;
    }

    /** Place of the slot of this name, or -1. */
    int slotOf(@Nullable String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether two different valid values of a slot contradict each other. */
    boolean isNational(int slot) {
        return national.contains(slot);
    }

    /** What the field of a slot holds; full name for all name slots. */
    Kind kind(int slot) {
        return kinds.get(slot);
    }

    long pattern(int left, int right, Comparator.Scratch scratch) {
        long pattern = 0;
        for (int i = 0; i < comparators.size(); i++) {
            pattern |= comparators.get(i).levels(left, right, scratch) << shifts.get(i);
        }
        return pattern;
    }

    /** The patterns of some pairs, one comparison after the other. */
    void comparePatterns(PairBatch pairs, Comparator.Scratch scratch) {
        Arrays.fill(pairs.patterns, 0, pairs.size, 0);
        for (int i = 0; i < comparators.size(); i++) {
            comparators.get(i).addLevels(pairs, shifts.get(i), scratch);
        }
    }

    static int level(long pattern, int slot) {
        return (int) (pattern >>> slot * 4) & 15;
    }

    private static Comparator comparator(Records.KindField field, Known known, int cache) {
        return switch (field.kind()) {
            case DATE_OF_BIRTH -> new DateComparator(field.field());
            case POSTCODE -> new PostcodeComparator(field.field(), known, cache);
            case HOUSE_NUMBER, PHONE, EMAIL, IDENTIFIER, SEX -> new CodeComparator(field.field(), known, cache);
            default -> new TextComparator(field.field(), known, cache);
        };
    }

    private void add(Comparator comparator, Kind kind) {
        shifts.add(slots.size() * 4);
        comparators.add(comparator);
        for (Slot slot : comparator.slots()) {
            slots.add(slot.under(known.isWeighedApart(slot.name()) ? parentOf(kind) : null));
            kinds.add(kind);
        }
    }

    private @Nullable String parentOf(Kind kind) {
        return switch (kind) {
            case STREET, PLACE, ADDRESS -> present(Kind.POSTCODE.title());
            case AREA -> present(Kind.PLACE.title(), Kind.POSTCODE.title());
            case HOUSE_NUMBER -> present(Kind.STREET.title(), Kind.POSTCODE.title());
            case SEX -> present(Kind.GIVEN_NAME.title());
            // Of a person, their school or work: those who live near each other share it.
            case ORGANISATION_NAME -> ofPeople ? present(Kind.POSTCODE.title(), Kind.PLACE.title()) : null;
            case EMAIL -> present(Kind.FAMILY_NAME.title());
            default -> null;
        };
    }

    private @Nullable String present(String... names) {
        for (String name : names) {
            if (slots.stream().anyMatch(slot -> slot.name().equals(name))) {
                return name;
            }
        }
        return null;
    }
}
