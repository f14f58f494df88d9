package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A police force: nominals, crimes, stop checks, missing reports and intelligence, joined by reference numbers. */
final class Police implements Agency {

    private final Office office;
    private final Population population;
    private final EarliestDays nominals = new EarliestDays();

    Police(Office office, Population population) {
        this.office = office;
        this.population = population;
    }

    @Override
    public Recorded record(Event event) {
        return switch (event.kind()) {
            case CRIME -> crime(event);
            case STOP_CHECK -> stop(event);
            case MISSING_REPORT -> missing(event);
            case INTELLIGENCE -> intelligence(event);
            default ->
                throw new IllegalArgumentException("expected an event that police record, found " + event.kind());
        };
    }

    private String nominal(Part part, Event event) {
        int copy = office.clerk()
                .copy(part.person(), event.chance() ^ part.person().ordinal());
        nominals.see(part.person().ordinal() * 2L + copy, event.knownFrom());
        return office.clerk().key(part.person(), copy);
    }

    /** Writes the nominals, each created on the day its first event was recorded. */
    @Override
    public void finish() {
        nominals.numbers().forEach(number -> {
            LocalDate day = nominals.day(number);
            Entry entry = office.clerk().entry(population.person((int) (number / 2)), day, (int) (number % 2));
            office.extract("nominals").write(new Row().person("person", entry).put("known", day));
        });
    }

    private Recorded crime(Event event) {
        String key = office.reference("CR", event);
        Draw draw = Draw.of(event.chance(), "crime");
        Row row = base(event, key).put("offence", event.detail());
        row.put("outcome", draw.pick(List.of("1", "8", "14", "15", "16", "18", "18", "18", "21")));
        row.put("flag", event.text());
        office.extract("crimes").write(row);
        for (Part part : event.parts()) {
            Row involvement = new Row()
                    .put("key", key)
                    .put("nominal", nominal(part, event))
                    .put("role", part.role());
            office.extract("involvements").write(involvement.put("known", event.knownFrom()));
        }
        return office.recorded("crimes", "event", key);
    }

    private Recorded stop(Event event) {
        String key = office.reference("SC", event);
        for (Part part : event.parts()) {
            Row row = base(event, key).put("nominal", nominal(part, event)).put("reason", event.detail());
            office.extract("stops").write(row.put("driver", part.role() == Role.DRIVER ? "Y" : "N"));
        }
        return office.recorded("stops", "event", key);
    }

    private Recorded missing(Event event) {
        String key = office.reference("MP", event);
        Draw draw = Draw.of(event.chance(), "missing");
        Part child = event.first(Role.SUBJECT).orElseThrow();
        Row row = base(event, key)
                .put("nominal", nominal(child, event))
                .put("risk", draw.pick(List.of("low", "medium", "medium", "high")));
        LocalDateTime left = event.occurred().atTime(event.time());
        row.put("reported", left.plusHours(draw.between(1, 3))).put("returned", left.plusHours(draw.between(4, 40)));
        event.first(Role.ASSOCIATE).ifPresent(part -> row.put("with", nominal(part, event)));
        office.extract("missing").write(row);
        return office.recorded("missing", "missing_episode", key);
    }

    private Recorded intelligence(Event event) {
        String key = office.reference("IR", event);
        Draw draw = Draw.of(event.chance(), "intelligence");
        Row row = base(event, key);
        row.put("source", draw.weighted(25, 65, 10) + 1)
                .put("information", draw.pick(List.of("A", "B", "B", "C", "C", "D")));
        row.put("handling", draw.chance(0.75) ? "P" : "C");
        row.put("conditions", "C".equals(row.get("handling")) ? "Ask the originator before any action" : "");
        int named = 0;
        for (Part part : event.parts()) {
            if (part.knownAs() != null) {
                row.put("nickname", part.knownAs())
                        .put("unidentified.truth", part.person().id())
                        .put("unidentified", key + "-U");
            } else if (named < 4) {
                row.put("subject" + ++named, nominal(part, event));
            }
        }
        if (event.phone() != null) {
            row.phone("phone", event.phone());
        }
        office.extract("intelligence").write(row);
        return office.recorded("intelligence", "intelligence", key);
    }

    private Row base(Event event, String key) {
        Row row = new Row().event(event, key, event.knownFrom());
        if (event.place() != null) {
            office.place(row, "place", event.place());
        }
        if (event.vehicle() != null) {
            row.vehicle("vehicle", event.vehicle());
        }
        return row;
    }
}
