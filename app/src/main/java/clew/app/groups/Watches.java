package clew.app.groups;

import clew.app.access.Action;
import clew.app.access.Viewer;
import clew.app.access.Viewers;
import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.identity.PersonSearch;
import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Rights;
import clew.app.store.Sealing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches: somebody is told that something changed and of what kind the change is, and nothing of what. Whether it did is judged under the watcher's rights at the moment of delivery: what
 * they may not see changes nothing for them. A watch ends by itself.
 */
public final class Watches {
    private static final String OWN = """
            select w.watch_id, w.kind, w.sealed, w.reason, w.made_at, w.expires_on,
                   (select max(n.at) from groups.notice n where n.watch_id = w.watch_id and n.opened_at is null) as noticed,
                   array(select distinct unnest(n.kinds) from groups.notice n
                          where n.watch_id = w.watch_id and n.opened_at is not distinct from
                                (select o.opened_at from groups.notice o where o.watch_id = w.watch_id order by o.opened_at desc nulls first limit 1)
                          order by 1) as kinds
              from groups.watch w where w.ended_at is null and w.expires_on >= ? order by w.made_at desc, w.watch_id""";

    private final AppTransactions app;
    private final EngineTransactions engine;
    private final Viewers viewers;
    private final Things things;
    private final Enquiries enquiries;
    private final PersonSearch search;
    private final Sealing sealing;
    private final KeyedHash hash;
    private final Terms terms;
    private final Clock clock;

    Watches(
            AppTransactions app,
            EngineTransactions engine,
            Viewers viewers,
            Things things,
            Enquiries enquiries,
            PersonSearch search,
            byte[] key,
            Terms terms,
            Clock clock) {
        this.app = app;
        this.engine = engine;
        this.viewers = viewers;
        this.things = things;
        this.enquiries = enquiries;
        this.search = search;
        this.sealing = new Sealing(key);
        this.hash = new KeyedHash(key);
        this.terms = terms;
        this.clock = clock;
    }

    /** What can be watched. */
    public enum Kind {
        PERSON,
        VEHICLE,
        PHONE,
        PLACE,
        LINE,
        QUERY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A watch of one's own.
     *
     * @param what the record that is watched, or what is searched for
     * @param noticed when it last changed, until the notice is opened
     * @param changes of what kinds: those of the notices that are not opened, else of those opened last
     */
    public record Watch(
            UUID id,
            Kind kind,
            String what,
            String reason,
            LocalDate made,
            LocalDate expires,
            @Nullable Instant noticed,
            Set<Change> changes) {}

    /** Those of the viewer that run, the latest first. */
    public List<Watch> own(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql(OWN)
                        .param(today())
                        .query((row, number) -> watch(row))
                        .list());
    }

    /** Begins one. */
    public Outcome begin(Rights rights, Kind kind, String what, String reason, LocalDate until) {
        LocalDate latest = terms.end("watch", today());
        Optional<Wrong> wrong = Wrong.reason(reason);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!until.isAfter(today()) || until.isAfter(latest)) {
            return new Wrong("until", "Choose how long");
        }
        String text = what.strip();
        if (kind != Kind.QUERY
                && (!mayWatch(rights, kind)
                        || record(text)
                                .filter(record -> shows(rights, kind, record))
                                .isEmpty())) {
            return new Wrong("what", "There is nothing with this reference that you may see");
        }
        if (kind == Kind.QUERY && text.length() < 3) {
            return new Wrong("what", "Enter a name or a number of at least 3 letters");
        }
        UUID id = UUID.randomUUID();
        byte[] mark = mark(rights, kind, text);
        app.run(
                rights,
                sql -> sql.sql(
                                "insert into groups.watch (watch_id, user_id, kind, sealed, reason, expires_on, mark) values (?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                id,
                                rights.user(),
                                kind.word(),
                                sealing.seal(id.toString(), text.getBytes(StandardCharsets.UTF_8)),
                                reason.strip(),
                                until,
                                mark)
                        .update());
        return new Done(id);
    }

    /** Opens what a watch is about: its notices are read. */
    public Optional<Watch> open(Rights rights, UUID id) {
        Optional<Watch> watch =
                own(rights).stream().filter(one -> one.id().equals(id)).findFirst();
        watch.ifPresent(one -> app.run(
                rights,
                sql -> sql.sql("update groups.notice set opened_at = now() where watch_id = ? and opened_at is null")
                        .param(id)
                        .update()));
        return watch;
    }

    public void end(Rights rights, UUID id) {
        app.run(
                rights,
                sql -> sql.sql("update groups.watch set ended_at = now() where watch_id = ? and ended_at is null")
                        .param(id)
                        .update());
    }

    private record Due(UUID id, UUID user, Kind kind, byte[] sealed, byte[] mark) {}

    /** Judges every watch anew under its watcher's rights, and tells those for whom something changed; returns how many. Those that are over go. */
    public int deliver() {
        engine.run(
                sql -> sql.sql("delete from groups.watch where expires_on < ? or ended_at < now() - interval '7 days'")
                        .param(today())
                        .update());
        List<Due> due = engine.in(sql -> sql.sql(
                        "select watch_id, user_id, kind, sealed, mark from groups.watch where ended_at is null order by made_at")
                .query((row, number) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        kind(row.getString(3)),
                        row.getBytes(4),
                        row.getBytes(5)))
                .list());
        return (int) due.stream().filter(this::deliver).count();
    }

    private boolean deliver(Due due) {
        Optional<Rights> rights = viewers.find(due.user, null, null)
                .filter(viewer -> mayWatch(viewer, due.kind))
                .map(Viewer::rights);
        if (rights.isEmpty()) {
            return false;
        }
        byte[] now = mark(rights.get(), due.kind, text(due.id, due.sealed));
        if (Arrays.equals(now, due.mark)) {
            return false;
        }
        String[] kinds =
                Change.between(due.mark, now).stream().map(Change::word).toArray(String[]::new);
        engine.run(sql -> {
            sql.sql("update groups.watch set mark = ? where watch_id = ?")
                    .params(now, due.id)
                    .update();
            sql.sql("insert into groups.notice (watch_id, user_id, kinds) values (?, ?, ?)")
                    .params(due.id, due.user, kinds)
                    .update();
        });
        return true;
    }

    private boolean mayWatch(Rights rights, Kind kind) {
        return viewers.find(rights.user(), null, null)
                .filter(viewer -> mayWatch(viewer, kind))
                .isPresent();
    }

    /** A line is watched only by who may see lines at all. */
    private static boolean mayWatch(Viewer viewer, Kind kind) {
        return viewer.may(Action.WATCH) && (kind != Kind.LINE || viewer.may(Action.LINES));
    }

    private boolean shows(Rights rights, Kind kind, UUID record) {
        return kind == Kind.LINE
                ? enquiries.of(rights, record).isPresent()
                : app.<Boolean>read(rights, sql -> kind.word().equals(Things.shape(sql, record)));
    }

    private byte[] mark(Rights rights, Kind kind, String what) {
        return Change.mark(seen(rights, kind, what), hash);
    }

    /** What the watcher could see now, by kind, as texts that change when it does. */
    private Map<Change, String> seen(Rights rights, Kind kind, String what) {
        return switch (kind) {
            case QUERY ->
                Map.of(
                        Change.FOUND,
                        search.find(rights, sought(what), 1).people().stream()
                                .map(row -> row.record() + " " + row.records())
                                .collect(Collectors.joining("\n")));
            case LINE ->
                record(what)
                        .flatMap(record -> enquiries.of(rights, record))
                        .map(Change::seen)
                        .orElse(Map.of());
            default -> record(what).map(record -> ofThing(rights, record)).orElse(Map.of());
        };
    }

    private Map<Change, String> ofThing(Rights rights, UUID record) {
        Things.Seen thing = app.read(rights, sql -> things.seen(sql, rights, record));
        Map<Change, String> seen = new EnumMap<>(Map.of(
                Change.RECORD, thing.records().toString(),
                Change.CORRECTION, thing.own(),
                Change.EVENT, thing.around()));
        if (!thing.records().isEmpty() && mayWatch(rights, Kind.LINE)) {
            seen.put(
                    Change.LINE,
                    enquiries.with(rights, thing.records()).stream()
                            .map(line ->
                                    line.evidenceKey() + " " + line.standing().state())
                            .sorted()
                            .collect(Collectors.joining("\n")));
        }
        return seen;
    }

    private static PersonSearch.Sought sought(String what) {
        boolean number = what.chars().anyMatch(Character::isDigit);
        return new PersonSearch.Sought(number ? "" : what, null, null, number ? what : "", "");
    }

    private static Optional<UUID> record(String what) {
        try {
            return Optional.of(UUID.fromString(what));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Watch watch(ResultSet row) throws SQLException {
        UUID id = row.getObject("watch_id", UUID.class);
        OffsetDateTime noticed = row.getObject("noticed", OffsetDateTime.class);
        return new Watch(
                id,
                kind(row.getString("kind")),
                text(id, row.getBytes("sealed")),
                row.getString("reason"),
                LocalDate.ofInstant(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(), Standings.LONDON),
                row.getObject("expires_on", LocalDate.class),
                noticed == null ? null : noticed.toInstant(),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(Change::of)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private String text(UUID id, byte[] sealed) {
        return new String(sealing.open(id.toString(), sealed), StandardCharsets.UTF_8);
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Standings.LONDON);
    }
}
