package clew.app.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.store.DatabaseForTests;
import clew.app.store.EngineTransactions;
import clew.app.store.Rights;
import clew.app.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of events, on whatever server. */
abstract class EventsLaws {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    abstract DatabaseForTests database();

    @BeforeEach
    void no_events() {
        database()
                .owner()
                .sql("truncate events.outbox, events.cursor, events.lease")
                .update();
        database().owner().sql("drop table if exists public.seen").update();
        database()
                .owner()
                .sql("create table public.seen (n serial, position bigint)")
                .update();
        database().owner().sql("grant usage on schema public to clew_engine").update();
        database()
                .owner()
                .sql("grant insert, select on public.seen to clew_engine")
                .update();
        database()
                .owner()
                .sql("grant usage on public.seen_n_seq to clew_engine")
                .update();
    }

    @Test
    void two_servers_at_once_give_every_event_one_place_and_hand_it_over_once() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (Store second = Store.open(database().settings());
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> put(75)));
            }
            for (EngineTransactions engine : List.of(database().engine(), second.engine())) {
                Sequencer sequencer = new Sequencer(engine);
                Cursor cursor = new Cursor(engine, new Noting());
                threads.submit(() -> drive(writing, sequencer::place));
                threads.submit(() -> drive(writing, cursor::advance));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
        }
        drain();
        assertThat(positions("select position from events.outbox order by position"))
                .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(positions("select position from public.seen order by n"))
                .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void an_event_is_there_only_when_its_change_is() {
        assertThatThrownBy(() -> database().engine().run(sql -> {
                    Outbox.put(sql, "PersonsChanged", "{}");
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        database()
                .app()
                .run(Rights.of(DatabaseForTests.READER, Set.of()), sql -> Outbox.put(sql, "DecisionMade", "{}"));
        assertThat(new Sequencer(database().engine()).place()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_commits_late_is_not_missed() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> slow = thread.submit(() -> database().engine().run(sql -> {
                Outbox.put(sql, "Slow", "{}");
                written.countDown();
                await(mayCommit);
            }));
            written.await();
            put(1);
            drain();
            mayCommit.countDown();
            slow.get();
        }
        drain();
        assertThat(positions("select position from public.seen order by n")).containsExactly(1L, 2L);
    }

    @Test
    void a_consumer_that_fails_is_handed_the_same_event_again_and_none_before_it() {
        put(3);
        new Sequencer(database().engine()).place();
        Noting noting = new Noting();
        noting.failingAt = 2;
        Cursor cursor = new Cursor(database().engine(), noting);
        assertThatThrownBy(cursor::advance).hasMessage("cannot now");
        assertThat(positions("select position from public.seen")).isEmpty();
        noting.failingAt = 0;
        assertThat(cursor.advance()).isEqualTo(3);
        assertThat(cursor.advance()).isZero();
        assertThat(positions("select position from public.seen order by n")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void one_at_a_time_leads_and_who_was_overtaken_cannot_commit() {
        EngineTransactions engine = database().engine();
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        Lease lease = Lease.take(engine, "linking", first, MINUTE).orElseThrow();
        assertThat(Lease.take(engine, "linking", second, MINUTE)).isEmpty();
        assertThat(Lease.take(engine, "linking", first, MINUTE)).contains(lease);
        engine.run(lease::requireHeld);
        lease.release(engine);
        Lease next = Lease.take(engine, "linking", second, MINUTE).orElseThrow();
        assertThat(next.fence()).isGreaterThan(lease.fence());
        engine.run(next::requireHeld);
        assertThatThrownBy(() -> engine.run(sql -> {
                    Outbox.put(sql, "PersonsChanged", "{}");
                    lease.requireHeld(sql);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(new Sequencer(engine).place()).isZero();
    }

    @Test
    void a_lease_that_ran_out_may_be_taken() {
        EngineTransactions engine = database().engine();
        assertThat(Lease.take(engine, "linking", new UUID(0, 1), Duration.ZERO)).isPresent();
        assertThat(Lease.take(engine, "linking", new UUID(0, 2), MINUTE)).isPresent();
    }

    @Test
    void the_loop_places_and_delivers_by_itself() throws Exception {
        CountDownLatch delivered = new CountDownLatch(2);
        Consumer waiting = new Consumer() {
            @Override
            public String name() {
                return "waiting";
            }

            @Override
            public void accept(Event event, JdbcClient sql) {
                delivered.countDown();
            }
        };
        try (EventLoop loop = new EventLoop(database().engine(), List.of(waiting))) {
            put(2);
            assertThat(delivered.await(10, java.util.concurrent.TimeUnit.SECONDS))
                    .as("delivered by %s", loop)
                    .isTrue();
        }
    }

    private void put(int events) {
        for (int i = 0; i < events; i++) {
            database().engine().run(sql -> Outbox.put(sql, "RecordsAccepted", "{}"));
        }
    }

    private void drain() {
        Cursor cursor = new Cursor(database().engine(), new Noting());
        new Sequencer(database().engine()).place();
        while (cursor.advance() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void drive(AtomicBoolean on, Runnable work) {
        while (on.get()) {
            work.run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> positions(String query) {
        return database().owner().sql(query).query(Long.class).list();
    }

    /** Notes the places it was handed, in a table of its own. */
    private static final class Noting implements Consumer {

        private long failingAt;

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public void accept(Event event, JdbcClient sql) {
            if (event.position() == failingAt) {
                throw new IllegalStateException("cannot now");
            }
            sql.sql("insert into public.seen (position) values (?)")
                    .param(event.position())
                    .update();
        }
    }
}
