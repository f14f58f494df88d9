package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;

/** Which names people carry by the customs of where their names come from. */
final class FamilyNames {

    private static final List<String> WOMENS_NAMES =
            List.of("Begum", "Bibi", "Akhtar", "Khatun", "Parveen", "Khanom", "Sultana");

    private FamilyNames() {}

    static String ofMan(Origin origin, String house, Draw draw) {
        return switch (origin.custom()) {
            case SIKH -> draw.chance(0.3) ? "Singh" : house;
            case PATRONYMIC -> draw.chance(0.5) ? origin.given(Sex.MALE, LocalDate.EPOCH, draw) : house;
            case DOUBLE -> draw.chance(0.4) ? house + " " + origin.family(draw) : house;
            case SHARED, SOUTH_ASIAN_MUSLIM, SLAVIC, FAMILY_FIRST -> house;
        };
    }

    static String ofWife(Origin origin, String husbands, String own, Draw draw) {
        return switch (origin.custom()) {
            case SHARED -> shared(husbands, own, draw);
            case SOUTH_ASIAN_MUSLIM -> draw.chance(0.45) ? draw.pick(WOMENS_NAMES) : draw.chance(0.6) ? husbands : own;
            case SIKH -> draw.chance(0.45) ? "Kaur" : husbands;
            case SLAVIC -> draw.chance(0.8) ? feminine(husbands, draw) : own;
            case PATRONYMIC, FAMILY_FIRST, DOUBLE -> draw.chance(0.75) ? own : husbands;
        };
    }

    private static String shared(String husbands, String own, Draw draw) {
        int choice = draw.weighted(70, 24, 6);
        return choice == 0
                ? husbands
                : choice == 1 || husbands.contains("-") || own.contains("-") ? own : own + "-" + husbands;
    }

    static String ofLoneParent(Origin origin, String house, Sex sex, Draw draw) {
        return sex == Sex.MALE ? ofMan(origin, house, draw) : ofWife(origin, house, house, draw);
    }

    static String ofChild(Origin origin, String house, List<Person> parents, Sex sex, Draw draw) {
        if (parents.isEmpty()) {
            return house;
        }
        Person first = parents.get(0);
        return switch (origin.custom()) {
            case PATRONYMIC -> first.sex() == Sex.MALE ? first.given() : first.family();
            case SIKH -> draw.chance(0.35) ? (sex == Sex.FEMALE ? "Kaur" : "Singh") : first.family();
            case SOUTH_ASIAN_MUSLIM -> draw.chance(0.25) ? origin.family(draw) : first.family();
            case SLAVIC -> sex == Sex.FEMALE ? feminine(first.family(), draw) : first.family();
            case SHARED, FAMILY_FIRST, DOUBLE -> ofSharedChild(origin, parents, draw);
        };
    }

    private static String ofSharedChild(Origin origin, List<Person> parents, Draw draw) {
        Person first = parents.get(0);
        if (parents.size() == 1) {
            return draw.chance(0.55) ? first.family() : origin.family(draw);
        }
        Person second = parents.get(1);
        if (first.family().equals(second.family())) {
            return draw.chance(0.94) ? first.family() : origin.family(draw);
        }
        int choice = draw.weighted(65, 25, 10);
        boolean join = choice == 2 && !(first.family() + second.family()).contains("-");
        return join ? second.family() + "-" + first.family() : choice == 1 ? second.family() : first.family();
    }

    private static String feminine(String family, Draw draw) {
        return family.endsWith("ski") && draw.chance(0.5) ? family.substring(0, family.length() - 1) + "a" : family;
    }

    /** Middle names, or the empty text. */
    static String middle(Origin origin, String given, Sex sex, LocalDate born, Draw draw) {
        if (origin.custom() == Origin.Custom.SIKH) {
            return draw.chance(0.6) ? (sex == Sex.FEMALE ? "Kaur" : "Singh") : "";
        }
        if (!draw.chance(origin.custom() == Origin.Custom.SHARED ? 0.7 : 0.25)) {
            return "";
        }
        String middle = origin.given(sex, born, draw);
        return middle.equals(given) ? "" : middle;
    }
}
