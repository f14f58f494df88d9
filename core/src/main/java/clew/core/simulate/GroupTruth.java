package clew.core.simulate;

import clew.core.simulate.Group.Meeting;
import clew.core.simulate.Group.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the truth of planted groups: who and what belongs to them, and every piece that an agency came to know. */
final class GroupTruth {

    private GroupTruth() {}

    static void write(Group group, Truth truth) {
        group.adults().forEach(person -> person(group, "adult_of_concern", person, truth));
        group.children().forEach(person -> person(group, "child", person, truth));
        for (Place place : group.places()) {
            thing(
                    group,
                    "place",
                    place.id(),
                    place.name(),
                    meeting -> meeting.place().id().equals(place.id()),
                    truth);
        }
        for (Vehicle vehicle : group.vehicles()) {
            thing(group, "vehicle", vehicle.id(), vehicle.plate(), meeting -> vehicle.equals(meeting.vehicle()), truth);
        }
        String phone = group.phone();
        if (phone != null) {
            thing(group, "phone", "T" + phone, phone, meeting -> true, truth);
        }
    }

    private static void person(Group group, String kind, Person person, Truth truth) {
        List<LocalDate> days = days(
                group,
                meeting ->
                        meeting.adults().contains(person) || meeting.children().contains(person));
        truth.group(
                group.id(),
                kind,
                person.id(),
                person.given() + " " + person.family(),
                person.born().toString(),
                person.sex() == Sex.MALE ? "male" : "female",
                yesNo(person.disabled()),
                yesNo(person.lookedAfter()),
                String.valueOf(person.homeAuthority()),
                first(days),
                last(days));
    }

    private static void thing(Group group, String kind, String id, String name, Predicate<Meeting> used, Truth truth) {
        List<LocalDate> days = days(group, used);
        truth.group(group.id(), kind, id, name, "", "", "", "", "", first(days), last(days));
    }

    private static List<LocalDate> days(Group group, Predicate<Meeting> which) {
        return group.meetings().stream()
                .filter(which)
                .map(Meeting::day)
                .sorted()
                .toList();
    }

    private static String first(List<LocalDate> days) {
        return days.isEmpty() ? "" : days.get(0).toString();
    }

    private static String last(List<LocalDate> days) {
        return days.isEmpty() ? "" : days.get(days.size() - 1).toString();
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    static void write(Trace trace, Recorded recorded, Truth truth) {
        Event event = trace.event();
        String people = event.parts().stream().map(part -> part.person().id()).collect(Collectors.joining(";"));
        truth.groupEvent(
                trace.group().id(),
                String.valueOf(trace.meeting().number()),
                trace.meeting().day().toString(),
                event.kind().name().toLowerCase(Locale.ROOT),
                recorded.agency(),
                recorded.system(),
                recorded.shape(),
                recorded.key(),
                event.knownFrom().toString(),
                people,
                id(event.place()),
                id(event.vehicle()),
                event.phone() == null ? "" : "T" + event.phone());
    }

    private static String id(@Nullable Place place) {
        return place == null ? "" : place.id();
    }

    private static String id(@Nullable Vehicle vehicle) {
        return vehicle == null ? "" : vehicle.id();
    }
}
