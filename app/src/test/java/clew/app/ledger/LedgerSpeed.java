package clew.app.ledger;

import clew.app.ledger.Entry.Outcome;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long an entry takes until it is durable, and how long the question who looked at a record takes among many entries. Run
 * it by hand: {@code bench/run ledger ROWS}; 0 measures entering only.
 */
final class LedgerSpeed {

    private static final int ENTERED = 4_000;
    private static final int ASKED = 400;
    private static final int RECORDS = 1_000_000;

    private LedgerSpeed() {}

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        DatabaseForTests database = new DatabaseForTests();
        database.open();
        try {
            Ledger ledger = Ledger.of(database.app(), database.store().secrets());
            for (int users : new int[] {1, 20}) {
                enter(ledger, users, 500); // warm
                print("enter, durable, " + users + " at once", enter(ledger, users, ENTERED));
            }
            if (rows > 0) {
                fill(database, rows);
                print("who looked at this record, among " + rows + " entries", ask(database));
            }
        } finally {
            database.close();
        }
        System.exit(0);
    }

    private static long[] enter(Ledger ledger, int users, int entries) throws Exception {
        List<Callable<long[]>> work = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            work.add(() -> {
                long[] times = new long[entries / users];
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    ledger.enter(look());
                    times[i] = System.nanoTime() - start;
                }
                return times;
            });
        }
        try (var threads = Executors.newFixedThreadPool(users)) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        }
    }

    /** Entries of a year, each about four of a million records, in the months' own tables. */
    private static void fill(DatabaseForTests database, long rows) {
        long start = System.nanoTime();
        database.owner().sql("""
                        insert into ledger.entry (entry_id, at, user_id, agency_id, purpose, action, grant_used, subjects, request_id)
                        select gen_random_uuid(), now() + interval '1 second' * (n %% 28000000), null, 1, 'safeguarding_child', 'read', 'role',
                               array[md5((n * 7 %% %1$d)::text)::uuid, md5((n * 11 %% %1$d)::text)::uuid, md5((n * 13 %% %1$d)::text)::uuid,
                                     md5((n * 17 %% %1$d)::text)::uuid], gen_random_uuid()
                          from generate_series(1, %2$d) n""".formatted(RECORDS, rows)).update();
        database.owner().sql("analyze ledger.entry").update();
        System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static long[] ask(DatabaseForTests database) {
        SplittableRandom random = new SplittableRandom(7);
        Rights rights = Rights.of(DatabaseForTests.READER, List.of());
        long[] times = new long[ASKED];
        Instant until = Instant.now().plus(Duration.ofDays(400));
        Looks looks = new Looks(
                database.app(), new SearchTerms(database.store().secrets().key("search-terms")));
        for (int i = -20; i < ASKED; i++) {
            UUID record = database.owner()
                    .sql("select md5(?)::uuid")
                    .param(String.valueOf(random.nextInt(RECORDS)))
                    .query(UUID.class)
                    .single();
            long start = System.nanoTime();
            looks.ofRecord(rights, record, Instant.EPOCH, until);
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        return times;
    }

    private static Entry look() {
        return new Entry(
                new UUID(1, 1),
                1,
                "safeguarding_child",
                "read",
                "role",
                Outcome.DONE,
                List.of(new UUID(2, 2), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
                UUID.randomUUID(),
                "",
                null);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p99 %.2f ms, most %.1f ms, of %d%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }
}
