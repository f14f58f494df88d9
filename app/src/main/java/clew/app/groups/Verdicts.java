package clew.app.groups;

import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.groups.Verdict.Kind;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people decide on lines and on patterns beside them. Nothing is preselected; evidence and counter-evidence are opened and the reason is typed before a verdict counts, and the
 * database holds everybody to it.
 */
public final class Verdicts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final AppTransactions app;
    private final Enquiries enquiries;
    private final Recurrences recurrences;
    private final Terms terms;
    private final KeyedHash hash;

    Verdicts(AppTransactions app, Enquiries enquiries, Recurrences recurrences, Terms terms, KeyedHash hash) {
        this.app = app;
        this.enquiries = enquiries;
        this.recurrences = recurrences;
        this.terms = terms;
        this.hash = hash;
    }

    /** The two parts of what a proposal rests on, each opened on a page of its own. */
    public enum Part {
        EVIDENCE,
        COUNTER_EVIDENCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What somebody wants to decide.
     *
     * @param until for parking
     * @param records for a split: of those who are set apart; for a merger: any of the other line's evidence
     */
    public record Wish(Kind kind, String reason, @Nullable LocalDate until, List<UUID> records) {
        public Wish {
            records = List.copyOf(records);
        }
    }

    /** Notes that the viewer opened a part of what is proposed as it now is. */
    public void opened(Rights rights, Proposal proposal, Part part) {
        app.run(
                rights,
                sql -> sql.sql(
                                "insert into groups.opened (user_id, evidence_key, part) values (?, ?, ?) on conflict do nothing")
                        .params(rights.user(), proposal.evidenceKey(), part.word())
                        .update());
    }

    /** Which parts of what is proposed, as it now is, the viewer opened. */
    public Set<Part> opened(Rights rights, Proposal proposal) {
        List<String> parts = app.read(
                rights,
                sql -> sql.sql("select part from groups.opened where evidence_key = ?")
                        .param(proposal.evidenceKey())
                        .query(String.class)
                        .list());
        Set<Part> opened = EnumSet.noneOf(Part.class);
        parts.forEach(part -> opened.add(Part.valueOf(part.toUpperCase(Locale.ROOT))));
        return opened;
    }

    /** Decides on the line that rests on a record. An acceptance opens a case, whose id is the result; of any other verdict its own. */
    public Outcome decide(Rights rights, UUID record, Wish wish) {
        return app.write(rights, sql -> decide(sql, rights, enquiries.find(sql, record), wish));
    }

    /** Decides on the pattern of a kind about whom or what a record is of; the result is that for lines. */
    public Outcome decide(Rights rights, String kind, UUID record, Wish wish) {
        return app.write(rights, sql -> decide(sql, rights, recurrences.find(sql, kind, record), wish));
    }

    private Outcome decide(JdbcClient sql, Rights rights, Optional<? extends Proposal> found, Wish wish) {
        return found.isEmpty()
                ? new Wrong("verdict", "There is nothing here that you may see and decide on")
                : decide(sql, rights, found.get(), wish);
    }

    private Outcome decide(JdbcClient sql, Rights rights, Proposal proposal, Wish wish) {
        Optional<Wrong> wrong = wrong(sql, rights, proposal, wish);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (wish.kind()) {
            case ACCEPTED -> new Done(accept(sql, rights, proposal, wish));
            case SPLIT, MERGED ->
                proposal instanceof Line line
                        ? cut(sql, rights, line, wish)
                        : new Wrong("verdict", "A pattern is about one and can be neither split nor merged");
            default -> new Done(put(sql, rights, proposal, wish, Map.of()));
        };
    }

    private Outcome cut(JdbcClient sql, Rights rights, Line line, Wish wish) {
        return wish.kind() == Kind.SPLIT ? split(sql, rights, line, wish) : merge(sql, rights, line, wish);
    }

    private Optional<Wrong> wrong(JdbcClient sql, Rights rights, Proposal proposal, Wish wish) {
        Optional<Wrong> reason = Wrong.reason(wish.reason());
        if (reason.isPresent()) {
            return reason;
        }
        if (opened(rights, proposal).size() < Part.values().length) {
            return Optional.of(new Wrong("verdict", "Open the evidence and the counter-evidence first"));
        }
        Verdict ruling = proposal.standing().verdict();
        boolean asked = proposal.standing().state() == Standing.State.REJECTION_ASKED;
        boolean answers = wish.kind() == Kind.REJECTED || wish.kind() == Kind.REJECT_REFUSED;
        if (answers && (!asked || ruling == null || ruling.byViewer())) {
            return Optional.of(new Wrong("verdict", "Another person must have asked for the rejection"));
        }
        if (!answers && !proposal.standing().state().isOpen()) {
            return Optional.of(new Wrong("verdict", "It was decided already"));
        }
        return wish.kind() == Kind.PARKED ? wrongDay(sql, proposal, wish.until()) : Optional.empty();
    }

    private Optional<Wrong> wrongDay(JdbcClient sql, Proposal proposal, @Nullable LocalDate until) {
        LocalDate today = enquiries.today();
        LocalDate furthest = terms.end("parked", today);
        LocalDate last =
                enquiries.standings(sql).lastDay(enquiries.standings(sql).about(Matter.of(proposal)), today);
        LocalDate latest = furthest.isAfter(last) ? last : furthest;
        if (until == null || !until.isAfter(today)) {
            return Optional.of(new Wrong("until", "Enter a day after today"));
        }
        return until.isAfter(latest)
                ? Optional.of(new Wrong("until", "The last day to which it can be parked is " + DAY.format(latest)))
                : Optional.empty();
    }

    private UUID accept(JdbcClient sql, Rights rights, Proposal proposal, Wish wish) {
        UUID verdict = put(sql, rights, proposal, wish, Map.of());
        UUID opened = UUID.randomUUID();
        sql.sql("insert into groups.case_file (case_id, verdict_id, opened_by, about) values (?, ?, ?, ?)")
                .params(opened, verdict, rights.user(), proposal.about())
                .update();
        return opened;
    }

    private Outcome split(JdbcClient sql, Rights rights, Line line, Wish wish) {
        List<UUID> apart = line.found().members().stream()
                .filter(member -> wish.records().contains(member.subject()) && member.side() != Found.Side.PLACE)
                .flatMap(member -> member.records().stream())
                .toList();
        long left = line.found().members().stream()
                .filter(member ->
                        member.side() != Found.Side.PLACE && !wish.records().contains(member.subject()))
                .count();
        if (apart.isEmpty() || left == 0) {
            return new Wrong("records", "Choose some of those in the line, and not all of them");
        }
        return new Done(put(sql, rights, line, wish, Map.of("apart", apart)));
    }

    private Outcome merge(JdbcClient sql, Rights rights, Line line, Wish wish) {
        Optional<Line> other = wish.records().stream()
                .flatMap(record -> enquiries.find(sql, record).stream())
                .filter(found -> !found.evidenceKey().equals(line.evidenceKey()))
                .findFirst();
        if (other.isEmpty()) {
            return new Wrong("records", "Choose another line that you may see");
        }
        List<UUID> all = new ArrayList<>();
        for (Line one : List.of(line, other.get())) {
            one.found().members().stream()
                    .filter(member -> member.side() != Found.Side.PLACE)
                    .forEach(member -> all.addAll(member.records()));
        }
        return new Done(put(sql, rights, line, wish, Map.of("with", all)));
    }

    private UUID put(JdbcClient sql, Rights rights, Proposal proposal, Wish wish, Map<String, Collection<UUID>> parts) {
        UUID id = UUID.randomUUID();
        boolean rejected = wish.kind() == Kind.REJECTED;
        boolean answers = rejected || wish.kind() == Kind.REJECT_REFUSED;
        Verdict ruling = proposal.standing().verdict();
        List<UUID> evidence = proposal.found().evidence();
        sql.sql("""
                        insert into groups.verdict (verdict_id, kind, made_by, agency_id, reason, evidence_key, evidence, hashes, classes,
                               until_day, parts, answers, about, subjects)
                        values (:id, :kind, :by, access.viewer_agency(), :reason, :key, :evidence, :hashes,
                               array(select distinct class_id from picture.record where record_id = any (:all) order by 1),
                               :until, :parts::jsonb, :answers, :about, :subjects)""")
                .param("id", id)
                .param("kind", wish.kind().word())
                .param("by", rights.user())
                .param("reason", wish.reason().strip())
                .param("key", proposal.evidenceKey())
                .param("all", evidence.toArray(UUID[]::new))
                .param("evidence", rejected ? new UUID[0] : evidence.toArray(UUID[]::new))
                .param("hashes", rejected ? hashes(evidence) : new byte[0][])
                .param("until", wish.kind() == Kind.PARKED ? wish.until() : null, java.sql.Types.DATE)
                .param("parts", JsonMapper.shared().writeValueAsString(parts))
                .param("answers", answers && ruling != null ? ruling.id() : null, java.sql.Types.OTHER)
                .param("about", proposal.about())
                .param("subjects", hashes(proposal.subjects()))
                .update();
        return id;
    }

    private byte[][] hashes(List<UUID> records) {
        return records.stream().map(hash::of).toArray(byte[][]::new);
    }
}
