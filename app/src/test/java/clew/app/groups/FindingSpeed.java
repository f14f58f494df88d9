package clew.app.groups;

import clew.app.identity.Senders;
import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.intake.mapping.Mapping;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * How long the lines of all tiers take to follow one event with a person, in a store that was filled before, such as that of the demonstration. Arguments: the
 * store's folder, the slug of an agency of it. Tells the run over everything, then the middle and the worst of fifty events.
 */
public final class FindingSpeed {
    private static final int WARM = 20;
    private static final int EVENTS = 50;

    private FindingSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Mapping mapping = Senders.mapping();
        try (Store store = Store.open(new StoreSettings(Path.of(arguments[0]), null))) {
            Arrivals arrivals = Arrivals.into(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC());
            Finding finding = new Finding(store.app(), store.engine());
            store.engine()
                    .run(sql -> sql.sql("update pattern.tier set basis = basis || ' old'")
                            .update());
            long begun = System.nanoTime();
            finding.follow();
            System.out.println("everything " + milliseconds(begun) + " ms: " + finding.lastRun());
            List<Long> times = new ArrayList<>();
            for (int event = 0; event < WARM + EVENTS; event++) {
                String row =
                        "{\"ID\":\"%s\",\"FORENAME\":\"Una\",\"SURNAME\":\"Late\",\"DOB\":\"04/03/1980\",\"EVENT\":\"%s\",\"HAPPENED\":\"01/06/2025\",\"WHAT\":\"Seen\"}"
                                .formatted("late" + event % 7, UUID.randomUUID());
                arrivals.accept(arguments[1], mapping, List.of(row));
                Senders.linked(store);
                begun = System.nanoTime();
                finding.follow();
                if (event >= WARM) {
                    times.add(milliseconds(begun));
                }
            }
            Collections.sort(times);
            System.out.println("one event: middle " + times.get(EVENTS / 2) + " ms, worst " + times.get(EVENTS - 1)
                    + " ms; the last: " + finding.lastRun());
        }
        System.exit(0);
    }

    private static long milliseconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
