package clew.app.groups;

import clew.app.store.EngineTransactions;
import clew.core.network.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where found lines are kept: the schema {@code pattern}, derived and disposable. Written by the engine in one transaction, read by viewers. */
final class Patterns {
    /** A change of this names the form in which lines are kept; what was kept in another form is found anew. */
    private static final String FORM = "3";

    private final EngineTransactions engine;

    Patterns(EngineTransactions engine) {
        this.engine = engine;
        ensure();
    }

    /**
     * What was found in one tier.
     *
     * @param changed records that say something else than when the tier was kept last, where no more than what differs was found anew; null where everything was
     */
    record Kept(
            Tier tier,
            Epoch epoch,
            List<Surfaced> found,
            @Nullable Set<UUID> changed) {}

    private void ensure() {
        engine.onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('clew patterns'))");
                try (var form = statement.executeQuery("select obj_description(to_regnamespace('pattern'))")) {
                    if (form.next() && FORM.equals(form.getString(1))) {
                        return true;
                    }
                }
                statement.execute("drop schema if exists pattern cascade");
                statement.execute(script());
                statement.execute("comment on schema pattern is '" + FORM + "'");
                return true;
            }
        });
    }

    /** The state that lines found on a day would rest on. */
    Basis basis(LocalDate day) {
        return engine.in(sql -> Basis.now(sql, day));
    }

    /** What arrived from one state to another. */
    Arrived arrived(Basis from, Basis until) {
        return engine.in(sql -> until.since(from, sql));
    }

    /** The state that the lines kept rest on; empty when there are none. */
    String foundOn() {
        return engine.in(sql -> sql.sql("select basis from pattern.tier order by tier_no limit 1")
                .query(String.class)
                .optional()
                .orElse(""));
    }

    List<Tier> tiers() {
        return engine.in(sql -> new Tiers(sql).all());
    }

    /** The tier of somebody whose rights hold no tier that is kept; empty when they hold one, or when there is nothing to find. */
    Optional<Tier> missingFor(SortedSet<Integer> rights) {
        return engine.in(sql -> {
            boolean holds = sql.sql("select exists (select from pattern.tier where classes <@ cast(? as int[]))")
                    .param(array(rights))
                    .query(Boolean.class)
                    .single();
            if (holds) {
                return Optional.empty();
            }
            SortedSet<Integer> classes = new TreeSet<>();
            new Tiers(sql)
                    .all().stream()
                            .filter(tier -> !tier.name().equals(Tier.ALL))
                            .forEach(tier -> classes.addAll(tier.classes()));
            classes.retainAll(rights);
            return classes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Tier("own:" + hash(classes.toString()), classes));
        });
    }

    /** The tier whose lines somebody with these rights is shown. */
    Optional<Tier> shownTo(SortedSet<Integer> rights) {
        return engine.in(sql -> sql.sql(
                        "select name, classes from pattern.tier where classes <@ cast(? as int[]) order by cardinality(classes) desc, tier_no limit 1")
                .param(array(rights))
                .query((row, number) -> new Tier(row.getString(1), new TreeSet<>(List.of((Integer[])
                        row.getArray(2).getArray()))))
                .optional());
    }

    /** The totals of chance of a tier, while the Picture is the one they were counted in. */
    @Nullable
    Epoch frozen(Tier tier) {
        return engine.in(sql ->
                        sql.sql("""
                        select epoch::text from pattern.tier
                         where name = ? and split_part(basis, ' ', 1) || split_part(basis, ' ', 2)
                             = (select coalesce(string_agg(split_part(built_at::text, ' ', 1) || split_part(built_at::text, ' ', 2), ','), '') from picture.built)
                         limit 1""").param(tier.name()).query(String.class).optional())
                .map(Patterns::epoch)
                .orElse(null);
    }

    /** Splits and mergers that rest on nothing beyond the tier, oldest first. */
    List<Cut> cuts(Tier tier) {
        return engine.in(sql -> sql.sql("""
                        select kind, evidence, parts::text from groups.verdict
                         where kind in ('split', 'merged') and classes <@ cast(? as int[]) order by made_at, verdict_id""")
                .param(array(tier.classes()))
                .query((row, number) ->
                        cut(row.getString(1), (UUID[]) row.getArray(2).getArray(), row.getString(3)))
                .list());
    }

    /** Puts the lines of all tiers in force, and says of each that is new, or has new evidence, that it surfaced. */
    void keep(List<Kept> kept, Basis basis) {
        engine.run(sql -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('clew patterns'))::text")
                    .query(String.class)
                    .single();
            Set<String> before = new HashSet<>(sql.sql(
                            "select t.name || ' ' || l.evidence_key from pattern.line l join pattern.tier t using (tier_no)")
                    .query(String.class)
                    .list());
            sql.sql("delete from pattern.tier where not name || classes::text = any (?)")
                    .param(kept.stream()
                            .filter(one -> one.changed != null)
                            .map(one -> one.tier.name() + array(one.tier.classes()))
                            .toArray(String[]::new))
                    .update();
            for (Kept one : kept) {
                if (one.changed == null || !renew(sql, one, one.changed, basis)) {
                    put(sql, one, basis.text());
                }
                PatternRows.surfaced(sql, one, before);
            }
        });
    }

    /** Changes only the lines that are others than those kept; false when the tier is not kept. */
    private static boolean renew(JdbcClient sql, Kept kept, Set<UUID> changed, Basis basis) {
        Optional<Integer> tier = sql.sql(
                        "update pattern.tier set basis = ? where name = ? and classes = cast(? as int[]) returning tier_no")
                .params(basis.text(), kept.tier.name(), array(kept.tier.classes()))
                .query(Integer.class)
                .optional();
        if (tier.isEmpty()) {
            return false;
        }
        sql.sql("""
                        delete from pattern.line where tier_no = ?
                           and line_no in (select line_no from pattern.rests_on where record_id = any (?::uuid[]))""").params(tier.get(), changed.toArray(UUID[]::new)).update();
        Map<String, Integer> standing = new HashMap<>();
        sql.sql("select md5(body::text), line_no from pattern.line where tier_no = ?")
                .param(tier.get())
                .query(row -> {
                    standing.put(row.getString(1), row.getInt(2));
                });
        List<Surfaced> come = kept.found.stream()
                .filter(found -> standing.remove(md5(found.body())) == null)
                .toList();
        sql.sql("delete from pattern.line where line_no = any (cast(? as int[]))")
                .param(array(standing.values()))
                .update();
        PatternRows.put(sql, come, tier.get());
        return true;
    }

    /** Adds a tier beside those that are kept. */
    void add(Kept kept) {
        engine.run(sql -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('clew patterns'))::text")
                    .query(String.class)
                    .single();
            String basis = sql.sql("select min(basis) from pattern.tier")
                    .query(String.class)
                    .optional()
                    .orElse("");
            put(sql, kept, basis);
        });
    }

    private static void put(JdbcClient sql, Kept kept, String basis) {
        sql.sql("delete from pattern.tier where name = ? and classes = cast(? as int[])")
                .params(kept.tier.name(), array(kept.tier.classes()))
                .update();
        int tier = sql.sql("select coalesce(max(tier_no), 0) + 1 from pattern.tier")
                .query(Integer.class)
                .single();
        sql.sql("insert into pattern.tier values (?, ?, cast(? as int[]), ?, ?::jsonb)")
                .params(tier, kept.tier.name(), array(kept.tier.classes()), basis, json(kept.epoch))
                .update();
        PatternRows.put(sql, kept.found, tier);
    }

    private static Cut cut(String kind, UUID[] evidence, String parts) {
        List<UUID> records = new ArrayList<>();
        JsonNode named = JsonMapper.shared().readTree(parts).path(kind.equals("merged") ? "with" : "apart");
        named.forEach(record -> records.add(UUID.fromString(record.asString())));
        return new Cut(kind.equals("merged"), Set.of(evidence), new HashSet<>(records));
    }

    private static Epoch epoch(String text) {
        return JsonMapper.shared().readValue(text, Epoch.class);
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String array(Collection<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(digest("SHA-256", text), 0, 8);
    }

    /** As the database makes it, of lines that it and we hold: to tell whether they are the same. */
    private static String md5(String text) {
        return HexFormat.of().formatHex(digest("MD5", text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with " + algorithm + ", found none", e);
        }
    }

    private static String script() {
        try (var stream = Objects.requireNonNull(
                Patterns.class.getResourceAsStream("/db/pattern.sql"),
                "expected the script db/pattern.sql beside the program")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
