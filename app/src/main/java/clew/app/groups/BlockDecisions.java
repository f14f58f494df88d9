package clew.app.groups;

import clew.app.groups.Block.Kind;
import clew.app.groups.Block.Step;
import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.identity.KnownThings;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decide on the block list: one asks with a reason until a day of review, another answers, for a renewal as well; anybody who may ask can lift it, with a reason, at once. */
public final class BlockDecisions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final AppTransactions app;
    private final Blocks blocks;
    private final Things things;
    private final Finding finding;
    private final Terms terms;

    BlockDecisions(AppTransactions app, Blocks blocks, Things things, Finding finding, Terms terms) {
        this.app = app;
        this.blocks = blocks;
        this.things = things;
        this.finding = finding;
        this.terms = terms;
    }

    /** Whether something of this shape can be on the list; nobody can. */
    public static boolean fits(String shape) {
        return KnownThings.SHAPES.contains(shape);
    }

    /** The furthest review date that can be asked for today. */
    public LocalDate furthest() {
        return terms.end("block", blocks.today());
    }

    /** Asks that the thing which a record is of makes no tie until a day; the result is the id of the entry. It changes nothing before another person confirms it. */
    public Outcome ask(Rights rights, UUID record, String reason, @Nullable LocalDate until) {
        Optional<Wrong> wrong = Wrong.reason(reason).or(() -> wrongDay(until));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<UUID> records = recordsFor(rights, record);
        if (records.isEmpty()) {
            return new Wrong("reason", "There is nothing here from which lines are found and which can make no tie");
        }
        return blocks.of(rights, records).stream()
                        .anyMatch(block -> block.state().isRunning())
                ? new Wrong("reason", "It is on the block list, or somebody asked for it, already")
                : app.write(rights, sql -> ask(sql, rights, records, reason, until));
    }

    /**
     * Records of the thing as those lines have it which the viewer is shown: more may show to them on its page, and would tell others of it by an entry that rests on
     * it too.
     */
    private List<UUID> recordsFor(Rights rights, UUID record) {
        List<UUID> own = app.read(rights, sql -> {
            String shape = Things.shape(sql, record);
            return fits(shape) ? things.records(sql, rights, record, shape) : List.<UUID>of();
        });
        Optional<Tier> tier = finding.tierOf(rights);
        return tier.isEmpty() ? List.of() : app.read(tier.get().rights(), sql -> inTier(sql, record, own));
    }

    private static List<UUID> inTier(JdbcClient sql, UUID record, List<UUID> own) {
        Optional<UUID> shown = sql.sql(
                        "select record_id from picture.record where record_id = any (?::uuid[]) order by record_id <> ?, record_id limit 1")
                .params(own.toArray(UUID[]::new), record)
                .query(UUID.class)
                .optional();
        return shown.isEmpty() ? List.of() : List.copyOf(Things.same(sql, List.of(shown.get())));
    }

    private Outcome ask(JdbcClient sql, Rights rights, List<UUID> records, String reason, @Nullable LocalDate until) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into groups.block (block_id, records, classes, made_by)
                        values (:id, :records, array(select distinct class_id from picture.record where record_id = any (:records) order by 1), :by)""")
                .param("id", id)
                .param("records", records.toArray(UUID[]::new))
                .param("by", rights.user())
                .update();
        put(sql, rights, id, Kind.ASKED, reason, until, null);
        return new Done(id);
    }

    /** Asks that an entry in force stays until a later day. */
    public Outcome renew(Rights rights, UUID id, String reason, @Nullable LocalDate until) {
        return decide(rights, id, reason, (sql, block) -> {
            Optional<Wrong> wrong = wrongDay(until);
            LocalDate review = block.review();
            if (block.state() != Block.State.IN_FORCE || block.pending() != null) {
                return new Wrong("reason", "It is not in force, or somebody asked for its renewal already");
            }
            if (wrong.isPresent()) {
                return wrong.get();
            }
            return until != null && review != null && !until.isAfter(review)
                    ? new Wrong("until", "Enter a day after " + DAY.format(review) + ", on which it ends now")
                    : done(sql, rights, id, Kind.ASKED, reason, until, null);
        });
    }

    /** Confirms or refuses what another person asked for. */
    public Outcome answer(Rights rights, UUID id, boolean confirms, String reason) {
        return decide(rights, id, reason, (sql, block) -> {
            Step pending = block.pending();
            return pending == null || pending.byViewer()
                    ? new Wrong("answer", "Another person must have asked for it, and nobody have answered")
                    : done(sql, rights, id, confirms ? Kind.CONFIRMED : Kind.REFUSED, reason, null, pending.id());
        });
    }

    /** Ends an entry, or what was asked for, at once: its ties count again. */
    public Outcome lift(Rights rights, UUID id, String reason) {
        return decide(
                rights,
                id,
                reason,
                (sql, block) -> block.state().isRunning()
                        ? done(sql, rights, id, Kind.LIFTED, reason, null, null)
                        : new Wrong("reason", "It makes ties already"));
    }

    @FunctionalInterface
    private interface Decision {
        Outcome on(JdbcClient sql, Block block);
    }

    private Outcome decide(Rights rights, UUID id, String reason, Decision decision) {
        Optional<Wrong> wrong = Wrong.reason(reason);
        Optional<Block> block = blocks.of(rights, id);
        if (block.isEmpty()) {
            return new Wrong("reason", "There is no such entry that you may see");
        }
        return wrong.isPresent() ? wrong.get() : app.write(rights, sql -> decision.on(sql, block.get()));
    }

    private Outcome done(
            JdbcClient sql,
            Rights rights,
            UUID id,
            Kind kind,
            String reason,
            @Nullable LocalDate until,
            @Nullable UUID answers) {
        put(sql, rights, id, kind, reason, until, answers);
        return new Done(id);
    }

    private void put(
            JdbcClient sql,
            Rights rights,
            UUID id,
            Kind kind,
            String reason,
            @Nullable LocalDate until,
            @Nullable UUID answers) {
        sql.sql("""
                        insert into groups.block_step (block_id, kind, made_at, made_by, agency_id, reason, until_day, answers)
                        values (:block, :kind, :at, :by, access.viewer_agency(), :reason, :until, :answers)""")
                .param("block", id)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("at", blocks.now().atOffset(ZoneOffset.UTC))
                .param("by", rights.user())
                .param("reason", reason.strip())
                .param("until", until, java.sql.Types.DATE)
                .param("answers", answers, java.sql.Types.OTHER)
                .update();
    }

    private Optional<Wrong> wrongDay(@Nullable LocalDate until) {
        if (until == null || !until.isAfter(blocks.today())) {
            return Optional.of(new Wrong("until", "Enter a day after today"));
        }
        return until.isAfter(furthest())
                ? Optional.of(new Wrong("until", "The furthest review date is " + DAY.format(furthest())))
                : Optional.empty();
    }
}
