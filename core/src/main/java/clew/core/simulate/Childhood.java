package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What brings a child to the notice of social care, schools, health and charities, and times when a child is missing. */
final class Childhood extends Life {

    private static final double CONTACT = 0.42;
    private static final double SCHOOL_CONCERN = 0.33;
    private static final double EMERGENCY = 0.045;
    private static final double SEXUAL_HEALTH = 0.012;
    private static final double SUPPORT = 0.03;
    private static final double MISSING_FROM_HOME = 0.05;
    private static final double MISSING_FROM_FOSTER_CARE = 0.35;
    private static final double MISSING_FROM_CHILDRENS_HOME = 1.8;

    Childhood(World world, Person person, Household household, Consumer<Event> events) {
        super(world, person, household, events);
    }

    @Override
    void live() {
        if (person.lookedAfter()) {
            placement(world.calendar().day(draw));
        }
        times(CONTACT, this::contact);
        times(SCHOOL_CONCERN, this::schoolConcern);
        times(EMERGENCY, this::emergency);
        times(SEXUAL_HEALTH, this::sexualHealth);
        times(SUPPORT, this::support);
        times(missingRate(), this::missing);
    }

    private double missingRate() {
        return switch (person.standing()) {
            case IN_CHILDRENS_HOME -> MISSING_FROM_CHILDRENS_HOME;
            case FOSTERED -> MISSING_FROM_FOSTER_CARE;
            default -> MISSING_FROM_HOME;
        };
    }

    private List<Part> child() {
        return List.of(new Part(person, Role.CHILD));
    }

    private Happening withSocialCare(Kind kind, LocalDate day, List<Part> parts) {
        return new Happening(kind, person.homeAuthority(), day, Calendar.working(draw), parts);
    }

    private void placement(LocalDate day) {
        if (aged(day, 0, 17)) {
            tell(withSocialCare(Kind.PLACEMENT, day, child()));
        }
    }

    private void contact(LocalDate day) {
        if (!aged(day, 0, 17)) {
            return;
        }
        List<Part> parts = new ArrayList<>(child());
        if (draw.chance(0.12)) {
            parts.add(adult(18, 70, day, draw.chance(0.5)));
        }
        Place place = draw.chance(0.1) ? place(Place.Kind.PARK, Place.Kind.TAKEAWAY, Place.Kind.STATION) : null;
        tell(withSocialCare(Kind.CONTACT, day, parts)
                .at(place)
                .with(draw.chance(0.04) ? anyCar(day) : null)
                .text(draw.pick(Texts.CONTACTS)));
        if (draw.chance(0.3)) {
            LocalDate later = world.calendar().within(day, 10, draw);
            tell(withSocialCare(Kind.ASSESSMENT, later, child()).detail(draw.pick(Texts.FACTORS)));
        }
    }

    private Part adult(int fromAge, int toAge, LocalDate day, boolean byNickname) {
        Person adult = world.stranger(here(), fromAge, toAge, day, draw);
        return new Part(
                adult, Role.ASSOCIATE, byNickname ? world.acquaintances().nickname(adult) : null);
    }

    private void schoolConcern(LocalDate day) {
        if (!aged(day, 4, 17)) {
            return;
        }
        List<Part> parts = new ArrayList<>(child());
        if (draw.chance(0.1)) {
            parts.add(adult(17, 40, day, true));
        }
        tell(happening(Kind.SCHOOL_CONCERN, day, Calendar.working(draw), parts)
                .with(draw.chance(0.05) ? anyCar(day) : null)
                .detail(draw.pick(Texts.SCHOOL_CATEGORIES))
                .text(draw.pick(Texts.SCHOOL)));
    }

    private void emergency(LocalDate day) {
        if (aged(day, 0, 17)) {
            List<Part> parts = new ArrayList<>(child());
            if (draw.chance(0.15)) {
                parts.add(adult(17, 70, day, draw.chance(0.5)));
            } else if (draw.chance(0.6)) {
                household.carer().ifPresent(carer -> parts.add(new Part(carer, Role.ASSOCIATE)));
            }
            tell(happening(Kind.EMERGENCY_ATTENDANCE, day, Calendar.evening(draw), parts)
                    .text(draw.pick(Texts.EMERGENCY)));
        }
    }

    private void sexualHealth(LocalDate day) {
        if (aged(day, 13, 17)) {
            tell(happening(Kind.SEXUAL_HEALTH_CONCERN, day, Calendar.working(draw), child())
                    .text(draw.pick(Texts.SEXUAL_HEALTH)));
        }
    }

    private void support(LocalDate day) {
        if (aged(day, 8, 17)) {
            tell(happening(Kind.SUPPORT_REFERRAL, day, Calendar.working(draw), child())
                    .detail(draw.pick(Texts.REFERRERS)));
        }
    }

    private void missing(LocalDate day) {
        if (!aged(day, 10, 17)) {
            return;
        }
        Place found = draw.chance(0.5)
                ? place(Place.Kind.STATION, Place.Kind.PARK, Place.Kind.TAKEAWAY, Place.Kind.SHOPPING_CENTRE)
                : null;
        List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.SUBJECT)));
        if (draw.chance(0.3)) {
            world.acquaintances()
                    .friend(person, 0, day)
                    .ifPresent(friend -> parts.add(new Part(friend, Role.ASSOCIATE)));
        }
        int minute = Calendar.evening(draw);
        tell(happening(Kind.MISSING_REPORT, day, minute, parts).at(found).text(draw.pick(Texts.MISSING)));
        if (person.lookedAfter()) {
            tell(new Happening(Kind.MISSING_FROM_CARE, person.homeAuthority(), day, minute, child()).at(found));
        }
        if (draw.chance(0.55)) {
            interview(world.calendar().within(day, 4, draw), parts, found);
        }
    }

    private void interview(LocalDate day, List<Part> missing, @Nullable Place found) {
        List<Part> parts = new ArrayList<>(child());
        if (missing.size() > 1 && draw.chance(0.6)) {
            parts.add(missing.get(1));
        } else if (draw.chance(0.25)) {
            world.acquaintances()
                    .friend(person, 1, day)
                    .ifPresent(friend -> parts.add(new Part(friend, Role.ASSOCIATE)));
        }
        if (draw.chance(0.3)) {
            parts.add(adult(17, 35, day, true));
        }
        tell(happening(Kind.RETURN_INTERVIEW, day, Calendar.working(draw), parts)
                .at(draw.chance(0.5) ? found : null)
                .with(draw.chance(0.15) ? anyCar(day) : null)
                .calling(draw.chance(0.08) ? anyPhone(day) : null)
                .text(draw.pick(Texts.INTERVIEWS)));
    }
}
