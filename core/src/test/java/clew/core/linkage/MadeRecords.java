package clew.core.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Writes made people down, with slips. */
final class MadeRecords {
    enum Column {
        GIVEN(Kind.GIVEN_NAME),
        MIDDLE(Kind.MIDDLE_NAME),
        FAMILY(Kind.FAMILY_NAME),
        FULL(Kind.FULL_NAME),
        BORN(Kind.DATE_OF_BIRTH),
        YEAR(Kind.YEAR_OF_BIRTH),
        MONTH(Kind.MONTH_OF_BIRTH),
        DAY(Kind.DAY_OF_BIRTH),
        SEX(Kind.SEX),
        HOUSE(Kind.HOUSE_NUMBER),
        STREET(Kind.STREET),
        TOWN(Kind.PLACE),
        POSTCODE(Kind.POSTCODE),
        ADDRESS(Kind.ADDRESS),
        PHONE(Kind.PHONE),
        EMAIL(Kind.EMAIL),
        SCHOOL(Kind.ORGANISATION_NAME),
        NHS(Kind.IDENTIFIER);
        final Kind kind;

        Column(Kind kind) {
            this.kind = kind;
        }
    }

    double typo = 0.03;
    double missing = 0.03;
    double idMissing = 0.3;
    double contactMissing = 0.3;
    double nickname = 0.1;
    double spelling = 0.1;
    double swapped = 0.01;
    double moved = 0.1;
    double wrongDate = 0.02;
    double defaultDate = 0.01;
    double initial = 0.01;
    double marker = 0.0;
    final MadePeople people;
    final SplittableRandom random;
    final List<Column> columns;
    final RecordTable.Builder table;
    final List<Integer> truth = new ArrayList<>();
    final List<String> origins = new ArrayList<>();

    MadeRecords(MadePeople people, long seed, Column... columns) {
        this.people = people;
        this.columns = List.of(columns);
        random = new SplittableRandom(seed);
        table = RecordTable.builder(this.columns.stream()
                .map(c -> new RecordTable.Column(c.name().toLowerCase(Locale.ROOT), c.kind))
                .toList());
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /** Each person as often as told, the first without slips when clean. */
    void writeAll(IntUnaryOperator copies, boolean firstClean) {
        for (MadePeople.Person person : people.people) {
            int n = copies.applyAsInt(person.number());
            for (int i = 0; i < n; i++) {
                write("s", person, i == 0 && firstClean);
            }
        }
    }

    void write(String source, MadePeople.Person p, boolean clean) {
        String[] values = new String[columns.size()];
        String given = p.given();
        String family = p.family();
        LocalDate born = p.born();
        MadePeople.Home home = people.homes.get(p.home());
        String date = born.toString();
        if (!clean) {
            given = name(given);
            if (chance(initial)) {
                given = given.substring(0, 1);
            }
            family = spelt(family);
            if (chance(swapped)) {
                String t = given;
                given = family;
                family = t;
            }
            if (chance(moved)) {
                home = people.homes.get(random.nextInt(people.homes.size()));
            }
            if (chance(defaultDate)) {
                date = born.getYear() + "-01-01";
            } else if (chance(wrongDate)) {
                date = wrong(born);
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (columns.get(i)) {
                case GIVEN -> slip(given, clean);
                case MIDDLE -> slip(p.middle(), clean);
                case FAMILY -> slip(family, clean);
                case FULL ->
                    slip(
                            given + (p.middle().isEmpty() || !clean && chance(0.4) ? "" : " " + p.middle()) + " "
                                    + family,
                            clean);
                case BORN -> date;
                case YEAR -> date.substring(0, 4);
                case MONTH -> date.substring(5, 7);
                case DAY -> date.substring(8);
                case SEX -> p.male() ? "M" : "F";
                case HOUSE -> slip(home.house(), clean);
                case STREET -> slip(home.street(), clean);
                case TOWN -> slip(home.town(), clean);
                case POSTCODE -> slip(home.postcode(), clean);
                case ADDRESS -> slip(home.house() + " " + home.street() + ", " + home.town(), clean);
                case PHONE -> chance(contactMissing) ? "" : slip(p.phone(), clean);
                case SCHOOL -> slip(school(home), clean);
                case EMAIL -> chance(contactMissing) ? "" : slip(p.email(), clean);
                case NHS -> chance(idMissing) ? "" : slip(p.identifier(), clean);
            };
            if (!clean && chance(missing)) {
                values[i] = chance(marker) ? marker(columns.get(i)) : "";
            }
        }
        table.add(source, source + truth.size(), values);
        truth.add(p.number());
        origins.add(p.origin());
    }

    /** Of those near the home, the one that all of it go to. */
    private static String school(MadePeople.Home home) {
        String near = home.postcode().substring(0, home.postcode().indexOf(' '));
        return home.town() + List.of(" Park School", " Church School").get(near.length() % 2);
    }

    private String marker(Column column) {
        return switch (column) {
            case BORN -> "1900-01-01";
            case PHONE -> "07000 000000";
            case EMAIL -> "none@none.com";
            case NHS -> "0000000000";
            case GIVEN -> List.of("UNKNOWN", "N/K", "Baby", "not given").get(random.nextInt(4));
            default -> List.of("UNKNOWN", "N/K", "not known", "NOT GIVEN").get(random.nextInt(4));
        };
    }

    private String name(String given) {
        List<String> forms = people.shortForms.get(given);
        if (forms != null && chance(nickname)) {
            return forms.get(random.nextInt(forms.size()));
        }
        return spelt(given);
    }

    private String spelt(String name) {
        List<String> forms = people.spellings.get(name);
        return forms != null && chance(spelling) ? forms.get(random.nextInt(forms.size())) : name;
    }

    private String wrong(LocalDate born) {
        return switch (random.nextInt(4)) {
            case 0 ->
                born.getDayOfMonth() <= 12
                        ? LocalDate.of(born.getYear(), born.getDayOfMonth(), Math.min(28, born.getMonthValue()))
                                .toString()
                        : born.plusDays(1).toString();
            case 1 -> born.plusYears(random.nextBoolean() ? 1 : -1).toString();
            case 2 -> born.plusDays(10).toString();
            default -> born.plusMonths(1 + random.nextInt(10)).toString();
        };
    }

    String slip(String text, boolean clean) {
        if (clean || text.isEmpty() || !chance(typo)) {
            return text;
        }
        String once = slip(text);
        return chance(0.2) ? slip(once) : once;
    }

    private String slip(String text) {
        int at = random.nextInt(text.length());
        char c = text.charAt(at);
        boolean digit = Character.isDigit(c);
        char other = digit ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26));
        StringBuilder out = new StringBuilder(text);
        switch (random.nextInt(digit ? 3 : 7)) {
            case 0 -> out.setCharAt(at, other);
            case 1 -> {
                if (at + 1 < out.length()) {
                    out.setCharAt(at, out.charAt(at + 1));
                    out.setCharAt(at + 1, c);
                } else {
                    out.setCharAt(at, other);
                }
            }
            case 2 -> out.setCharAt(at, other);
            case 3 -> out.insert(at, other);
            case 4 -> out.deleteCharAt(at);
            case 5 -> {
                String[][] sounds = {
                    {"ph", "f"}, {"c", "k"}, {"y", "ie"}, {"ee", "ea"}, {"s", "z"}, {"i", "y"}, {"ou", "u"}
                };
                for (String[] pair : sounds) {
                    if (text.contains(pair[0])) {
                        return text.replaceFirst(pair[0], pair[1]);
                    }
                }
                out.insert(at, c);
            }
            default -> {
                String[][] looks = {{"m", "rn"}, {"l", "1"}, {"o", "0"}, {"cl", "d"}, {"w", "vv"}};
                for (String[] pair : looks) {
                    if (text.contains(pair[0])) {
                        return text.replaceFirst(pair[0], pair[1]);
                    }
                }
                out.deleteCharAt(at);
            }
        }
        return out.length() == 0 ? text : out.toString();
    }
}
