package clew.app.identity;

import clew.core.linkage.AppliedModel;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.standard.PersonShape;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What happens in a {@link RememberedWorld}, drawn at random: every act belongs to a sender, whose acts keep their order; decisions to a sender of their own. */
final class RememberedActs {
    private static final String[] GIVEN = {"Ava", "Ben", "Cora", "Dev", "Ella"};
    private static final String[] FAMILY = {"Abbot", "Barlow", "Choudry", "Dunne"};
    private static final int SENDERS = 3;
    private static final int KEYS = 4;
    private static final int PERSONS = 5;
    private static final int TOWN = 2_000;

    /**
     * One thing that happens.
     *
     * @param sender whose acts keep their order
     * @param takenBack whether it belongs to a decision that is taken back in the end
     */
    record Act(int sender, boolean takenBack, java.util.function.Consumer<RememberedWorld> in) {}

    private final SplittableRandom random;
    private final List<Act> acts = new ArrayList<>();
    private int decisions;

    RememberedActs(long seed, int number) {
        random = new SplittableRandom(seed);
        while (acts.size() < number) {
            int kind = random.nextInt(20);
            if (kind < 12) {
                says();
            } else if (kind < 14) {
                UUID record = record();
                add(sender(record), world -> world.withdraws(record));
            } else if (kind < 19) {
                decides();
            } else {
                UUID record = record();
                boolean ends = random.nextBoolean();
                add(SENDERS + 1, world -> world.seals(record));
                if (ends) {
                    add(SENDERS + 1, world -> world.unseals(record));
                }
            }
        }
    }

    /** A Model learnt from a town of such people: of few columns and rules, so that thousands of worlds take seconds. */
    static AppliedModel model() {
        List<RecordTable.Column> columns = List.of(
                new RecordTable.Column("given_name", Kind.GIVEN_NAME),
                new RecordTable.Column("family_name", Kind.FAMILY_NAME),
                new RecordTable.Column("date_of_birth", Kind.DATE_OF_BIRTH),
                new RecordTable.Column("postcode", Kind.POSTCODE));
        PersonColumns values = new PersonColumns(PersonShape.SHAPE, columns);
        RememberedActs town = new RememberedActs(1, 0);
        RecordTable.Builder table = RecordTable.builder(columns);
        for (int record = 0; record < TOWN; record++) {
            table.add("town", String.valueOf(record), values.values(town.what(TOWN / 4)));
        }
        return AppliedModel.of(Linkage.link(
                        table.build(),
                        LinkSettings.defaults()
                                .withLearning(LinkSettings.Learning.STORE)
                                .withThreads(1),
                        phase -> {})
                .model());
    }

    /** All acts in an order that keeps each sender's own. */
    List<Act> shuffled(long seed) {
        SplittableRandom order = new SplittableRandom(seed);
        Map<Integer, List<Act>> left = new LinkedHashMap<>();
        acts.forEach(act ->
                left.computeIfAbsent(act.sender, any -> new ArrayList<>()).add(act));
        List<List<Act>> lists = new ArrayList<>(left.values());
        List<Act> shuffled = new ArrayList<>();
        while (!lists.isEmpty()) {
            List<Act> next = lists.get(order.nextInt(lists.size()));
            shuffled.add(next.removeFirst());
            lists.removeIf(List::isEmpty);
        }
        return shuffled;
    }

    private void says() {
        UUID record = record();
        StandardRecord what = isNameless(record) ? nameless() : what(PERSONS);
        add(sender(record), world -> world.says(record, what));
    }

    private void decides() {
        UUID one = record();
        UUID other = record();
        if (one.equals(other)) {
            return;
        }
        int decision = decisions++;
        boolean same = random.nextBoolean();
        boolean back = random.nextInt(3) == 0;
        acts.add(new Act(SENDERS, back, world -> world.decides(decision, one, other, same)));
        if (back) {
            acts.add(new Act(SENDERS, true, world -> world.takesBack(decision)));
        }
    }

    private void add(int sender, java.util.function.Consumer<RememberedWorld> in) {
        acts.add(new Act(sender, false, in));
    }

    private UUID record() {
        return new UUID(0x9e3779b97f4a7c15L * (1 + random.nextInt(SENDERS * KEYS)), 7);
    }

    /** One record of each sender is of somebody known by a nickname only. */
    private static boolean isNameless(UUID record) {
        return Long.remainderUnsigned(record.getMostSignificantBits(), 4) == 1;
    }

    private static StandardRecord nameless() {
        StandardRecord.Builder record = StandardRecord.of(Standard.shape("unidentified_person"));
        record.read(Standard.shape("unidentified_person").field("known_as"), "Big Daz");
        return record.build();
    }

    private static int sender(UUID record) {
        return (int) Long.remainderUnsigned(record.getMostSignificantBits(), SENDERS);
    }

    /** One of few people, with slips: some people are brother and sister, or of one name. */
    private StandardRecord what(int persons) {
        SplittableRandom of = new SplittableRandom(random.nextInt(persons) * 31L + 7);
        StandardRecord.Builder record = StandardRecord.of(PersonShape.SHAPE);
        String given = GIVEN[of.nextInt(GIVEN.length)];
        String family = FAMILY[of.nextInt(FAMILY.length)];
        String born = "%d-%02d-%02d".formatted(2001 + of.nextInt(3), 1 + of.nextInt(12), 1 + of.nextInt(28));
        String postcode = "LS%d %dAB".formatted(1 + of.nextInt(9), 1 + of.nextInt(9));
        read(record, "given_name", random.nextInt(5) == 0 ? GIVEN[random.nextInt(GIVEN.length)] : given);
        read(record, "family_name", random.nextInt(6) == 0 ? FAMILY[random.nextInt(FAMILY.length)] : family);
        read(record, "date_of_birth", random.nextInt(5) == 0 ? "2001-01-01" : born);
        if (random.nextInt(4) > 0) {
            read(record, "postcode", postcode);
        }
        return record.build();
    }

    private static void read(StandardRecord.Builder record, String field, String text) {
        record.read(PersonShape.SHAPE.field(field), text);
    }
}
