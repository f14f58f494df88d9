package clew.app.identity;

import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** A server that accepts records without end, says which are acknowledged, and links them, until it is killed. Arguments: data directory, seed. */
final class ArrivingProcess {

    private ArrivingProcess() {}

    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
        try (Store store = Store.open(StoreSettings.from(Path.of(arguments[0]), System.getenv()));
                LinkingLoop loop = new LinkingLoop(
                        store.engine(),
                        new LinkingLeader(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 1),
                        new Linked(store.engine()))) {
            Arrivals arrivals = Arrivals.into(store, Clock.systemUTC());
            while (!Thread.currentThread().isInterrupted()) {
                String agency = ArrivingWorld.AGENCIES.get(random.nextInt(4));
                int person = random.nextInt(30);
                Map<String, String> row = ArrivingWorld.row(
                        "K" + random.nextInt(1000),
                        "Given" + person,
                        "Family" + (char) ('a' + person % 20),
                        "%02d/%02d/2004".formatted(1 + person % 28, 1 + person % 12),
                        "LS%d 1AB".formatted(1 + person % 9),
                        String.valueOf(person));
                arrivals.accept(
                                agency,
                                Senders.mapping(),
                                List.of(JsonMapper.shared().writeValueAsString(row)))
                        .records()
                        .forEach(record -> System.out.println("accepted " + record + " " + loop.leads()));
                System.out.flush();
            }
        }
    }
}
