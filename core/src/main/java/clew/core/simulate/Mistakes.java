package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;

/** Slips of hand and ear in names and dates. */
final class Mistakes {

    private static final String ROWS = "qwertyuiop asdfghjkl zxcvbnm";
    private static final List<String[]> SOUNDS = List.of(
            new String[] {"ph", "f"},
            new String[] {"ck", "k"},
            new String[] {"ie", "y"},
            new String[] {"ey", "y"},
            new String[] {"ll", "l"},
            new String[] {"tt", "t"},
            new String[] {"ee", "ea"},
            new String[] {"ou", "u"},
            new String[] {"sh", "ch"},
            new String[] {"gh", "g"},
            new String[] {"c", "k"},
            new String[] {"y", "i"},
            new String[] {"z", "s"},
            new String[] {"nn", "n"},
            new String[] {"w", "v"});

    private Mistakes() {}

    /** The name with one slip in it. */
    static String typo(String name, Draw draw) {
        if (name.length() < 3) {
            return name;
        }
        return switch (draw.weighted(30, 20, 15, 15, 20)) {
            case 0 -> neighbour(name, draw);
            case 1 -> dropped(name, draw);
            case 2 -> doubled(name, draw);
            case 3 -> exchanged(name, draw);
            default -> misheard(name, draw);
        };
    }

    private static String neighbour(String name, Draw draw) {
        int at = draw.between(1, name.length() - 1);
        int key = ROWS.indexOf(name.charAt(at));
        if (key < 0 || name.charAt(at) == ' ') {
            return dropped(name, draw);
        }
        int beside = key + (draw.chance(0.5) ? 1 : -1);
        boolean off = beside < 0 || beside >= ROWS.length() || ROWS.charAt(beside) == ' ';
        char hit = ROWS.charAt(off ? 2 * key - beside : beside);
        return name.substring(0, at) + hit + name.substring(at + 1);
    }

    private static String dropped(String name, Draw draw) {
        int at = draw.between(1, name.length() - 1);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private static String doubled(String name, Draw draw) {
        int at = draw.between(1, name.length() - 1);
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }

    private static String exchanged(String name, Draw draw) {
        int at = draw.between(1, name.length() - 2);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String misheard(String name, Draw draw) {
        int first = draw.below(SOUNDS.size());
        for (int i = 0; i < SOUNDS.size(); i++) {
            String[] sound = SOUNDS.get((first + i) % SOUNDS.size());
            int at = name.indexOf(sound[0], 1);
            if (at > 0) {
                return name.substring(0, at) + sound[1] + name.substring(at + sound[0].length());
            }
        }
        return dropped(name, draw);
    }

    /** The date with day and month exchanged when that is a date, else the same date. */
    static LocalDate swapped(LocalDate date) {
        return date.getDayOfMonth() > 12
                ? date
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    /** The date with one part off: a day, a month or a year. */
    static LocalDate off(LocalDate date, Draw draw) {
        int by = draw.chance(0.5) ? 1 : -1;
        return switch (draw.weighted(50, 20, 30)) {
            case 0 -> date.plusDays(by * (draw.chance(0.5) ? 1 : 10));
            case 1 -> date.plusMonths(by);
            default -> date.plusYears(by);
        };
    }
}
