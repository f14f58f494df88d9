package clew.app.groups;

import clew.app.access.Agencies.Kind;
import clew.app.identity.Senders;
import clew.core.standard.RecordIdentity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small world of who was where with whom: a crowd whose meetings mean nothing, and groups of adults who are with the same children again and again. */
public final class Outings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEAD = """
            map: %s
            version: 1
            standard: 1
            system: OUT
            extract: delta
            include: {regime: %s, purpose: %s, reason: known to the service}
            records:
            """;
    private static final String PEOPLE = HEAD + """
              - shape: person
                key: [ID]
                fields:
                  given_name: FORENAME
                  family_name: SURNAME
                  date_of_birth: {column: DOB, format: dd/MM/yyyy}
                  self_defined_ethnicity: ETHNICITY
                  sex: SEX
                  local_id: ID
                  simulated: {value: "yes"}
            """;
    private static final String EVENTS =
            HEAD.replace("records:", "known_from: {column: HAPPENED, format: dd/MM/yyyy}\nrecords:") + """
              - shape: place
                key: [PLACE]
                fields:
                  name: PLACE
                  postcode: POSTCODE
                  simulated: {value: "yes"}
              - shape: event
                key: [EVENT]
                fields:
                  event_type: {value: sighting}
                  occurred: {column: HAPPENED, format: dd/MM/yyyy}
                  place: {ref: place, key: [PLACE]}
                  summary: WHAT
                  simulated: {value: "yes"}
            """;
    private static final String ROLES = HEAD + """
              - shape: involvement
                key: [EVENT, ID]
                fields:
                  person: {ref: person, key: [ID]}
                  event: {ref: event, key: [EVENT]}
                  role: ROLE
                  simulated: {value: "yes"}
            """;

    private static final String THINGS = HEAD + """
              - shape: vehicle
                key: [REG]
                when: REG
                fields:
                  registration: REG
                  simulated: {value: "yes"}
              - shape: phone
                key: [NUMBER]
                when: NUMBER
                fields:
                  number: NUMBER
                  simulated: {value: "yes"}
              - shape: involvement
                role: vehicle
                key: [EVENT, REG]
                when: REG
                fields:
                  vehicle: {ref: vehicle, key: [REG]}
                  event: {ref: event, key: [EVENT]}
                  role: {value: vehicle_used}
                  simulated: {value: "yes"}
              - shape: involvement
                role: phone
                key: [EVENT, NUMBER]
                when: NUMBER
                fields:
                  phone: {ref: phone, key: [NUMBER]}
                  event: {ref: event, key: [EVENT]}
                  role: {value: phone_used}
                  simulated: {value: "yes"}
            """;

    private static final List<List<String>> NAMES = List.of(
            List.of("Warren", "Holt", "Curtis", "Vance", "Keeley", "Sparrow", "Jodie", "Larch"),
            List.of("Desmond", "Yarrow", "Philip", "Quick", "Amber", "Nettle", "Tariq", "Bream"),
            List.of("Gareth", "Underhill", "Oscar", "Fenn", "Bethan", "Cradock", "Liam", "Idle"),
            List.of("Stuart", "Marlow", "Hamish", "Jessop", "Zara", "Pickle", "Noel", "Thrush"));

    private final Senders senders;
    private final String agency;
    private final boolean part3;
    private int groups;
    private final List<String> people = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> things = new ArrayList<>();

    private Outings(Senders senders, String agency, boolean part3) {
        this.senders = senders;
        this.agency = agency;
        this.part3 = part3;
    }

    public static Outings of(Senders senders, String agency, Kind kind) {
        return new Outings(senders, agency, kind == Kind.POLICE);
    }

    /** Somebody. */
    public Outings person(String id, String given, String family, LocalDate born, String ethnicity, String sex) {
        people.add(String.join(",", id, given, family, DAY.format(born), ethnicity, sex));
        return this;
    }

    /** Something at a place with some people, each present. */
    public Outings event(String event, LocalDate day, String place, String what, String... ids) {
        int street = 1 + Math.floorMod(place.hashCode(), 9);
        events.add(String.join(",", event, DAY.format(day), place, "LS%d 1AA".formatted(street), what));
        for (String id : ids) {
            roles.add(String.join(",", event, id, "present"));
        }
        return this;
    }

    /** Somebody at an event in a role. */
    public Outings role(String event, String id, String role) {
        roles.add(String.join(",", event, id, role));
        return this;
    }

    /** A vehicle at an event. */
    public Outings vehicle(String event, String registration) {
        things.add(String.join(",", event, registration, ""));
        return this;
    }

    /** A phone at an event. */
    public Outings phone(String event, String number) {
        things.add(String.join(",", event, "", number));
        return this;
    }

    /**
     * One club, one car and one worker with twelve children on three days, who have nothing to do with one another; and, in the crowd of that mark, cars and workers
     * that are there as often as anybody would expect, and a phone that everybody uses.
     *
     * @param crowd mark of a crowd of 40 pairs or more
     */
    public Outings recurring(String mark, String crowd) {
        for (int n = 0; n < 40; n++) {
            vehicle(crowd + "X" + n, "AB%d XYZ".formatted(20 + n));
            phone(crowd + "X" + n, "07700 900123");
            String worker = mark + "W" + n / 5;
            if (n % 5 == 0) {
                person(
                        worker,
                        "Wil" + (char) ('a' + n / 5),
                        "Workerby" + (char) ('a' + n / 5),
                        LocalDate.of(1970, 2, 3 + n / 5),
                        "W1",
                        "F");
            }
            role(crowd + "X" + n, worker, "professional");
        }
        person(mark + "P", "Petra" + mark, "Attendant" + mark, LocalDate.of(1977, 11, 12), "W1", "F");
        for (int day = 0; day < 3; day++) {
            String event = mark + "E" + day;
            String[] children = new String[4];
            for (int n = 0; n < 4; n++) {
                children[n] = mark + "C" + (4 * day + n);
                person(
                        children[n],
                        OTHERS.get(4 * day + n) + mark,
                        "Of" + OTHERS.get(11 - 4 * day - n) + mark,
                        LocalDate.of(2009 + n, 1 + 3 * day + n, 5 + 6 * n),
                        "W1",
                        "F");
            }
            event(event, LocalDate.of(2025, 6, 1).plusDays(10L * day), mark + " club", "Left together", children);
            vehicle(event, "KC10 CAR");
            role(event, mark + "P", "professional");
        }
        return this;
    }

    private static final List<String> OTHERS = List.of(
            "Xanthe", "Yorick", "Zelda", "Ulric", "Thora", "Sorrel", "Rowan", "Quill", "Perdita", "Osric", "Nerys",
            "Merle");

    /** People in pairs who met once, each pair on a day of its own: what chance looks like. */
    public Outings crowd(String mark, int pairs) {
        for (int n = 0; n < pairs; n++) {
            String one = mark + "A" + n;
            String other = mark + "B" + n;
            person(
                    one,
                    given(n),
                    family(n),
                    LocalDate.of(1950 + n % 40, 1 + n % 12, 1 + n % 27),
                    ETHNICITIES.get(n % 3),
                    n % 2 == 0 ? "M" : "F");
            person(
                    other,
                    given(n + 5),
                    family(n + 3),
                    LocalDate.of(2008 + n % 8, 1 + n % 12, 2 + n % 26),
                    ETHNICITIES.get(n % 2),
                    n % 2 == 0 ? "F" : "M");
            event(mark + "X" + n, LocalDate.of(2025, 1, 1).plusDays(n), mark + " street " + n, "Seen", one, other);
        }
        return this;
    }

    /** Two adults with the same two children on four days at two places; no two groups share a name. */
    public Outings group(String mark, LocalDate first) {
        List<String> names = NAMES.get(groups++ % NAMES.size());
        person(mark + "1", names.get(0) + mark, names.get(1) + mark, born(mark, LocalDate.of(1980, 3, 4)), "W1", "M");
        person(mark + "2", names.get(2) + mark, names.get(3) + mark, born(mark, LocalDate.of(1985, 7, 9)), "W1", "M");
        person(mark + "3", names.get(4) + mark, names.get(5) + mark, born(mark, LocalDate.of(2010, 5, 6)), "W1", "F");
        person(mark + "4", names.get(6) + mark, names.get(7) + mark, born(mark, LocalDate.of(2011, 8, 2)), "W1", "F");
        event(mark + "E1", first, mark + " car park", "Seen in a car", mark + "1", mark + "3", mark + "4");
        event(mark + "E2", first.plusDays(9), mark + " hotel", "Seen at the door", mark + "2", mark + "3", mark + "4");
        event(mark + "E3", first.plusDays(20), mark + " car park", "Seen again", mark + "1", mark + "2", mark + "3");
        event(mark + "E4", first.plusDays(31), mark + " hotel", "Seen late", mark + "1", mark + "2", mark + "4");
        return this;
    }

    /** The birthdays of each group are its own, so that nobody is taken for somebody of another. */
    public static LocalDate born(String mark, LocalDate first) {
        return first.plusDays(31L * Math.floorMod(mark.hashCode(), 23));
    }

    /** Sends everything that was told since the last time. */
    public Outings sent() {
        String regime = part3 ? "part_3" : "uk_gdpr";
        String purpose = part3 ? "prevention and detection of crime against children" : "safeguarding children";
        send(PEOPLE.formatted("people", regime, purpose), "ID,FORENAME,SURNAME,DOB,ETHNICITY,SEX", people);
        send(EVENTS.formatted("events", regime, purpose), "EVENT,HAPPENED,PLACE,POSTCODE,WHAT", events);
        send(ROLES.formatted("roles", regime, purpose), "EVENT,ID,ROLE", roles);
        send(THINGS.formatted("things", regime, purpose), "EVENT,REG,NUMBER", things);
        return this;
    }

    private void send(String map, String header, List<String> rows) {
        if (!rows.isEmpty()) {
            var report = senders.sendAs(agency, map, header + "\n" + String.join("\n", rows) + "\n");
            if (report.quarantined() > 0) {
                throw new IllegalStateException("expected every row to come in, found " + report);
            }
            rows.clear();
        }
    }

    /** The record of an event. */
    public UUID eventId(String event) {
        return id("event", event);
    }

    /** The record of a place. */
    public UUID placeId(String place) {
        return id("place", place);
    }

    /** The record of a vehicle. */
    public UUID vehicleId(String registration) {
        return id("vehicle", registration);
    }

    /** The record of a phone. */
    public UUID phoneId(String number) {
        return id("phone", number);
    }

    /** The record of a person. */
    public UUID personId(String person) {
        return id("person", person);
    }

    private UUID id(String shape, String key) {
        return RecordIdentity.of(agency, "OUT", shape, List.of(key), "")
                .id(clew.app.intake.Intake.recordKey(senders.store.secrets()));
    }

    private static final List<String> ETHNICITIES = List.of("W1", "A1", "B1");

    private static String given(int n) {
        return List.of("Ava", "Ben", "Cora", "Dev", "Ella", "Finn", "Gita", "Hugo", "Iris", "Jack", "Kaya")
                        .get(n % 11)
                + Character.toString('a' + n % 23);
    }

    private static String family(int n) {
        return List.of("Abbot", "Barlow", "Choudry", "Dunne", "Ellery", "Farrow", "Grange")
                        .get(n % 7)
                + Character.toString('a' + n % 19);
    }
}
