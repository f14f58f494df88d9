package clew.core.simulate;

import java.time.LocalDate;
import java.util.Map;

/**
 * Where a family's names come from: its lists and its custom of handing names on. An attribute of the lists only; nothing but names and the recorded ethnicity of simulated
 * people reads it, and the planting of groups never does.
 *
 * @param weight households of this origin, relative to the others
 * @param lists names by kind: {@code family}, {@code boy}, {@code girl}, or with the year from which a list holds ({@code boy1960})
 */
record Origin(String name, int weight, Custom custom, Map<String, NameList> lists) {

    /** How names pass in a family. */
    enum Custom {
        /** Wife and children mostly take the husband's family name. */
        SHARED,
        /** Women may carry a name of their own (Begum, Bibi, Akhtar); children's family names differ. */
        SOUTH_ASIAN_MUSLIM,
        /** Kaur for women and Singh for men, as middle or as family name. */
        SIKH,
        /** Family names in -ski become -ska for women, though British registrars often keep -ski. */
        SLAVIC,
        /** The last name is the father's given name. */
        PATRONYMIC,
        /** The family name is said first, and wives keep theirs. */
        FAMILY_FIRST,
        /** One name from each parent. */
        DOUBLE
    }

    String family(Draw draw) {
        return list("family").draw(draw);
    }

    String given(Sex sex, LocalDate born, Draw draw) {
        String kind = sex == Sex.MALE ? "boy" : "girl";
        NameList all = lists.get(kind);
        return all != null
                ? all.draw(draw)
                : list(kind + generation(born.getYear())).draw(draw);
    }

    private static int generation(int year) {
        return year < 1960 ? 1930 : year < 1990 ? 1960 : 1990;
    }

    private NameList list(String kind) {
        NameList list = lists.get(kind);
        if (list == null) {
            throw new IllegalStateException("expected a list of names, found none, field " + kind + " of " + name);
        }
        return list;
    }
}
