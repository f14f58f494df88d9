package clew.core.linkage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Chooses blocking rules by the kinds of the fields: from the strictest to the widest, so that the wide ones add only what the strict ones missed. */
final class BlockingRules {
    /** One bit a rule in the mask of a pair. */
    static final int MOST = 56;

    /** All pairs of a table, up to which each is compared. */
    private static final long FEW_PAIRS = 3_000_000;

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

    /** What atoms there are to be, until they are made. */
    private final Map<String, Callable<Atom>> wanted = new LinkedHashMap<>();

    private final Map<String, Atom> atoms = new LinkedHashMap<>();
    private final List<BlockingRule> rules = new ArrayList<>();

    private BlockingRules(Records records, Workers workers) {
        if (records.names() != null) {
            addNames(records.names());
        }
        for (Records.KindField field : records.fields()) {
            addAtoms(field);
        }
        List<Atom> made = workers.run(List.copyOf(wanted.values()));
        for (String name : wanted.keySet()) {
            atoms.put(name, made.get(atoms.size()));
        }
        if (atoms.containsKey(GIVEN) && atoms.containsKey(FAMILY)) {
            rules.add(BlockingRule.of(List.of(atom(GIVEN), atom(FAMILY)), true));
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

    /** The rules for some records; where all pairs are few and that is wanted, the last one leaves none out. */
    static List<BlockingRule> of(Records records, boolean everyPairOfFew, Workers workers) {
        List<BlockingRule> rules = new BlockingRules(records, workers).rules;
        List<BlockingRule> first = rules.size() < MOST ? rules : rules.subList(0, MOST - 1);
        if (everyPairOfFew && (long) records.rows() * (records.rows() - 1) / 2 <= FEW_PAIRS) {
            first.add(BlockingRule.EVERY_PAIR);
        }
        return first;
    }

    /** The rules of a model, for some records. */
    static List<BlockingRule> of(Records records, List<LinkModel.Rule> rules) {
        Map<String, Field> fields = records.byName();
        Map<LinkModel.Part, Atom> atoms = new HashMap<>();
        return rules.stream()
                .map(rule -> BlockingRule.of(
                        rule.parts().stream()
                                .map(part -> atoms.computeIfAbsent(part, key -> atom(key, fields)))
                                .toList(),
                        rule.anyOrder()))
                .toList();
    }

    private static Atom atom(LinkModel.Part part, Map<String, Field> fields) {
        return Atom.of(
                part.name(),
                part.form(),
                part.fields().stream()
                        .map(name -> requireNonNull(fields.get(name), name))
                        .toList());
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
        BlockingRule rule = BlockingRule.of(parts);
        if (rules.stream().noneMatch(one -> one.name().equals(rule.name()))) {
            rules.add(rule);
        }
    }

    private Atom atom(String name) {
        return requireNonNull(atoms.get(name));
    }

    private void put(String name, Field field, KeyForm form) {
        if (field.present() > 0) {
            wanted.putIfAbsent(name, () -> Atom.of(name, form, List.of(field)));
        }
    }

    private void addNames(Names names) {
        put(GIVEN, names.given(), KeyForm.WHOLE);
        put(GIVEN_START, names.given(), KeyForm.START_3);
        put(FORM, names.given(), KeyForm.FORM);
        put(FAMILY, names.family(), KeyForm.WHOLE);
        put(FAMILY_START, names.family(), KeyForm.START_4);
        put(FAMILY_END, names.family(), KeyForm.END_4);
        put(FAMILY_SOUND, names.family(), KeyForm.SOUND);
        if (wanted.containsKey(GIVEN) && wanted.containsKey(FAMILY)) {
            wanted.put(LONE, () -> Atom.of(LONE, KeyForm.WHOLE, List.of(names.family(), names.given())));
        }
        put(OTHERS, names.others(), KeyForm.LONG);
    }

    private void addAtoms(Records.KindField kindField) {
        Field field = kindField.field();
        switch (kindField.kind()) {
            case DATE_OF_BIRTH -> {
                put(DATE, field, KeyForm.DATE);
                put(YEAR, field, KeyForm.YEAR);
                put(YEAR_MONTH, field, KeyForm.YEAR_MONTH);
                put(MONTH_DAY, field, KeyForm.MONTH_DAY);
            }
            case POSTCODE -> {
                put(POSTCODE, field, KeyForm.WHOLE);
                put(SECTOR, field, KeyForm.SECTOR);
            }
            case PLACE -> put(PLACE, field, KeyForm.WHOLE);
            case STREET -> put(STREET, field, KeyForm.WHOLE);
            case HOUSE_NUMBER -> put(HOUSE, field, KeyForm.WHOLE);
            case ADDRESS -> put(ADDRESS, field, KeyForm.WHOLE);
            case AREA -> put(AREA, field, KeyForm.WHOLE);
            case CATEGORY -> put(CATEGORY, field, KeyForm.WHOLE);
            case IDENTIFIER, EMAIL, PHONE -> {
                if (field.present() > 0) {
                    rules.add(BlockingRule.of(whole(field)));
                }
            }
            default -> {}
        }
    }

    private static Atom whole(Field field) {
        return Atom.of(field.name(), KeyForm.WHOLE, List.of(field));
    }

    /** Fields that no rule above reads: alone, and in pairs, so that tables of any kind have rules. */
    private void addRest(Records records) {
        List<Atom> rest = new ArrayList<>();
        for (Records.KindField field : records.fields()) {
            boolean free = field.kind() == Kind.ORGANISATION_NAME
                    || field.kind() == Kind.FREE_TEXT
                    || rules.size() < 4 && field.kind() != Kind.SEX;
            if (free && field.field().present() > 0) {
                rest.add(whole(field.field()));
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
