package clew.app.oversight;

import clew.app.store.EngineTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for looks without cause, by the rules in force today. What it finds is a fact with the times of the looks, laid before a
 * person: never a score, and never about anybody's other looks. Running it again finds nothing twice.
 *
 * <p>Time is cut into pieces as long as the rule says, from a Monday on, so that each piece is found once.
 */
public final class Detector {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LOOKED_BACK = Duration.ofDays(3);

    // The looks of one rule's time: who, from which agency, at which record, in which piece of time.
    private static final String LOOKS = """
            with looks as materialized (
                select e.entry_id, e.at, e.user_id, e.agency_id, s.record_id,
                       date_bin(cast(:within as interval), e.at, timestamptz '2026-01-05 00:00 Europe/London') as piece,
                       ledger.is_sensitive(e.purpose, e.agency_id, e.at) as sensitive
                  from ledger.entry e left join lateral unnest(e.subjects) s(record_id) on true
                 where e.at >= :since and e.at < :until and e.action = 'read' and e.outcome = 'done' and e.user_id is not null
            )
            """;
    private static final String FOUND = """
            insert into oversight.finding (rule, starts_on, user_id, agency_id, subject, first_look, last_look, looks, fact, sensitive)
            select :rule, :startsOn, user_id, agency_id, subject, first_look, last_look, looks, :fact, sensitive from found
            on conflict do nothing""";

    private static final String OWN_NAME = """
            , words as (
                select u.user_id, w.word from access.person_user u
                 cross join lateral regexp_split_to_table(lower(u.shown_name), '[^a-z]+') w(word)
                 where length(w.word) > 1 and w.word <> all (array['mr', 'mrs', 'ms', 'miss', 'dr', 'pc', 'dc', 'ds', 'sgt', 'insp', 'prof'])
            ), found as (
                select l.user_id, l.agency_id, l.record_id as subject, min(l.at) as first_look, max(l.at) as last_look,
                       count(distinct l.entry_id)::int as looks, bool_or(l.sensitive) as sensitive
                  from looks l
                 where (select count(*) from words w where w.user_id = l.user_id) > 1
                   and not exists (select from words w where w.user_id = l.user_id
                                      and not exists (select from picture.token t where t.token = 'name:' || w.word and t.record_id = l.record_id))
                 group by l.user_id, l.agency_id, l.record_id, l.piece having count(distinct l.entry_id) >= :least
            )
            """;
    private static final String SAME_PLACE = """
            , found as (
                select l.user_id, l.agency_id, l.record_id as subject, min(l.at) as first_look, max(l.at) as last_look,
                       count(distinct l.entry_id)::int as looks, bool_or(l.sensitive) as sensitive
                  from looks l
                 where (l.user_id, l.record_id) in (select * from unnest(cast(:users as uuid[]), cast(:records as uuid[])))
                 group by l.user_id, l.agency_id, l.record_id, l.piece having count(distinct l.entry_id) >= :least
            )
            """;
    private static final String PLACES = """
            select distinct l.user_id, l.record_id, t.token, h.place
              from looks l
              join oversight.home h on h.user_id = l.user_id
              join picture.token t on t.record_id = l.record_id and t.token like 'place:%'""";
    // A touch is anything but a look by the same user at the same record, or a Decision of theirs about it.
    private static final String NO_LATER_TOUCH = """
            , found as (
                select l.user_id, l.agency_id, l.record_id as subject, min(l.at) as first_look, max(l.at) as last_look,
                       count(distinct l.entry_id)::int as looks, bool_or(l.sensitive) as sensitive
                  from looks l where l.record_id in (select h.record_id from records.header h)
                 group by l.user_id, l.agency_id, l.record_id, l.piece
                having count(distinct l.entry_id) >= :least
                   and not exists (select from ledger.entry t
                                    where t.subjects @> array[l.record_id] and t.user_id = l.user_id and t.at > min(l.at)
                                      and t.action <> all (array['read', 'list', 'search', 'home', 'quality', 'read_ledger']))
                   and not exists (select from decisions.about a join decisions.decision d using (decision_id)
                                    where a.record_id = l.record_id and d.made_by = l.user_id and d.made_at > min(l.at))
            )
            """;
    private static final String MANY_LOOKS = """
            , found as (
                select l.user_id, l.agency_id, null::uuid as subject, min(l.at) as first_look, max(l.at) as last_look,
                       count(distinct l.entry_id)::int as looks, bool_or(l.sensitive) as sensitive
                  from looks l group by l.user_id, l.agency_id, l.piece having count(distinct l.entry_id) >= :least
            )
            """;
    // An entry is outside when it shows records, and none of an agency that works in an area of the user or of their
    // teams.
    private static final String FAR_OUTSIDE = """
            , areas as (
                select user_id, area_id from access.user_area where until_at is null or until_at > now()
                union
                select m.user_id, a.area_id from access.team_member m join access.team_area a using (team_id)
                 where m.until_at is null or m.until_at > now()
            ), outside as (
                select l.user_id, l.agency_id, l.piece, l.entry_id, l.at, l.sensitive
                  from looks l
                  join picture.record r using (record_id)
                 where exists (select from areas a where a.user_id = l.user_id)
                 group by l.user_id, l.agency_id, l.piece, l.entry_id, l.at, l.sensitive
                having not bool_or(r.agency_id = l.agency_id or exists (
                           select from access.agency_area w join areas a using (area_id)
                            where w.agency_id = r.agency_id and a.user_id = l.user_id))
            ), found as (
                select user_id, agency_id, null::uuid as subject, min(at) as first_look, max(at) as last_look,
                       count(*)::int as looks, bool_or(sensitive) as sensitive
                  from outside group by user_id, agency_id, piece having count(*) >= :least
            )
            """;

    private final EngineTransactions engine;
    private final Home homes;
    private final Clock clock;

    Detector(EngineTransactions engine, Home homes, Clock clock) {
        this.engine = engine;
        this.homes = homes;
        this.clock = clock;
    }

    /** Applies every rule in force today; returns how many findings are new. */
    public int run() {
        return engine.in(sql -> {
            Boolean picture = sql.sql("select to_regclass('picture.token') is not null")
                    .query(Boolean.class)
                    .single();
            return picture
                    ? rules(sql).stream().mapToInt(rule -> apply(sql, rule)).sum()
                    : 0;
        });
    }

    private List<Rule> rules(JdbcClient sql) {
        return sql.sql("""
                select distinct on (rule) rule, starts_on, words, least, extract(epoch from within)::bigint
                  from oversight.rule where starts_on <= ? order by rule, starts_on desc""")
                .param(LocalDate.ofInstant(clock.instant(), LONDON))
                .query((row, number) -> new Rule(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getInt(4),
                        Duration.ofSeconds(row.getLong(5))))
                .list();
    }

    private int apply(JdbcClient sql, Rule rule) {
        return switch (rule.name()) {
            case "own_name" ->
                found(sql, rule, OWN_NAME, Duration.ZERO, "Every word of the user's name is a name in the record");
            case "own_address" -> ownAddress(sql, rule);
            case "no_later_touch" ->
                found(
                        sql,
                        rule,
                        NO_LATER_TOUCH,
                        rule.within(),
                        "No decision, note, request or other act of the user about the record since");
            case "many_looks" ->
                found(sql, rule, MANY_LOOKS, Duration.ZERO, "Pages about people opened within " + words(rule.within()));
            case "far_outside" ->
                found(
                        sql,
                        rule,
                        FAR_OUTSIDE,
                        Duration.ZERO,
                        "No record shown came from an agency that works in an area of the user or their teams");
            default -> throw new IllegalStateException("expected a rule that the program knows, found " + rule.name());
        };
    }

    private int found(JdbcClient sql, Rule rule, String how, Duration waited, String fact) {
        return filled(sql.sql(LOOKS + how + FOUND), rule, waited)
                .param("rule", rule.name())
                .param("startsOn", rule.startsOn())
                .param("fact", fact)
                .param("least", rule.least())
                .update();
    }

    private int ownAddress(JdbcClient sql, Rule rule) {
        List<UUID[]> same = filled(sql.sql(LOOKS + PLACES), rule, Duration.ZERO)
                .query((row, number) -> java.util.Arrays.equals(homes.hash(row.getString(3)), row.getBytes(4))
                        ? new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)}
                        : new UUID[0])
                .list();
        List<UUID[]> pairs = same.stream().filter(pair -> pair.length == 2).toList();
        if (pairs.isEmpty()) {
            return 0;
        }
        return filled(sql.sql(LOOKS + SAME_PLACE + FOUND), rule, Duration.ZERO)
                .param("users", array(pairs, 0))
                .param("records", array(pairs, 1))
                .param("rule", rule.name())
                .param("startsOn", rule.startsOn())
                .param("fact", "The record has the address that the user gave as their own")
                .param("least", rule.least())
                .update();
    }

    private JdbcClient.StatementSpec filled(JdbcClient.StatementSpec statement, Rule rule, Duration waited) {
        Instant until = clock.instant().minus(waited);
        return statement
                .param("since", until.minus(LOOKED_BACK).minus(rule.within()).atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("within", rule.within().toSeconds() + " seconds");
    }

    private static String array(List<UUID[]> pairs, int side) {
        return pairs.stream()
                .map(pair -> pair[side].toString())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static String words(Duration time) {
        return time.toHours() == 1 ? "one hour" : time.toHours() + " hours";
    }
}
