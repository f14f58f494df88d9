package clew.app.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Simulated people of a small town as three agencies hold them: some in one, some in several, with slips and gaps. The same seed gives the same rows. */
public final class Townsfolk {
    public static final List<String> AGENCIES = List.of("police", "care", "school");
    private static final String[] GIVEN = {
        "Ava", "Ben", "Cora", "Dev", "Ella", "Finn", "Gita", "Hugo", "Iris", "Jack", "Kaya", "Liam", "Mina", "Noah",
        "Orla", "Piotr", "Quinn", "Rosa", "Sami", "Tess", "Umar", "Vera", "Will", "Xena", "Yusuf", "Zoe"
    };
    private static final String[] FAMILY = {
        "Abbot", "Barlow", "Choudry", "Dunne", "Ellery", "Farrow", "Grange", "Hollin", "Ingle", "Jarvis", "Kowal",
        "Lister", "Marsh", "Nolan", "Okoro", "Penrose", "Quill", "Rashid", "Stroud", "Tandy", "Upton", "Vance", "Wyle"
    };

    private final SplittableRandom random;
    private final Map<String, List<String[]>> rows = new LinkedHashMap<>();

    public Townsfolk(int persons, long seed) {
        random = new SplittableRandom(seed);
        AGENCIES.forEach(agency -> rows.put(agency, new ArrayList<>()));
        for (int person = 0; person < persons; person++) {
            String[] true_ = person(person);
            for (String agency : AGENCIES) {
                if (random.nextInt(3) > 0) {
                    rows.get(agency).add(held(true_));
                }
            }
        }
    }

    /** The CSV rows of an agency, without header. */
    public String of(String agency) {
        return of(agency, UnaryOperator.identity());
    }

    /** The CSV rows of an agency with its list of rows changed. */
    String of(String agency, UnaryOperator<List<String[]>> change) {
        StringBuilder csv = new StringBuilder();
        change.apply(rows.get(agency))
                .forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    private String[] person(int number) {
        return new String[] {
            "P" + number,
            pick(GIVEN),
            pick(FAMILY),
            "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1960 + random.nextInt(60)),
            random.nextBoolean() ? "M" : "F",
            nhsNumber(number),
            "LS%d %d%c%c".formatted(1 + random.nextInt(9), 1 + random.nextInt(9), letter(), letter()),
            String.valueOf(1 + random.nextInt(90)),
            "07700 900%03d".formatted(random.nextInt(900)),
            random.nextBoolean() ? "White British" : "Pakistani",
            random.nextBoolean() ? "GBR" : "POL",
            random.nextBoolean() ? "English" : "Polish",
            random.nextInt(5) == 0 ? "yes" : ""
        };
    }

    private String[] held(String[] person) {
        String[] row = person.clone();
        for (int column : new int[] {5, 6, 7, 8}) {
            if (random.nextInt(3) == 0) {
                row[column] = "";
            }
        }
        if (random.nextInt(10) == 0) {
            row[1] = row[1].substring(0, row[1].length() - 1);
        }
        if (random.nextInt(10) == 0) {
            row[6] = "";
            row[7] = "";
        }
        return row;
    }

    private String pick(String[] names) {
        return names[(int) (names.length * random.nextDouble() * random.nextDouble())];
    }

    private char letter() {
        return "ABDEFGHJLNPQRSTUWXYZ".charAt(random.nextInt(20));
    }

    private static String nhsNumber(int number) {
        for (int body = 999_100_000 + number * 7; ; body++) {
            int sum = 0;
            String digits = Integer.toString(body);
            for (int i = 0; i < 9; i++) {
                sum += (digits.charAt(i) - '0') * (10 - i);
            }
            int check = 11 - sum % 11;
            if (check != 10) {
                return digits + check % 11;
            }
        }
    }
}
