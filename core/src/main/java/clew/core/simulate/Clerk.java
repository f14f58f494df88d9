package clew.core.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes people down for one system of one agency, with its habits. The same person gets the same entry each time (or, for some, one of two entries), except for the address,
 * which is the one at the time.
 */
final class Clerk {

    private static final int KEYS = 100_000_000;

    private final RegionSettings settings;
    private final Population population;
    private final Names names;
    private final String agency;
    private final Habits habits;
    private final KeyStyle style;
    private final Scramble keys;

    /** What a system's keys look like. */
    enum KeyStyle {
        /** {@code N01234567}. */
        LETTER_AND_DIGITS,
        /** {@code 01234567}. */
        DIGITS,
        /** {@code 3f2a90c1-77b0-4d1e-9c55-0a1b2c3d4e5f}. */
        GUID
    }

    Clerk(RegionSettings settings, Population population, Names names, String agency, Habits habits, KeyStyle style) {
        this.settings = settings;
        this.population = population;
        this.names = names;
        this.agency = agency;
        this.habits = habits;
        this.style = style;
        this.keys = Scramble.of(KEYS, Draw.hash(settings.seed(), "keys " + agency));
    }

    Habits habits() {
        return habits;
    }

    /** The entry of a person on a day; {@code chance} decides which of two entries, when there are two. */
    Entry entry(Person person, LocalDate day, long chance) {
        return entry(person, day, copy(person, chance));
    }

    /** Which of the entries of a person is used: 0, or 1 for the second of those who have two. */
    int copy(Person person, long chance) {
        boolean twice = Draw.of(settings.seed(), agency, person.ordinal()).chance(habits.duplicate() * 2);
        return twice && (chance & 1) == 1 ? 1 : 0;
    }

    /** The key of an entry. */
    String key(Person person, int copy) {
        return key(person.ordinal(), copy);
    }

    Entry entry(Person person, LocalDate day, int copy) {
        Draw draw = Draw.of(settings.seed(), agency, person.ordinal(), copy + 1);
        String key = key(person.ordinal(), copy);
        Map<String, Object> values = new HashMap<>();
        values.put("key", key);
        names(person, draw, values);
        date(person, draw, values);
        values.put(
                "sex",
                draw.chance(0.985)
                        ? person.sex().name()
                        : draw.chance(0.8) ? "UNKNOWN" : other(person.sex()).name());
        address(person, day, draw, values);
        contact(person, draw, values);
        identifiers(person, draw, values);
        characteristics(person, draw, values);
        return new Entry(person.id(), key, values);
    }

    private static Sex other(Sex sex) {
        return sex == Sex.MALE ? Sex.FEMALE : Sex.MALE;
    }

    private String key(int ordinal, int copy) {
        long number = keys.of(ordinal * 2L + copy);
        return switch (style) {
            case LETTER_AND_DIGITS -> "N" + Digits.padded(number, 8);
            case DIGITS -> Digits.padded(number, 8);
            case GUID -> guid(number);
        };
    }

    private String guid(long number) {
        String hex = Digits.hex(Draw.hash(settings.seed(), agency, number))
                + Digits.hex(Draw.hash(settings.seed() + 1, agency, number));
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "a" + hex.substring(17, 20),
                hex.substring(20));
    }

    private void names(Person person, Draw draw, Map<String, Object> values) {
        String birth = person.birthFamily();
        String family = birth != null && draw.chance(habits.birthName()) ? birth : person.family();
        String given = given(person.given(), draw, values);
        family = slip(respelt(family, draw), draw);
        given = slip(given, draw);
        boolean swapped =
                draw.chance(habits.swappedNames() * (person.origin().custom() == Origin.Custom.FAMILY_FIRST ? 10 : 1));
        put(values, "given", swapped ? family : given);
        put(values, "family", swapped ? given : family);
        boolean middle = !person.middle().isEmpty() && !draw.chance(habits.noMiddle());
        put(values, "middle", !middle ? "" : draw.chance(0.3) ? person.middle().substring(0, 1) : person.middle());
        put(
                values,
                "full",
                values.get("given") + (middle ? " " + values.get("middle") : "") + " " + values.get("family"));
        put(
                values,
                "reversed",
                values.get("family") + ", " + values.get("given") + (middle ? " " + values.get("middle") : ""));
    }

    private String given(String given, Draw draw, Map<String, Object> values) {
        String called = names.shortForm(given, draw);
        if (called != null && draw.chance(habits.shortForm())) {
            return called;
        }
        if (called != null && draw.chance(0.15)) {
            values.put("aka", called);
        }
        return respelt(given, draw);
    }

    private String respelt(String name, Draw draw) {
        String other = names.otherSpelling(name, draw);
        return other != null && draw.chance(habits.spelling()) ? other : name;
    }

    private String slip(String name, Draw draw) {
        return draw.chance(habits.typo()) ? Mistakes.typo(name, draw) : name;
    }

    private void date(Person person, Draw draw, Map<String, Object> values) {
        if (draw.chance(habits.noDate())) {
            return;
        }
        LocalDate born = person.born();
        if (draw.chance(habits.defaultedDate())) {
            born = LocalDate.of(born.getYear(), 1, 1);
        } else if (draw.chance(habits.swappedDate() * 2.5)) {
            born = Mistakes.swapped(born);
        } else if (draw.chance(habits.wrongDate())) {
            born = Mistakes.off(born, draw);
        }
        values.put("dob", born);
    }

    private void address(Person person, LocalDate day, Draw draw, Map<String, Object> values) {
        Household household = population.household(person.household());
        boolean old = draw.chance(habits.oldAddress());
        boolean none = draw.chance(habits.noAddress());
        boolean noPostcode = draw.chance(0.06);
        Address before = household.before();
        Address address = old && before != null ? before : household.addressOn(day);
        if (none) {
            return;
        }
        values.put("house", address.house());
        values.put("street", address.street());
        values.put("line", address.line());
        values.put("town", address.town());
        put(values, "postcode", noPostcode ? "" : address.postcode());
        put(values, "uprn", draw.chance(0.5) ? address.uprn() : "");
    }

    private void contact(Person person, Draw draw, Map<String, Object> values) {
        String phone = person.ageOn(settings.referenceDate()) < 11 ? null : population.mobile(person);
        if (phone == null || draw.chance(0.3)) {
            phone = population.landline(person.household());
        }
        put(values, "phone", phone == null || draw.chance(habits.noPhone()) ? "" : phone);
        boolean email = person.ageOn(settings.referenceDate()) > 15 && draw.chance(0.25);
        put(values, "email", email ? email(person) : "");
    }

    private static String email(Person person) {
        String name = Fold.plain(person.given() + "." + person.family())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.]", "");
        return name + person.ordinal() % 97 + "@example.org";
    }

    private void identifiers(Person person, Draw draw, Map<String, Object> values) {
        boolean pupil = person.ageOn(settings.referenceDate()) >= 4 && person.ageOn(settings.referenceDate()) <= 18;
        put(values, "nhs", kept(population.nhs(person), draw));
        put(values, "upn", kept(pupil ? population.upn(person) : null, draw));
        put(values, "nino", kept(person.ageOn(settings.referenceDate()) >= 16 ? population.nino(person) : null, draw));
        put(values, "pnc", kept(population.pnc(person), draw));
        put(values, "cro", kept(population.cro(person), draw));
    }

    private @Nullable String kept(@Nullable String identifier, Draw draw) {
        return draw.chance(habits.noIdentifier()) ? null : identifier;
    }

    private void characteristics(Person person, Draw draw, Map<String, Object> values) {
        boolean asked = !draw.chance(habits.noEthnicity());
        values.put("ethnicity", asked ? draw.chance(0.97) ? person.ethnicity() : "W9" : "NS");
        values.put("whynoethnicity", asked ? "" : draw.pick(List.of("not_asked", "refused", "not_recorded")));
        put(
                values,
                "observed",
                draw.chance(0.7) ? draw.chance(0.92) ? Ethnicities.observed(person.ethnicity()) : "0" : "");
        put(
                values,
                "disability",
                draw.chance(habits.noEthnicity() / 2) ? "" : person.disabled() ? disability(person) : "NONE");
    }

    private String disability(Person person) {
        return Draw.of(settings.seed(), "disability", person.ordinal())
                .pick(List.of("LD", "AUT", "MOB", "HEAR", "VIS", "COMM", "BEH"));
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            values.put(name, value);
        }
    }
}
