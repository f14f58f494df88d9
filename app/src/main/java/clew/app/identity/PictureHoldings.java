package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Figures of the Picture in force, added up from what the Picture itself keeps of each class (see {@code db/picture-held.sql}); only persons of whom something is hidden are
 * worked out. Kept for each set of rights until the next Picture or change of a class. As records arrive all the time they are added up anew at most once a minute, and
 * aside: no page waits for it. Safe for use by several threads.
 */
final class PictureHoldings implements Holdings {
    private static final Logger LOG = LoggerFactory.getLogger(PictureHoldings.class);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final AppTransactions app;
    private final Clock clock;
    private final Map<SortedSet<Integer>, Counted> counted = new ConcurrentHashMap<>();
    /** Where much is hidden from somebody it takes seconds: never two of the same at once. */
    private final Map<SortedSet<Integer>, Lock> counting = new ConcurrentHashMap<>();

    PictureHoldings(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    private record Basis(@Nullable OffsetDateTime picture, long lastChange, long eventsUpto) {

        boolean isSameButForArrivals(Basis other) {
            return Objects.equals(picture, other.picture) && lastChange == other.lastChange;
        }
    }

    private record Counted(Basis basis, Held held, Instant at) {

        boolean holds(Basis now, Instant moment) {
            return basis.equals(now) || basis.isSameButForArrivals(now) && moment.isBefore(at.plus(KEPT));
        }
    }

    @Override
    public Held read(Rights rights) {
        Basis basis = app.read(rights, PictureHoldings::basis);
        Counted known = counted.get(rights.classes());
        if (known != null && known.holds(basis, clock.instant())) {
            return known.held;
        }
        Lock counting = this.counting.computeIfAbsent(rights.classes(), classes -> new ReentrantLock());
        if (known != null && known.basis.isSameButForArrivals(basis)) {
            Thread.ofVirtual().name("holdings").start(() -> countAside(rights, counting));
            return known.held; // what arrived meanwhile shows with a later page
        }
        counting.lock(); // without a connection: the first counts, the others wait and find it done
        try {
            return counted(rights);
        } finally {
            counting.unlock();
        }
    }

    private void countAside(Rights rights, Lock counting) {
        if (!counting.tryLock()) {
            return; // somebody counts
        }
        try {
            counted(rights);
        } catch (RuntimeException e) {
            LOG.warn("What is held could not be counted anew; the next page tries again", e);
        } finally {
            counting.unlock();
        }
    }

    private Held counted(Rights rights) {
        return app.read(rights, sql -> {
            Basis basis = basis(sql);
            Counted known = counted.get(rights.classes());
            if (known == null || !known.holds(basis, clock.instant())) {
                known = new Counted(basis, count(sql), clock.instant());
                counted.put(rights.classes(), known);
            }
            return known.held;
        });
    }

    private static Basis basis(JdbcClient sql) {
        return sql.sql("select max(built_at), access.last_change(), coalesce(max(events_upto), 0) from picture.built")
                .query((row, number) ->
                        new Basis(row.getObject(1, OffsetDateTime.class), row.getLong(2), row.getLong(3)))
                .single();
    }

    private static Held count(JdbcClient sql) {
        List<FromAgency> agencies = sql.sql("""
                select a.name, sum(h.records), max(last.received_at)
                  from picture.held h join access.agency a using (agency_id)
                  left join lateral (select r.received_at from picture.record r where r.class_id = h.class_id and r.agency_id = h.agency_id
                                      order by r.received_at desc limit 1) last on true
                 group by a.name order by a.name""")
                .query((row, number) -> {
                    OffsetDateTime last = row.getObject(3, OffsetDateTime.class);
                    return new FromAgency(row.getString(1), row.getLong(2), last == null ? null : last.toInstant());
                })
                .list();
        long records = agencies.stream().mapToLong(FromAgency::records).sum();
        return new Held(persons(sql), records, agencies);
    }

    private static long persons(JdbcClient sql) {
        long whole = sql.sql("select coalesce(sum(persons), 0) from picture.held_persons")
                .query(Long.class)
                .single();
        List<UUID> others = sql.sql("select unnest(picture.cut_off())")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return whole
                + (others.isEmpty()
                        ? 0
                        : new ViewerPersons(sql, null).of(others).size());
    }
}
