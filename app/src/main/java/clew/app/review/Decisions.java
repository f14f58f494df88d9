package clew.app.review;

import clew.app.review.Outcome.Done;
import clew.app.review.Outcome.Waits;
import clew.app.review.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people say about who is who. A decision names records, never persons; a machine never overrides it, and nobody edits it: it is taken back by another.
 * Joining what is protected with what is not, or is protected otherwise, takes two people; the database holds them to it.
 */
public final class Decisions {

    /** How long something left open keeps out of the queue, unless somebody names a day. */
    public static final int REST_DAYS = 28;

    private static final int LONGEST_REST_DAYS = 366;

    private final AppTransactions app;
    private final Clock clock;

    Decisions(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /** Joining these two takes a second person; false when one of them does not show. */
    public boolean takesTwo(Rights rights, UUID left, UUID right) {
        return app.read(
                rights,
                sql -> Sides.of(sql, left, right)
                        .map(sides -> sides.disclose(sql))
                        .orElse(false));
    }

    /** These two records are of one person. */
    public Outcome same(Rights rights, UUID left, UUID right, String reason) {
        return deciding(
                rights,
                left,
                right,
                reason,
                sql -> sides -> joining(
                        sql,
                        new Append(sql, rights),
                        "same_person",
                        reason,
                        List.of(left, right),
                        sides,
                        new java.util.TreeMap<>()));
    }

    /** The person of the one record is not the person of the other; where they are held to be one, the two records are not. */
    public Outcome notSame(Rights rights, UUID left, UUID right, String reason) {
        return deciding(
                rights,
                left,
                right,
                reason,
                sql -> sides -> sides.areOne()
                        ? apart(new Append(sql, rights), List.of(left), List.of(right), sides, reason)
                        : apart(new Append(sql, rights), sides.one(), sides.other(), sides, reason));
    }

    /**
     * These records of a person are not of the person of the others.
     *
     * @param record any record of the person
     * @param chosen some of the person's records, not all
     */
    public Outcome split(Rights rights, UUID record, Collection<UUID> chosen, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        return app.write(rights, sql -> {
            List<UUID> all = Persons.of(sql, record);
            Set<UUID> one = new LinkedHashSet<>(chosen);
            List<UUID> other = new ArrayList<>(all);
            other.removeAll(one);
            if (one.isEmpty() || !all.containsAll(one)) {
                return new Wrong("records", "Choose the records that are of somebody else");
            }
            if (other.isEmpty()) {
                return new Wrong(
                        "records", "Leave at least one record: if all are of somebody else, say which are one");
            }
            Sides sides = Sides.of(sql, one, other);
            return apart(new Append(sql, rights), sides.one(), sides.other(), sides, reason);
        });
    }

    /** An unidentified subject is the person of a record; it takes two people where it discloses, as every join does. */
    public Outcome identified(Rights rights, UUID unidentified, UUID record, String reason) {
        return deciding(rights, unidentified, record, reason, sql -> sides -> {
            if (!isUnidentified(sql, unidentified) || isUnidentified(sql, record)) {
                return new Wrong("reference", "Enter a record of a person who is known");
            }
            List<UUID> pair = List.of(unidentified, record);
            Map<String, Object> body = new java.util.TreeMap<>(
                    Map.of("unidentified", unidentified.toString(), "record", record.toString()));
            return joining(sql, new Append(sql, rights), "identified", reason, pair, sides, body);
        });
    }

    /** A decision that joins two records, or half of one where it takes two people. */
    private static Outcome joining(
            JdbcClient sql,
            Append append,
            String kind,
            String reason,
            List<UUID> pair,
            Sides sides,
            Map<String, Object> body) {
        if (sides.disclose(sql)) {
            Optional<Decided> proposal = proposed(sql, pair.get(0), pair.get(1));
            if (proposal.isEmpty()) {
                return new Waits(append.decision("same_person_proposed", reason, pair, sides.classes(), Map.of()));
            }
            if (proposal.get().mine()) {
                return new Wrong("answer", "You said so already: it waits for another person");
            }
            body.put("proposal", proposal.get().id().toString());
        }
        return done(append, append.decision(kind, reason, pair, sides.classes(), body));
    }

    /** It cannot be told yet: it rests until a day, or until one of the two records changes. */
    public Outcome unsure(Rights rights, UUID left, UUID right, String reason, @Nullable LocalDate until) {
        LocalDate day = until == null ? today().plusDays(REST_DAYS) : until;
        if (!day.isAfter(today()) || day.isAfter(today().plusDays(LONGEST_REST_DAYS))) {
            return new Wrong("until-day", "Enter a day after today and within a year");
        }
        return deciding(
                rights,
                left,
                right,
                reason,
                sql -> sides -> new Done(new Append(sql, rights)
                        .decision(
                                "unsure",
                                reason,
                                List.of(left, right),
                                sides.classes(),
                                rest(left, right, sides, day, Map.of()))));
    }

    /**
     * Asks the agency that owns one of the records; it rests until they answer. They are shown the question and their own record only.
     *
     * @param owned the record about which its owner is asked: one of the two
     */
    public Outcome ask(Rights rights, UUID left, UUID right, UUID owned, String question) {
        return deciding(rights, left, right, question, sql -> sides -> {
            if (!owned.equals(left) && !owned.equals(right)) {
                return new Wrong("ask", "Choose whom to ask");
            }
            Append append = new Append(sql, rights);
            UUID asked = append.decision("agency_question", question, List.of(owned), sides.classes(), Map.of());
            return new Done(append.decision(
                    "agency_asked",
                    question,
                    List.of(left, right),
                    sides.classes(),
                    rest(left, right, sides, today().plusDays(REST_DAYS), Map.of("question", asked.toString()))));
        });
    }

    private Outcome deciding(
            Rights rights, UUID left, UUID right, String reason, Function<JdbcClient, Function<Sides, Outcome>> work) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        return app.write(
                rights,
                sql -> Sides.of(sql, left, right)
                        .map(work.apply(sql))
                        .orElseGet(() -> new Wrong("answer", "There is no such pair that you may see")));
    }

    private static Outcome apart(Append append, List<UUID> one, List<UUID> other, Sides sides, String reason) {
        Set<UUID> about = new LinkedHashSet<>(one);
        about.addAll(other);
        return done(
                append,
                append.decision("not_same_person", reason, about, sides.classes(), Map.of("one", one, "other", other)));
    }

    private static Outcome done(Append append, UUID decision) {
        append.linkAgain(decision);
        return new Done(decision);
    }

    private static Optional<Decided> proposed(JdbcClient sql, UUID left, UUID right) {
        return new StoredDecisions(sql)
                .about(List.of(left)).stream()
                        .filter(decided -> decided.kind().equals("same_person_proposed") && !decided.withdrawn())
                        .filter(decided -> decided.records().contains(left)
                                && decided.records().contains(right))
                        .reduce((first, second) -> second);
    }

    private static Map<String, Object> rest(
            UUID left, UUID right, Sides sides, LocalDate until, Map<String, Object> more) {
        Map<String, Object> body = new java.util.TreeMap<>(more);
        body.put("until", until.toString());
        body.put(
                "versions",
                Map.of(
                        left.toString(),
                        sides.versions().get(left),
                        right.toString(),
                        sides.versions().get(right)));
        return body;
    }

    private static boolean isUnidentified(JdbcClient sql, UUID record) {
        return sql.sql("select shape = 'unidentified_person' from picture.record where record_id = ?")
                .param(record)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
    }
}
