package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses blocking rules by the kinds of the fields: from the strictest to the widest, so that the wide ones add only what the strict ones missed. */
final class BlockingRules {
    /** One bit a rule in the mask of a pair. */
    static final int MOST = 56;

    /** All pairs of a table, up to which each is compared. */
    private static final long FEW_PAIRS = 3_000_000;

    /** The key is the value itself. */
    private static final Function<String, @Nullable String> WHOLE = text -> text;

    private static final String GIVEN = "given name";
    private static final String FAMILY = "family name";
    private static final String GIVEN_START = "start of given name";
    private static final String FAMILY_SOUND = "sound of family name";
    private static final String FAMILY_START = "start of family name";
    private static final String FAMILY_END = "end of family name";
    private static final String OTHERS = "other names";
    private static final String DATE = "date of birth";
    private static final String YEAR = "year of birth";
    private static final String YEAR_MONTH = "year and month of birth";
    private static final String MONTH_DAY = "month and day of birth";
    private static final String POSTCODE = "postcode";
    private static final String SECTOR = "postcode sector";
    private static final String PLACE = "place";
    private static final String STREET = "street";
    private static final String HOUSE = "house number";
    private static final String ADDRESS = "address";
    private static final String CATEGORY = "category";
    private static final String AREA = "area";

    private static final String FORM = "form of given name";
    private static final String LONE = "family name, or the only name";

    private static final String[][] COMBINATIONS = {
        {FAMILY, DATE},
        {GIVEN, DATE},
        {FAMILY, POSTCODE},
        {GIVEN, POSTCODE},
        {DATE, POSTCODE},
        {STREET, HOUSE, GIVEN},
        {STREET, FAMILY},
        {STREET, DATE},
        {STREET, GIVEN},
        {ADDRESS, FAMILY},
        {ADDRESS, DATE},
        {FAMILY_SOUND, FORM},
        {FAMILY_SOUND, GIVEN_START},
        {FAMILY, PLACE},
        {GIVEN_START, YEAR_MONTH},
        {FAMILY_SOUND, MONTH_DAY},
        {FAMILY_SOUND, YEAR},
        {FAMILY_START, GIVEN_START},
        {FORM, PLACE, YEAR},
        {GIVEN, SECTOR},
        {FAMILY, SECTOR},
        {DATE, PLACE},
        {FAMILY_SOUND, PLACE},
        {GIVEN, MONTH_DAY},
        {STREET, HOUSE},
        {FAMILY_END, YEAR},
        {LONE, YEAR},
        {LONE, PLACE},
        {OTHERS, GIVEN},
        {OTHERS, FAMILY},
        {POSTCODE},
        {DATE},
        {LONE},
        {STREET},
        {SECTOR},
        {OTHERS},
        {FORM, PLACE},
        {FORM, YEAR, CATEGORY},
        {PLACE, CATEGORY},
        {FAMILY_SOUND},
        {FAMILY},
    };

    private final Map<String, Atom> atoms = new LinkedHashMap<>();
    private final List<BlockingRule> rules = new ArrayList<>();

    private BlockingRules(Records records) {
        if (records.names() != null) {
            addNames(records.names());
        }
        for (Records.KindField field : records.fields()) {
            addAtoms(field);
        }
        if (atoms.containsKey(GIVEN) && atoms.containsKey(FAMILY)) {
            rules.add(new BlockingRule(List.of(atom(GIVEN), atom(FAMILY)), true));
        }
        for (String[] combination : COMBINATIONS) {
            addIfPresent(combination);
        }
        if (!atoms.containsKey(LONE)) {
            addIfPresent(FAMILY);
            addIfPresent(GIVEN);
        }
        addRest(records);
    }

    /** The rules for some records; where all pairs are few, the last one leaves none out. */
    static List<BlockingRule> of(Records records) {
        List<BlockingRule> rules = new BlockingRules(records).rules;
        List<BlockingRule> first = rules.size() < MOST ? rules : rules.subList(0, MOST - 1);
        if ((long) records.rows() * (records.rows() - 1) / 2 <= FEW_PAIRS) {
            first.add(BlockingRule.EVERY_PAIR);
        }
        return first;
    }

    private void addIfPresent(String... names) {
        Atom[] parts = new Atom[names.length];
        for (int i = 0; i < names.length; i++) {
            Atom atom = atoms.get(names[i]);
            if (atom == null) {
                return;
            }
            parts[i] = atom;
        }
        rules.add(BlockingRule.of(parts));
    }

    private Atom atom(String name) {
        return requireNonNull(atoms.get(name));
    }

    private void put(String name, Field field, Function<String, @Nullable String> key) {
        if (field.present() > 0) {
            atoms.putIfAbsent(
                    name,
                    key == WHOLE
                            ? Atom.whole(name, field)
                            : Atom.of(
                                    name,
                                    field,
                                    code -> key.apply(field.dictionary().text(code))));
        }
    }

    private void addNames(Names names) {
        put(GIVEN, names.given(), WHOLE);
        put(GIVEN_START, names.given(), text -> start(text, 3));
        put(FORM, names.given(), names::formKey);
        put(FAMILY, names.family(), WHOLE);
        put(FAMILY_START, names.family(), text -> start(text, 4));
        put(FAMILY_END, names.family(), text -> text.length() < 5 ? null : text.substring(text.length() - 4));
        put(FAMILY_SOUND, names.family(), SoundKey::of);
        if (atoms.containsKey(GIVEN) && atoms.containsKey(FAMILY)) {
            atoms.put(LONE, atom(FAMILY).or(LONE, atom(GIVEN)));
        }
        put(OTHERS, names.others(), text -> text.length() < 3 ? null : text);
    }

    private void addAtoms(Records.KindField kindField) {
        Field field = kindField.field();
        switch (kindField.kind()) {
            case DATE_OF_BIRTH -> addDates(field);
            case POSTCODE -> {
                put(POSTCODE, field, WHOLE);
                put(SECTOR, field, text -> text.length() < 5 ? null : text.substring(0, text.length() - 2));
            }
            case PLACE -> put(PLACE, field, WHOLE);
            case STREET -> put(STREET, field, WHOLE);
            case HOUSE_NUMBER -> put(HOUSE, field, WHOLE);
            case ADDRESS -> put(ADDRESS, field, WHOLE);
            case AREA -> put(AREA, field, WHOLE);
            case CATEGORY -> put(CATEGORY, field, WHOLE);
            case IDENTIFIER, EMAIL, PHONE -> rules.add(BlockingRule.of(Atom.whole(field.name(), field)));
            default -> {}
        }
    }

    private void addDates(Field field) {
        put(DATE, field, text -> DateParts.isYearOnly(number(text)) ? text : unordered(number(text)));
        put(YEAR, field, text -> Integer.toString(DateParts.year(number(text))));
        put(
                YEAR_MONTH,
                field,
                text -> DateParts.isYearOnly(number(text)) ? null : Integer.toString(number(text) / 100));
        put(
                MONTH_DAY,
                field,
                text -> DateParts.isYearOnly(number(text)) ? null : Integer.toString(number(text) % 10_000));
    }

    private static int number(@Nullable String packed) {
        return Integer.parseInt(requireNonNull(packed));
    }

    /** The date with the smaller of day and month first, so that swapped dates share a key. */
    private static String unordered(int date) {
        int month = DateParts.month(date);
        int day = DateParts.day(date);
        return DateParts.year(date) + "-" + Math.min(month, day) + "-" + Math.max(month, day);
    }

    private static @Nullable String start(String text, int letters) {
        return text.length() < letters ? null : text.substring(0, letters);
    }

    /** Fields that no rule above reads: alone, and in pairs, so that tables of any kind have rules. */
    private void addRest(Records records) {
        List<Atom> rest = new ArrayList<>();
        for (Records.KindField field : records.fields()) {
            boolean free = field.kind() == Kind.ORGANISATION_NAME
                    || field.kind() == Kind.FREE_TEXT
                    || rules.size() < 4 && field.kind() != Kind.SEX;
            if (free && field.field().present() > 0) {
                rest.add(Atom.whole(field.field().name(), field.field()));
            }
        }
        for (int i = 0; i < rest.size(); i++) {
            rules.add(BlockingRule.of(rest.get(i)));
            for (int j = i + 1; j < rest.size(); j++) {
                rules.add(BlockingRule.of(rest.get(i), rest.get(j)));
            }
        }
    }
}
