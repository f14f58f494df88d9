package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.mapping.Mapping;
import clew.app.store.Store;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A store of so many records of a file (columns unique_id, first_name, surname, dob, city, postcode, email), under a Model learnt from them, and rows that are like them. */
final class ArrivalStore {
    static final String AGENCY = "bench";
    /** Of so many rows those that arrive are like one. */
    private static final int LIKE = 10_000;

    private static final int NOBODY_SEES = -1;
    private static final String MAP = """
            map: bench
            version: 1
            standard: 1
            system: BENCH
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [unique_id]
                fields:
                  given_name: first_name
                  family_name: surname
                  date_of_birth: {column: dob, format: yyyy-MM-dd}
                  town: city
                  postcode: postcode
                  email: email
                  simulated: {value: "yes"}
            """;

    private final Store store;
    private final Mapping mapping;
    private final ArrivalLine line;
    private final List<String[]> rows = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private String[] columns = {};

    private ArrivalStore(Store store, ArrivalLine line) throws Exception {
        this.store = store;
        this.line = line;
        this.mapping = Mapping.parse(MAP, "bench.map.yaml");
    }

    /** Fills the store from the first rows of a file where it is empty, and says what that took. */
    static ArrivalStore of(Store store, Path csv, int most, ArrivalLine line) throws Exception {
        ArrivalStore made = new ArrivalStore(store, line);
        Path part = Files.createTempFile("bench", ".csv");
        try {
            made.read(csv, part, most);
            Picture.ensure(store.engine());
            if (made.count("record") == 0) {
                made.fill(part);
            }
        } finally {
            Files.delete(part);
        }
        line.put("records", made.count("record"))
                .put("blocking_keys", made.count("blocking"))
                .put("links", made.count("link"));
        return made;
    }

    Mapping mapping() {
        return mapping;
    }

    private void read(Path csv, Path part, int most) throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(csv);
                var out = Files.newBufferedWriter(part)) {
            columns = lines.readLine().split(",");
            out.write(String.join(",", columns) + "\n");
            int row = 0;
            for (String text = lines.readLine(); text != null && row < most; text = lines.readLine(), row++) {
                out.write(text + "\n");
                String[] cells = text.split(",", -1);
                boolean named = cells[1].length() > 2 && cells[2].length() > 2;
                if (row % Math.max(1, most / LIKE) == 0 && named) {
                    rows.add(cells);
                }
            }
        }
    }

    private void fill(Path file) throws Exception {
        Agencies agencies = new Agencies(store.engine());
        int agency = agencies.agency(agencies.partnership("bench", "Bench"), AGENCY, "Bench", Agencies.Kind.OTHER);
        long from = System.nanoTime();
        Intake.into(store, Clock.systemUTC(), 20_000)
                .run(new ImportRequest(file, AGENCY, mapping, null, true), Progress.SILENT);
        line.seconds("import_seconds", from);
        long train = System.nanoTime();
        String model = new StoredModels(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC())
                .train("the benchmark");
        store.engine()
                .run(sql -> Models.putInForce(sql, model, UUID.randomUUID(), agency, NOBODY_SEES, "the benchmark"));
        line.seconds("train_seconds", train);
        long build = System.nanoTime();
        new PictureBuild(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 2)
                .run(phase -> System.out.printf(
                        "  %-14s %8.2f s %,12d %s%n", phase.name(), phase.seconds(), phase.count(), phase.unit()));
        line.seconds("build_seconds", build);
    }

    /** A row like one that is held, under a new key and with a slip. */
    Map<String, String> row() {
        String[] like = rows.get(random.nextInt(rows.size())).clone();
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < columns.length - 1; column++) {
            row.put(columns[column], like[column]);
        }
        row.put("unique_id", "A" + UUID.randomUUID());
        String slipped = columns[1 + random.nextInt(2)];
        String text = row.get(slipped);
        if (text.length() > 2) {
            int at = random.nextInt(text.length());
            row.put(slipped, text.substring(0, at) + text.substring(at + 1));
        }
        return row;
    }

    /** The same, of a row that says enough to be asked about: a date of birth or a postcode beside the name. */
    Map<String, String> askable() {
        Map<String, String> row = row();
        while (row.get("dob").isEmpty() && row.get("postcode").isEmpty()) {
            row = row();
        }
        return row;
    }

    private long count(String table) {
        return store.engine()
                .in(sql -> sql.sql("select count(*) from picture." + table)
                        .query(Long.class)
                        .single());
    }
}
