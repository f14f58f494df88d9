package clew.core.simulate;

import clew.core.simulate.Clerk.KeyStyle;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** All agencies of a region: a police force for twelve authorities, a trust for three, a charity for four, and social care, schools and licensing for each. */
final class Agencies implements Closeable {

    private static final int AUTHORITIES_A_FORCE = 12;
    private static final int AUTHORITIES_A_TRUST = 3;
    private static final int AUTHORITIES_A_CHARITY = 4;
    private static final List<String> CHARITIES =
            List.of("harbour-light", "open-door", "bridgeway", "lantern-youth", "first-step", "safe-shore");

    private final RegionSettings settings;
    private final Population population;
    private final Names names;
    private final SimulationOutput output;
    private final Truth truth;
    private final List<Office> offices = new ArrayList<>();
    private final List<Agency> police;
    private final List<Agency> health;
    private final List<Agency> charities;
    private final List<Agency> care = new ArrayList<>();
    private final List<Agency> schools = new ArrayList<>();
    private final List<Agency> licensing = new ArrayList<>();

    Agencies(RegionSettings settings, Population population, Names names, SimulationOutput output, Truth truth) {
        this.settings = settings;
        this.population = population;
        this.names = names;
        this.output = output;
        this.truth = truth;
        this.police = shared(AUTHORITIES_A_FORCE, this::force);
        this.health = shared(AUTHORITIES_A_TRUST, this::trust);
        this.charities = shared(AUTHORITIES_A_CHARITY, this::charity);
        for (int authority = 0; authority < population.region().authorities(); authority++) {
            care.add(care(authority));
            schools.add(schools(authority));
            licensing.add(licensing(authority));
        }
    }

    private List<Agency> shared(int authoritiesEach, IntFunction<Agency> opening) {
        List<Agency> agencies = new ArrayList<>();
        for (int first = 0; first < population.region().authorities(); first += authoritiesEach) {
            agencies.add(opening.apply(first));
        }
        return agencies;
    }

    private Agency force(int first) {
        Office office = office(slug(first, "police"), Habits.POLICE, KeyStyle.LETTER_AND_DIGITS);
        open(
                office,
                Map.of(
                        "nominals",
                        "police-nominals",
                        "crimes",
                        "police-crimes",
                        "involvements",
                        "police-involvements",
                        "stops",
                        "police-stops",
                        "missing",
                        "police-missing",
                        "intelligence",
                        "police-intelligence"));
        return new Police(office, population);
    }

    private Agency trust(int first) {
        Office office = office(slug(first, "hospitals"), Habits.HEALTH, KeyStyle.DIGITS);
        open(office, Map.of("emergency", "health-emergency", "sexual-health", "health-sexual-health"));
        return new Health(office);
    }

    private Agency charity(int first) {
        int number = first / AUTHORITIES_A_CHARITY;
        String round = number < CHARITIES.size() ? "" : "-" + (number / CHARITIES.size() + 1);
        Office office = office(CHARITIES.get(number % CHARITIES.size()) + round, Habits.CHARITY, KeyStyle.DIGITS);
        open(office, Map.of("interviews", "charity-interviews", "support", "charity-support"));
        return new Charity(office);
    }

    private Agency care(int authority) {
        String vendor = List.of("a", "b", "c").get(authority % 3);
        KeyStyle style = List.of(KeyStyle.DIGITS, KeyStyle.LETTER_AND_DIGITS, KeyStyle.GUID)
                .get(authority % 3);
        Office office = office(slug(authority, "childrens-services"), Habits.SOCIAL_CARE, style);
        String layout = "care-" + vendor + "-";
        open(
                office,
                Map.of(
                        "contacts",
                        layout + "contacts",
                        "assessments",
                        layout + "assessments",
                        "placements",
                        layout + "placements",
                        "missing",
                        layout + "missing",
                        "journeys",
                        "care-journeys"));
        return new SocialCare(office, population);
    }

    private Agency schools(int authority) {
        Office office = office(slug(authority, "schools"), Habits.SCHOOL, KeyStyle.DIGITS);
        open(office, Map.of("concerns", "schools-concerns"));
        return new Schools(office, population.region());
    }

    private Agency licensing(int authority) {
        Office office = office(slug(authority, "licensing"), Habits.LICENSING, KeyStyle.DIGITS);
        open(
                office,
                Map.of(
                        "drivers",
                        "licensing-drivers",
                        "vehicles",
                        "licensing-vehicles",
                        "complaints",
                        "licensing-complaints"));
        return new Licensing(office, population.region());
    }

    private String slug(int authority, String kind) {
        return population.region().nameOf(authority).toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + kind;
    }

    private Office office(String slug, Habits habits, KeyStyle style) {
        Office office = new Office(slug, settings, new Clerk(settings, population, names, slug, habits, style), names);
        offices.add(office);
        return office;
    }

    private void open(Office office, Map<String, String> layouts) {
        new TreeMap<>(layouts).forEach((use, name) -> {
            Layout layout = Layout.load(name);
            office.add(use, new Extract(office.slug(), layout, () -> begin(office, layout), truth));
        });
    }

    private OutputStream begin(Office office, Layout layout) throws IOException {
        String folder = "extracts/" + office.slug() + "/";
        copyMap(layout, folder + layout.mapFile());
        return output.open(folder + layout.file());
    }

    private void copyMap(Layout layout, String to) throws IOException {
        try (InputStream in = Agencies.class.getResourceAsStream("layouts/" + layout.name() + ".map.yaml");
                OutputStream out = output.open(to)) {
            if (in == null) {
                throw new IllegalStateException(
                        "expected a resource, found none, in layouts/" + layout.name() + ".map.yaml");
            }
            in.transferTo(out);
        }
    }

    /** Has every agency write what it kept to the end. */
    void finish() {
        police.forEach(Agency::finish);
    }

    Recorded record(Event event) {
        return agency(event).record(event);
    }

    private Agency agency(Event event) {
        int authority = event.authority();
        return switch (event.kind()) {
            case CRIME, STOP_CHECK, MISSING_REPORT, INTELLIGENCE -> police.get(authority / AUTHORITIES_A_FORCE);
            case CONTACT, ASSESSMENT, PLACEMENT, MISSING_FROM_CARE, JOURNEY -> care.get(authority);
            case EMERGENCY_ATTENDANCE, SEXUAL_HEALTH_CONCERN -> health.get(authority / AUTHORITIES_A_TRUST);
            case SCHOOL_CONCERN -> schools.get(authority);
            case DRIVER_LICENCE, LICENSING_COMPLAINT -> licensing.get(authority);
            case RETURN_INTERVIEW, SUPPORT_REFERRAL -> charities.get(authority / AUTHORITIES_A_CHARITY);
        };
    }

    List<Office> offices() {
        return offices;
    }

    @Override
    public void close() throws IOException {
        for (Office office : offices) {
            office.close();
        }
    }
}
