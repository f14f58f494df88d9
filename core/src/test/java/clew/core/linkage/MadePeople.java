package clew.core.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Made-up people in homes, with names of many customs, from the simulator's lists of names. Seeded. */
final class MadePeople {
    static final List<String> ORIGINS = List.of(
            "british",
            "pakistani_bangladeshi",
            "sikh_punjabi",
            "indian",
            "arabic_iranian_kurdish",
            "polish",
            "welsh",
            "chinese_vietnamese",
            "west_african",
            "horn_east_african",
            "baltic_slavic",
            "iberian_italian",
            "romanian",
            "irish",
            "caribbean",
            "turkish");

    record Person(
            int number,
            String origin,
            String given,
            String middle,
            String family,
            LocalDate born,
            boolean male,
            int home,
            String phone,
            String email,
            String identifier) {}

    record Home(String house, String street, String town, String postcode, String phone) {}

    final List<Person> people = new ArrayList<>();
    final List<Home> homes = new ArrayList<>();
    private final SplittableRandom random;
    private final Map<String, Weighted> lists = new HashMap<>();
    final Map<String, List<String>> shortForms = pairs("short_forms.csv");
    final Map<String, List<String>> spellings = pairs("spellings.csv");
    private final int towns;

    MadePeople(long seed, int towns) {
        random = new SplittableRandom(seed);
        this.towns = towns;
    }

    private static final class Weighted {
        final List<String> names = new ArrayList<>();
        final List<Long> sums = new ArrayList<>();
        long sum;

        String draw(SplittableRandom random) {
            long at = random.nextLong(sum);
            int low = java.util.Collections.binarySearch(sums, at);
            return names.get(low >= 0 ? low : -low - 1);
        }
    }

    private static BufferedReader open(String file) {
        InputStream in = MadePeople.class.getResourceAsStream("/clew/core/simulate/names/" + file);
        return new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> pairs(String file) {
        Map<String, List<String>> pairs = new HashMap<>();
        try (BufferedReader in = open(file)) {
            in.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(p -> pairs.computeIfAbsent(p[0], key -> new ArrayList<>())
                            .add(p[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }

    private String name(String origin, String kind) {
        Weighted list = lists.computeIfAbsent(origin + " " + kind, key -> {
            Weighted made = new Weighted();
            try (BufferedReader in = open(origin + ".csv")) {
                in.lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .filter(p -> p[0].startsWith(kind))
                        .forEach(p -> {
                            made.sum += Long.parseLong(p[2]);
                            made.names.add(p[1]);
                            made.sums.add(made.sum - 1);
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // sums hold the last number of each name
            return made;
        });
        return list.draw(random);
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    Home home() {
        int n = homes.size();
        String street = name("british", "family") + " "
                + List.of("Street", "Road", "Avenue", "Close", "Lane", "Drive").get(random.nextInt(6));
        int town = (int) (towns * Math.pow(random.nextDouble(), 1.7));
        String area = new String[] {"ZA", "ZB", "ZC", "ZD", "ZE"}[town % 5];
        String postcode = area + (town % 23 + 1) + " " + (1 + random.nextInt(9)) + (char) ('A' + random.nextInt(20))
                + (char) ('A' + random.nextInt(20));
        Home home = new Home(
                String.valueOf(1 + random.nextInt(120)),
                street,
                townName(town),
                postcode,
                "0163296" + String.format("%04d", n % 10000));
        homes.add(home);
        return home;
    }

    private static String townName(int town) {
        SplittableRandom own = new SplittableRandom(town * 31L + 7);
        String[] starts = {
            "Ash", "Barn", "Cold", "Dun", "Elm", "Fen", "Glen", "Hart", "Kirk", "Lang", "Mill", "Nor", "Oak", "Pen",
            "Red", "Stan", "Thorn", "Wool"
        };
        String[] ends = {
            "ton", "ham", "bury", "ford", "field", "ley", "wick", "worth", "stead", "bridge", "combe", "dale"
        };
        return starts[own.nextInt(starts.length)]
                + ends[own.nextInt(ends.length)]
                + (town > 60 ? " " + ends[town % 12] : "");
    }

    Person person(String origin, String family, LocalDate born, int home, boolean homePhone) {
        boolean male = chance(0.5);
        return person(origin, name(origin, male ? "boy" : "girl"), family, born, male, home, homePhone);
    }

    Person person(
            String origin, String given, String family, LocalDate born, boolean male, int home, boolean homePhone) {
        int n = people.size();
        String middle = chance(0.5) ? name(origin, male ? "boy" : "girl") : "";
        if (origin.equals("sikh_punjabi")) {
            middle = chance(0.7) ? male ? "Singh" : "Kaur" : "";
        }
        String phone = homePhone ? homes.get(home).phone() : "07700" + (900000 + random.nextInt(100000));
        String email = (given + "." + family).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "")
                + (chance(0.5) ? "" : random.nextInt(90)) + "@"
                + List.of("example.org", "example.com", "example.net").get(random.nextInt(3));
        Person person = new Person(n, origin, given, middle, family, born, male, home, phone, email, nhs(n));
        people.add(person);
        return person;
    }

    static String nhs(int n) {
        for (int k = n * 2 + 100000; ; k += 1) {
            String nine = "999" + String.format("%06d", k % 1_000_000);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check != 10) {
                return nine + check;
            }
            k += 500_000 - 1;
        }
    }

    LocalDate born(int from, int to) {
        return LocalDate.of(from, 1, 1).plusDays(random.nextInt((to - from + 1) * 365));
    }

    String family(String origin) {
        String family = name(origin, "family");
        if (origin.equals("iberian_italian") && chance(0.5)) {
            family += " " + name(origin, "family");
        }
        if (origin.equals("british") && chance(0.05)) {
            family += "-" + name(origin, "family");
        }
        return family;
    }

    /** One adult living alone. */
    Person single(String origin) {
        home();
        return person(origin, family(origin), born(1940, 2005), homes.size() - 1, chance(0.3));
    }

    /** Two parents and some children, with some twins, some children of the father's name, some customs. */
    void household(String origin, int children, double twins, double namesakes) {
        home();
        int home = homes.size() - 1;
        String family = family(origin);
        int fatherYear = 1960 + random.nextInt(30);
        Person father =
                person(origin, name(origin, "boy"), family, born(fatherYear, fatherYear), true, home, chance(0.5));
        String mothers = switch (origin) {
            case "pakistani_bangladeshi" ->
                chance(0.5)
                        ? List.of("Begum", "Bibi", "Akhtar", "Khatun", "Parveen")
                                .get(random.nextInt(5))
                        : family;
            case "sikh_punjabi" -> chance(0.5) ? "Kaur" : family;
            case "chinese_vietnamese" -> family(origin);
            case "polish" -> family.replaceAll("ski$", "ska");
            default -> chance(0.8) ? family : family(origin);
        };
        person(origin, name(origin, "girl"), mothers, born(fatherYear, fatherYear + 4), false, home, chance(0.5));
        LocalDate last = null;
        for (int child = 0; child < children; child++) {
            boolean twin = last != null && chance(twins);
            LocalDate born = twin ? last : born(fatherYear + 20, fatherYear + 38);
            boolean male = chance(0.5);
            String given = male && chance(namesakes) ? father.given() : name(origin, male ? "boy" : "girl");
            String name = switch (origin) {
                case "horn_east_african" -> father.given();
                case "sikh_punjabi" -> chance(0.4) ? male ? "Singh" : "Kaur" : family;
                default -> family;
            };
            person(origin, given, name, born, male, home, chance(0.8));
            last = born;
        }
    }

    SplittableRandom random() {
        return random;
    }
}
