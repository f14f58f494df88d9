package clew.app.ledger;

import clew.app.ledger.Entry.Outcome;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A program that enters looks in four threads until it is killed, and says the id of each when it is acknowledged. */
final class EntersForEver {

    private EntersForEver() {}

    public static void main(String[] arguments) {
        Store store = Store.open(new StoreSettings(Path.of(arguments[0]), null));
        Ledger ledger = Ledger.of(store.app(), store.secrets());
        for (int thread = 0; thread < 4; thread++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    say(ledger.enter(look()));
                }
            });
        }
    }

    private static synchronized void say(UUID acknowledged) {
        System.out.println("entered " + acknowledged);
        System.out.flush();
    }

    private static Entry look() {
        return new Entry(
                new UUID(1, 1),
                1,
                "safeguarding_child",
                "read",
                "role",
                Outcome.DONE,
                List.of(new UUID(2, 2)),
                UUID.randomUUID(),
                "",
                null);
    }
}
