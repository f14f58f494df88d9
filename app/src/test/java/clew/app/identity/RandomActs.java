package clew.app.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What senders and people do in a world, drawn at random: rows that are new or say something else than before, rows taken back, corrections, decisions and their
 * withdrawal, records set apart or sealed. Every act belongs to a sender (decisions to a sender of their own), whose acts keep their order. The people are few and their
 * records slip, so that persons join, part and are doubted.
 */
final class RandomActs {
    private static final String[] GIVEN = {"Ava", "Ben", "Cora", "Dev", "Ella", "Finn", "Gita"};
    private static final String[] FAMILY = {"Abbot", "Barlow", "Choudry", "Dunne", "Ellery"};
    private static final String PEOPLE = "people";

    private final SplittableRandom random;
    private final int persons;
    private final Map<String, List<Act>> bySender = new LinkedHashMap<>();
    private final List<String[]> sent = new ArrayList<>();

    /** One thing that happens. */
    interface Act {
        void in(ArrivingWorld world);
    }

    RandomActs(long seed, int persons) {
        this.random = new SplittableRandom(seed);
        this.persons = persons;
    }

    /** Draws the acts of a world. */
    RandomActs drawn(int number) {
        for (int act = 0; act < number; act++) {
            int kind = random.nextInt(20);
            if (kind < 12 || sent.size() < 4) {
                arrival();
            } else if (kind < 14) {
                withdrawal();
            } else if (kind < 15) {
                correction();
            } else if (kind < 19) {
                decision();
            } else {
                apart();
            }
        }
        return this;
    }

    /** All acts in an order that keeps each sender's own. */
    List<Act> shuffled(long seed) {
        SplittableRandom order = new SplittableRandom(seed);
        List<List<Act>> left = new ArrayList<>();
        bySender.values().forEach(acts -> left.add(new ArrayList<>(acts)));
        List<Act> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Act> next = left.get(order.nextInt(left.size()));
            shuffled.add(next.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return shuffled;
    }

    private void add(String sender, Act act) {
        bySender.computeIfAbsent(sender, any -> new ArrayList<>()).add(act);
    }

    private void arrival() {
        String agency = agency();
        int person = random.nextInt(persons);
        String id = "P" + person + (random.nextInt(5) == 0 ? "b" : "");
        Map<String, String> row = row(id, person);
        sent.add(new String[] {agency, id, row.get("SURNAME")});
        if (random.nextInt(6) == 0) {
            Map<String, String> other = row(id + "c", person);
            add(agency, world -> world.imports(agency, List.of(row, other)));
        } else {
            add(agency, world -> world.sends(agency, row));
        }
    }

    private Map<String, String> row(String id, int person) {
        SplittableRandom of = new SplittableRandom(person * 31L + 7);
        Map<String, String> row = ArrivingWorld.row(
                id,
                GIVEN[of.nextInt(GIVEN.length)],
                FAMILY[of.nextInt(FAMILY.length)],
                "%02d/%02d/%d".formatted(1 + of.nextInt(28), 1 + of.nextInt(12), 1990 + of.nextInt(25)),
                "LS%d %dAB".formatted(1 + of.nextInt(9), 1 + of.nextInt(9)),
                String.valueOf(1 + of.nextInt(40)));
        if (random.nextInt(4) == 0) {
            row.put("FORENAME", GIVEN[random.nextInt(GIVEN.length)]);
        }
        if (random.nextInt(5) == 0) {
            row.put("DOB", "01/01/" + (1990 + random.nextInt(25)));
        }
        if (random.nextInt(4) == 0) {
            row.put("POSTCODE", "");
            row.put("HOUSE", "");
        }
        if (random.nextInt(3) == 0) {
            row.put("EVENT", "E" + random.nextInt(10));
            row.put("HAPPENED", "03/03/2026");
            row.put("WHAT", "Seen");
        }
        return row;
    }

    private void withdrawal() {
        String[] one = any();
        add(one[0], world -> world.withdraws(one[0], world.record(one[0], one[1])));
    }

    private void correction() {
        String[] one = any();
        String name = FAMILY[random.nextInt(FAMILY.length)];
        if (name.equals(one[2])) {
            return;
        }
        add(one[0], world -> world.corrects(one[0], world.record(one[0], one[1]), one[2], name));
    }

    private void decision() {
        String[] one = any();
        String[] other = any();
        if (one[0].equals(other[0]) && one[1].equals(other[1])) {
            return;
        }
        String kind = random.nextInt(3) == 0 ? "same_person" : "not_same_person";
        boolean back = random.nextInt(3) == 0;
        UUID[] decision = new UUID[1];
        add(PEOPLE, world -> {
            decision[0] = world.decides(kind, world.record(one[0], one[1]), world.record(other[0], other[1]));
        });
        if (back) {
            add(
                    PEOPLE,
                    world -> world.takesBack(
                            decision[0], world.record(one[0], one[1]), world.record(other[0], other[1])));
        }
    }

    private void apart() {
        String[] one = any();
        add(one[0], world -> world.setsApart(world.record(one[0], one[1])));
    }

    private String[] any() {
        return sent.get(random.nextInt(sent.size()));
    }

    private String agency() {
        return ArrivingWorld.AGENCIES.get(random.nextInt(ArrivingWorld.AGENCIES.size()));
    }
}
