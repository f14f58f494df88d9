package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import clew.core.simulate.Group.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One meeting of a group as it comes to somebody's notice: some of those who were there, often by nickname or by a car only. */
final class Notice {

    private final World world;
    private final Group group;
    private final Meeting meeting;
    private final Draw draw;
    private final Person child;
    private final Person adult;
    private final LocalDate day;
    private final int home;

    Notice(World world, Group group, Meeting meeting, Draw draw) {
        this.world = world;
        this.group = group;
        this.meeting = meeting;
        this.draw = draw;
        this.child = draw.pick(meeting.children());
        this.adult = draw.pick(meeting.adults());
        this.day = meeting.day();
        this.home = authorityOf(child);
    }

    private int authorityOf(Person person) {
        return world.region().authorityOf(person.household());
    }

    /** What agencies write of it; a child who was missing may be written of by several. */
    List<Event> events() {
        return switch (draw.weighted(22, 16, 12, 14, 8, 9, 10, 5, 3, 2, 2)) {
            case 0 -> missing();
            case 1 -> List.of(interview());
            case 2 -> List.of(stop());
            case 3 -> List.of(intelligence());
            case 4 -> List.of(emergency());
            case 5 -> List.of(school());
            case 6 -> List.of(contact());
            case 7 -> List.of(complaint());
            case 8 -> List.of(sexualHealth());
            case 9 -> List.of(support());
            default -> List.of(crime());
        };
    }

    private Event known(Happening happening) {
        return happening.known(world.calendar(), draw);
    }

    private Happening sighting(Kind kind, List<Part> parts) {
        return new Happening(kind, meeting.place().authority(), day, meeting.minute(), parts).at(meeting.place());
    }

    private Happening later(Kind kind, int days, List<Part> parts) {
        LocalDate when = world.calendar().within(day, days, draw);
        return new Happening(kind, home, when, Calendar.working(draw), parts);
    }

    private Part adult(boolean byNickname) {
        return new Part(
                adult, Role.ASSOCIATE, byNickname ? world.acquaintances().nickname(adult) : null);
    }

    private List<Part> child() {
        return List.of(new Part(child, Role.CHILD));
    }

    private void addOtherChild(List<Part> parts, double chance) {
        meeting.children().stream()
                .filter(other -> other != child && draw.chance(chance))
                .findFirst()
                .ifPresent(other -> parts.add(new Part(other, Role.ASSOCIATE)));
    }

    private void addChildren(List<Part> parts, double chance) {
        meeting.children().stream()
                .filter(other -> draw.chance(chance))
                .forEach(other -> parts.add(new Part(other, Role.ASSOCIATE)));
    }

    private List<Event> missing() {
        List<Event> events = new ArrayList<>();
        Place found = draw.chance(0.5) ? meeting.place() : null;
        List<Part> parts = new ArrayList<>(List.of(new Part(child, Role.SUBJECT)));
        addOtherChild(parts, 0.6);
        events.add(known(new Happening(Kind.MISSING_REPORT, home, day, meeting.minute(), parts)
                .at(found)
                .text(draw.pick(Texts.MISSING))));
        if (child.lookedAfter()) {
            int care = child.homeAuthority();
            events.add(known(new Happening(Kind.MISSING_FROM_CARE, care, day, meeting.minute(), child()).at(found)));
        }
        if (draw.chance(0.5)) {
            events.add(interview());
        }
        return events;
    }

    private Event interview() {
        List<Part> parts = new ArrayList<>(child());
        addOtherChild(parts, 0.4);
        if (draw.chance(0.75)) {
            parts.add(adult(true));
        }
        return known(later(Kind.RETURN_INTERVIEW, 4, parts)
                .at(draw.chance(0.5) ? meeting.place() : null)
                .with(draw.chance(0.5) ? meeting.vehicle() : null)
                .calling(draw.chance(0.25) ? group.phone() : null)
                .text(draw.pick(Texts.INTERVIEWS)));
    }

    private Event stop() {
        Role role = meeting.vehicle() == null ? Role.SUBJECT : Role.DRIVER;
        List<Part> parts = new ArrayList<>(List.of(new Part(adult, role)));
        meeting.adults().stream()
                .filter(other -> other != adult)
                .forEach(other -> parts.add(new Part(other, Role.ASSOCIATE)));
        addChildren(parts, 0.7);
        return known(sighting(Kind.STOP_CHECK, parts).with(meeting.vehicle()).detail(draw.pick(Texts.STOPS)));
    }

    private Event intelligence() {
        List<Part> parts = new ArrayList<>();
        for (Person other : meeting.adults()) {
            boolean byNickname = parts.isEmpty() && draw.chance(0.4);
            parts.add(new Part(
                    other, Role.SUBJECT, byNickname ? world.acquaintances().nickname(other) : null));
        }
        addChildren(parts, 0.35);
        return known(sighting(Kind.INTELLIGENCE, parts)
                .with(meeting.vehicle())
                .calling(draw.chance(0.3) ? group.phone() : null)
                .text(draw.pick(Texts.INTELLIGENCE)));
    }

    private Event emergency() {
        List<Part> parts = new ArrayList<>(child());
        parts.add(adult(draw.chance(0.5)));
        return known(new Happening(Kind.EMERGENCY_ATTENDANCE, home, day, meeting.minute(), parts)
                .text(draw.pick(Texts.EMERGENCY)));
    }

    private Event school() {
        List<Part> parts = new ArrayList<>(child());
        if (draw.chance(0.5)) {
            parts.add(adult(true));
        }
        return known(later(Kind.SCHOOL_CONCERN, 3, parts)
                .with(meeting.vehicle())
                .detail(draw.pick(Texts.SCHOOL_CATEGORIES))
                .text(draw.pick(Texts.SCHOOL)));
    }

    private Event contact() {
        List<Part> parts = new ArrayList<>(child());
        parts.add(adult(draw.chance(0.5)));
        LocalDate when = world.calendar().within(day, 6, draw);
        return known(new Happening(Kind.CONTACT, child.homeAuthority(), when, Calendar.working(draw), parts)
                .at(draw.chance(0.4) ? meeting.place() : null)
                .with(draw.chance(0.4) ? meeting.vehicle() : null)
                .text(draw.pick(Texts.CONTACTS)));
    }

    private Event complaint() {
        return meeting.adults().stream()
                .filter(world::drives)
                .findFirst()
                .map(this::complaint)
                .orElseGet(this::intelligence);
    }

    private Event complaint(Person driver) {
        List<Part> parts = List.of(new Part(driver, Role.DRIVER));
        return known(new Happening(Kind.LICENSING_COMPLAINT, authorityOf(driver), day, meeting.minute(), parts)
                .at(meeting.place())
                .with(meeting.vehicle())
                .detail(draw.pick(Texts.COMPLAINT_REASONS))
                .text(draw.pick(Texts.COMPLAINTS)));
    }

    private Event sexualHealth() {
        return known(later(Kind.SEXUAL_HEALTH_CONCERN, 14, child()).text(draw.pick(Texts.SEXUAL_HEALTH)));
    }

    private Event support() {
        return known(later(Kind.SUPPORT_REFERRAL, 14, child()).detail(draw.pick(Texts.REFERRERS)));
    }

    private Event crime() {
        List<Part> parts = List.of(new Part(child, Role.VICTIM), new Part(adult, Role.SUSPECT));
        return known(sighting(Kind.CRIME, parts).detail(draw.pick(Texts.CRIMES)).text(draw.pick(Texts.CRIME_FLAGS)));
    }
}
