package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import clew.core.simulate.Group.Meeting;
import clew.core.simulate.Group.Trace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What agencies come to know of a group's meetings: pieces, each with one agency, each naming some of those who were there, often by nickname or by a car only. Half of a group's
 * meetings leave one piece, some none, some up to three.
 */
final class Traces {

    private final RegionSettings settings;
    private final Population population;
    private final Lives lives;
    private final Acquaintances acquaintances;
    private final Calendar calendar;

    Traces(RegionSettings settings, Population population, Lives lives) {
        this.settings = settings;
        this.population = population;
        this.lives = lives;
        this.acquaintances = new Acquaintances(settings, population);
        this.calendar = new Calendar(settings);
    }

    List<Trace> of(Group group) {
        List<Trace> traces = new ArrayList<>();
        for (Meeting meeting : group.meetings()) {
            Draw draw = Draw.of(settings.seed(), "traces", group.number(), meeting.number());
            int number = draw.weighted(15, 45, 28, 12);
            for (int i = 0; i < number; i++) {
                for (Event event : new Seen(group, meeting, draw).events()) {
                    traces.add(new Trace(group, meeting, event));
                }
            }
        }
        return traces;
    }

    /** One meeting as it comes to somebody's notice. */
    private final class Seen {
        private final Group group;
        private final Meeting meeting;
        private final Draw draw;
        private final Person child;
        private final Person adult;
        private final LocalDate day;
        private final int home;

        Seen(Group group, Meeting meeting, Draw draw) {
            this.group = group;
            this.meeting = meeting;
            this.draw = draw;
            this.child = draw.pick(meeting.children());
            this.adult = draw.pick(meeting.adults());
            this.day = meeting.day();
            this.home = population.household(child.household()).authority();
        }

        List<Event> events() {
            return switch (draw.weighted(22, 16, 12, 14, 8, 9, 10, 5, 3, 2, 2)) {
                case 0 -> missing();
                case 1 -> List.of(interview());
                case 2 -> List.of(stop());
                case 3 -> List.of(intelligence());
                case 4 ->
                    List.of(childAnd(
                            Kind.EMERGENCY_ATTENDANCE,
                            home,
                            day,
                            draw.chance(0.5),
                            null,
                            "",
                            draw.pick(Texts.EMERGENCY)));
                case 5 -> List.of(school());
                case 6 -> List.of(contact());
                case 7 -> List.of(complaint());
                case 8 ->
                    List.of(alone(
                            Kind.SEXUAL_HEALTH_CONCERN,
                            calendar.within(day, 14, draw),
                            "",
                            draw.pick(Texts.SEXUAL_HEALTH)));
                case 9 ->
                    List.of(alone(
                            Kind.SUPPORT_REFERRAL, calendar.within(day, 14, draw), draw.pick(Texts.REFERRERS), ""));
                default -> List.of(crime());
            };
        }

        private Event event(
                Kind kind,
                int authority,
                LocalDate when,
                int minute,
                List<Part> parts,
                @Nullable Place place,
                @Nullable Vehicle vehicle,
                @Nullable String phone,
                String detail,
                String text) {
            LocalDate known = calendar.known(when, draw);
            return new Event(
                    kind,
                    authority,
                    when,
                    minute,
                    known,
                    List.copyOf(parts),
                    place,
                    vehicle,
                    phone,
                    detail,
                    text,
                    draw.nextLong());
        }

        private List<Event> missing() {
            List<Event> events = new ArrayList<>();
            Place found = draw.chance(0.5) ? meeting.place() : null;
            List<Part> parts = new ArrayList<>(List.of(new Part(child, Role.SUBJECT)));
            meeting.children().stream()
                    .filter(other -> other != child && draw.chance(0.6))
                    .findFirst()
                    .ifPresent(other -> parts.add(new Part(other, Role.ASSOCIATE)));
            events.add(event(
                    Kind.MISSING_REPORT,
                    home,
                    day,
                    meeting.minute(),
                    parts,
                    found,
                    null,
                    null,
                    "",
                    draw.pick(Texts.MISSING)));
            if (child.lookedAfter()) {
                events.add(event(
                        Kind.MISSING_FROM_CARE,
                        child.homeAuthority(),
                        day,
                        meeting.minute(),
                        List.of(new Part(child, Role.CHILD)),
                        found,
                        null,
                        null,
                        "",
                        ""));
            }
            if (draw.chance(0.5)) {
                events.add(interview());
            }
            return events;
        }

        private Event interview() {
            List<Part> parts = new ArrayList<>(List.of(new Part(child, Role.CHILD)));
            meeting.children().stream()
                    .filter(other -> other != child && draw.chance(0.4))
                    .findFirst()
                    .ifPresent(other -> parts.add(new Part(other, Role.ASSOCIATE)));
            if (draw.chance(0.75)) {
                parts.add(new Part(adult, Role.ASSOCIATE, acquaintances.nickname(adult)));
            }
            LocalDate when = calendar.within(day, 4, draw);
            return event(
                    Kind.RETURN_INTERVIEW,
                    home,
                    when,
                    Calendar.working(draw),
                    parts,
                    draw.chance(0.5) ? meeting.place() : null,
                    draw.chance(0.5) ? meeting.vehicle() : null,
                    draw.chance(0.25) ? group.phone() : null,
                    "",
                    draw.pick(Texts.INTERVIEWS));
        }

        private Event stop() {
            List<Part> parts =
                    new ArrayList<>(List.of(new Part(adult, meeting.vehicle() == null ? Role.SUBJECT : Role.DRIVER)));
            meeting.adults().stream()
                    .filter(other -> other != adult)
                    .forEach(other -> parts.add(new Part(other, Role.ASSOCIATE)));
            meeting.children().stream()
                    .filter(other -> draw.chance(0.7))
                    .forEach(other -> parts.add(new Part(other, Role.ASSOCIATE)));
            return event(
                    Kind.STOP_CHECK,
                    meeting.place().authority(),
                    day,
                    meeting.minute(),
                    parts,
                    meeting.place(),
                    meeting.vehicle(),
                    null,
                    draw.pick(Texts.STOPS),
                    "");
        }

        private Event intelligence() {
            List<Part> parts = new ArrayList<>();
            for (Person other : meeting.adults()) {
                parts.add(new Part(
                        other,
                        Role.SUBJECT,
                        parts.isEmpty() && draw.chance(0.4) ? acquaintances.nickname(other) : null));
            }
            meeting.children().stream()
                    .filter(other -> draw.chance(0.35))
                    .forEach(other -> parts.add(new Part(other, Role.ASSOCIATE)));
            return event(
                    Kind.INTELLIGENCE,
                    meeting.place().authority(),
                    day,
                    meeting.minute(),
                    parts,
                    meeting.place(),
                    meeting.vehicle(),
                    draw.chance(0.3) ? group.phone() : null,
                    "",
                    draw.pick(Texts.INTELLIGENCE));
        }

        private Event childAnd(
                Kind kind,
                int authority,
                LocalDate when,
                boolean byNickname,
                @Nullable Vehicle vehicle,
                String detail,
                String text) {
            Part with = new Part(adult, Role.ASSOCIATE, byNickname ? acquaintances.nickname(adult) : null);
            return event(
                    kind,
                    authority,
                    when,
                    meeting.minute(),
                    List.of(new Part(child, Role.CHILD), with),
                    null,
                    vehicle,
                    null,
                    detail,
                    text);
        }

        private Event school() {
            LocalDate when = calendar.within(day, 3, draw);
            List<Part> parts = new ArrayList<>(List.of(new Part(child, Role.CHILD)));
            if (draw.chance(0.5)) {
                parts.add(new Part(adult, Role.ASSOCIATE, acquaintances.nickname(adult)));
            }
            return event(
                    Kind.SCHOOL_CONCERN,
                    home,
                    when,
                    Calendar.working(draw),
                    parts,
                    null,
                    meeting.vehicle(),
                    null,
                    draw.pick(Texts.SCHOOL_CATEGORIES),
                    draw.pick(Texts.SCHOOL));
        }

        private Event contact() {
            boolean nickname = draw.chance(0.5);
            Part with = new Part(adult, Role.ASSOCIATE, nickname ? acquaintances.nickname(adult) : null);
            LocalDate when = calendar.within(day, 6, draw);
            Place place = draw.chance(0.4) ? meeting.place() : null;
            return event(
                    Kind.CONTACT,
                    child.homeAuthority(),
                    when,
                    Calendar.working(draw),
                    List.of(new Part(child, Role.CHILD), with),
                    place,
                    draw.chance(0.4) ? meeting.vehicle() : null,
                    null,
                    "",
                    draw.pick(Texts.CONTACTS));
        }

        private Event complaint() {
            return meeting.adults().stream()
                    .filter(lives::drives)
                    .findFirst()
                    .map(driver -> event(
                            Kind.LICENSING_COMPLAINT,
                            population.household(driver.household()).authority(),
                            day,
                            meeting.minute(),
                            List.of(new Part(driver, Role.DRIVER)),
                            meeting.place(),
                            meeting.vehicle(),
                            null,
                            draw.pick(Texts.COMPLAINT_REASONS),
                            draw.pick(Texts.COMPLAINTS)))
                    .orElseGet(this::intelligence);
        }

        private Event alone(Kind kind, LocalDate when, String detail, String text) {
            return event(
                    kind,
                    home,
                    when,
                    Calendar.working(draw),
                    List.of(new Part(child, Role.CHILD)),
                    null,
                    null,
                    null,
                    detail,
                    text);
        }

        private Event crime() {
            List<Part> parts = List.of(new Part(child, Role.VICTIM), new Part(adult, Role.SUSPECT));
            return event(
                    Kind.CRIME,
                    meeting.place().authority(),
                    day,
                    meeting.minute(),
                    parts,
                    meeting.place(),
                    null,
                    null,
                    draw.pick(Texts.CRIMES),
                    draw.pick(Texts.CRIME_FLAGS));
        }
    }
}
