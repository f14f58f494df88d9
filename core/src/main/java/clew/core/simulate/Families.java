package clew.core.simulate;

import clew.core.simulate.Household.Kind;
import clew.core.simulate.Person.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the household of a number: couples and lone parents with their children, twins, fathers and sons of one name, shared houses, foster families, children's homes. Who is
 * disabled or looked after, and what kind of household it is, is drawn without regard to the origin of names.
 */
final class Families {

    private static final int DAYS_A_YEAR = 365;

    private final RegionSettings settings;
    private final Region region;
    private final Names names;

    Families(RegionSettings settings, Region region, Names names) {
        this.settings = settings;
        this.region = region;
        this.names = names;
    }

    Household household(int index, int firstPerson, int size) {
        Draw draw = Draw.of(settings.seed(), "household", index);
        Composition composition = Composition.of(settings.seed(), index);
        Making making = new Making(index, firstPerson, size, composition, draw, names.origin(draw));
        making.people();
        boolean moved = composition.kind() != Kind.CHILDRENS_HOME && draw.chance(0.3);
        return new Household(
                index,
                composition.kind(),
                region.authorityOf(index),
                region.address(index),
                moved ? region.formerAddress(index) : null,
                settings.referenceDate().minusDays(draw.between(1, settings.days())),
                risk(composition.kind(), draw),
                List.copyOf(making.members));
    }

    private static double risk(Kind kind, Draw draw) {
        if (kind == Kind.CHILDRENS_HOME || kind == Kind.FOSTER_FAMILY) {
            return 2;
        }
        return new double[] {0.4, 1.0, 4.0}[draw.weighted(60, 30, 10)];
    }

    /** One household while its people are put together. */
    private final class Making {
        private final int index;
        private final int firstPerson;
        private final int size;
        private final Composition composition;
        private final Draw draw;
        private final Origin origin;
        private final List<Person> members = new ArrayList<>();
        private String houseName = "";

        Making(int index, int firstPerson, int size, Composition composition, Draw draw, Origin origin) {
            this.index = index;
            this.firstPerson = firstPerson;
            this.size = size;
            this.composition = composition;
            this.draw = draw;
            this.origin = origin;
        }

        void people() {
            houseName = origin.family(draw);
            switch (composition.kind()) {
                case SINGLE -> adult(single(), draw.chance(0.5) ? Sex.MALE : Sex.FEMALE, origin, houseName, null);
                case COUPLE -> couple(draw.weighted(30, 25, 45) == 0 ? draw.between(22, 40) : draw.between(41, 90));
                case SHARED -> sharers();
                case CHILDRENS_HOME -> children(Standing.IN_CHILDRENS_HOME, draw.between(12, 17));
                case FOSTER_FAMILY -> {
                    couple(draw.between(32, 64));
                    children(Standing.FOSTERED, draw.between(1, 17));
                }
                case FAMILY, LONE_PARENT, THREE_GENERATIONS, GROWN_FAMILY -> family();
            }
        }

        private int single() {
            return switch (draw.weighted(25, 35, 40)) {
                case 0 -> draw.between(19, 35);
                case 1 -> draw.between(36, 64);
                default -> draw.between(65, 94);
            };
        }

        private void sharers() {
            for (int i = 0; i < composition.adults(); i++) {
                Origin own = names.origin(draw);
                adult(draw.between(18, 38), draw.chance(0.58) ? Sex.MALE : Sex.FEMALE, own, own.family(draw), null);
            }
        }

        private void couple(int age) {
            Person first = adult(age, Sex.MALE, origin, FamilyNames.ofMan(origin, houseName, draw), null);
            Origin other = draw.chance(0.88) ? origin : names.origin(draw);
            String own = other.family(draw);
            Sex sex = draw.chance(0.98) ? Sex.FEMALE : Sex.MALE;
            String family = sex == Sex.FEMALE
                    ? FamilyNames.ofWife(other, first == null ? houseName : first.family(), own, draw)
                    : own;
            adult(Math.max(18, age - draw.between(-2, 6)), sex, other, family, family.equals(own) ? null : own);
        }

        private void family() {
            boolean grown = composition.kind() == Kind.GROWN_FAMILY;
            int eldest = grown ? draw.between(18, 29) : draw.between(Math.min(17, composition.children()), 17);
            int parent = eldest + 18 + draw.below(12) + draw.below(10);
            if (composition.kind() == Kind.LONE_PARENT) {
                Sex sex = draw.chance(0.87) ? Sex.FEMALE : Sex.MALE;
                adult(parent, sex, origin, FamilyNames.ofLoneParent(origin, houseName, sex, draw), null);
            } else {
                couple(parent);
            }
            if (composition.kind() == Kind.THREE_GENERATIONS) {
                elder(parent + draw.between(20, 32));
            }
            children(grown ? Standing.GROWN_CHILD : Standing.CHILD, eldest);
        }

        private void elder(int age) {
            Sex sex = draw.chance(0.65) ? Sex.FEMALE : Sex.MALE;
            add(
                    Standing.GRANDPARENT,
                    origin,
                    origin.given(sex, birthday(Math.min(97, age)), draw),
                    houseName,
                    null,
                    sex,
                    birthday(Math.min(97, age)));
        }

        private void children(Standing standing, int eldest) {
            int age = eldest;
            LocalDate born = birthday(age);
            for (int i = 0; i < composition.children(); i++) {
                if (i > 0 && !(draw.chance(0.016) && standing != Standing.IN_CHILDRENS_HOME)) {
                    age = standing == Standing.IN_CHILDRENS_HOME
                            ? draw.between(11, 17)
                            : Math.max(0, age - draw.between(1, 4));
                    born = laterThan(born, birthday(age), standing);
                }
                child(standing, born, i);
            }
        }

        // Siblings that are no twins are at least ten months apart; children of a home are not siblings.
        private LocalDate laterThan(LocalDate elder, LocalDate born, Standing standing) {
            if (standing == Standing.IN_CHILDRENS_HOME || born.isAfter(elder.plusDays(300))) {
                return born;
            }
            LocalDate next = elder.plusDays(300 + draw.below(200));
            return next.isBefore(settings.referenceDate())
                    ? next
                    : settings.referenceDate().minusDays(1 + draw.below(60));
        }

        private void child(Standing standing, LocalDate born, int nth) {
            boolean kin = standing == Standing.CHILD || standing == Standing.GROWN_CHILD;
            Origin own = kin ? origin : names.origin(draw);
            Sex sex = draw.chance(0.512) ? Sex.MALE : Sex.FEMALE;
            String family = kin ? FamilyNames.ofChild(own, houseName, parents(), sex, draw) : own.family(draw);
            String given = given(own, sex, born, kin && nth == 0);
            add(standing, own, given, family, null, sex, born);
        }

        private List<Person> parents() {
            return members.stream()
                    .filter(person -> person.standing() == Standing.ADULT)
                    .toList();
        }

        private String given(Origin own, Sex sex, LocalDate born, boolean eldest) {
            if (eldest
                    && sex == Sex.MALE
                    && !members.isEmpty()
                    && members.get(0).sex() == Sex.MALE
                    && draw.chance(0.04)) {
                return members.get(0).given();
            }
            String given = own.given(sex, born, draw);
            for (int i = 0; i < 5 && taken(given); i++) {
                given = own.given(sex, born, draw);
            }
            return given;
        }

        private boolean taken(String given) {
            return members.stream().anyMatch(person -> person.given().equals(given));
        }

        private LocalDate birthday(int age) {
            return settings.referenceDate().minusYears(age).minusDays(1 + draw.below(DAYS_A_YEAR - 1));
        }

        private @Nullable Person adult(int age, Sex sex, Origin own, String family, @Nullable String birthFamily) {
            LocalDate born = birthday(age);
            return add(Standing.ADULT, own, own.given(sex, born, draw), family, birthFamily, sex, born);
        }

        // The last household is cut where the region has its people; draws go on, so that the others are as they are.
        private @Nullable Person add(
                Standing standing,
                Origin own,
                String given,
                String family,
                @Nullable String birthFamily,
                Sex sex,
                LocalDate born) {
            boolean disabled =
                    draw.chance(standing == Standing.CHILD ? 0.11 : standing == Standing.GRANDPARENT ? 0.4 : 0.17);
            String middle = FamilyNames.middle(own, given, sex, born, draw);
            String ethnicity = Ethnicities.of(own, draw);
            int home = homeAuthority(standing);
            if (members.size() == size) {
                return null;
            }
            Person person = new Person(
                    firstPerson + members.size(),
                    index,
                    standing,
                    own,
                    given,
                    middle,
                    family,
                    birthFamily,
                    sex,
                    born,
                    disabled,
                    ethnicity,
                    home);
            members.add(person);
            return person;
        }

        private int homeAuthority(Standing standing) {
            int here = region.authorityOf(index);
            double away = standing == Standing.IN_CHILDRENS_HOME ? 0.45 : standing == Standing.FOSTERED ? 0.2 : 0;
            return draw.chance(away) ? (here + 1 + draw.below(region.authorities() - 1)) % region.authorities() : here;
        }
    }
}
