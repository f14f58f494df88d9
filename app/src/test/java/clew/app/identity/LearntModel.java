package clew.app.identity;

import clew.app.intake.Intake;
import clew.app.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A model of what a test has imported: made-up people have a few names only, which the model that ships takes for rare. */
final class LearntModel {
    private static final int NOBODY_SEES = -1;

    private LearntModel() {}

    /** Learns from all that is held and puts that in force; without an agency there is nothing to learn from. */
    static void putInForce(Store store) {
        List<Integer> agencies = store.engine()
                .in(sql -> sql.sql("select agency_id from access.agency order by 1")
                        .query(Integer.class)
                        .list());
        if (!agencies.isEmpty()) {
            String id = new StoredModels(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC())
                    .train("a test");
            store.engine()
                    .run(sql -> Models.putInForce(sql, id, UUID.randomUUID(), agencies.get(0), NOBODY_SEES, "a test"));
        }
    }
}
