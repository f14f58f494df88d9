package clew.app.groups;

import clew.app.events.Outbox;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How what was found in a tier stands in the schema {@code pattern}: one row each, with all that it rests on. */
final class PatternRows {

    private PatternRows() {}

    static void put(JdbcClient sql, List<Surfaced> all, int tier) {
        int line = sql.sql("select coalesce(max(line_no), 0) from pattern.line")
                .query(Integer.class)
                .single();
        for (Surfaced one : all) {
            put(sql, one, ++line, tier);
        }
    }

    private static void put(JdbcClient sql, Surfaced one, int line, int tier) {
        Found found = one.found();
        List<UUID> evidence = found.evidence();
        sql.sql("""
                        insert into pattern.line
                        select :line, :tier, :about, :anchor, :key, :first, :last, :known,
                               coalesce((select max(received_at) from picture.record where record_id = any (:evidence)), '-infinity'),
                               array(select distinct agency_id from picture.record where record_id = any (:at_work) order by 1),
                               array(select distinct lower(btrim(body ->> 'given_name') || ' ' || btrim(body ->> 'family_name'))
                                       from picture.record where record_id = any (:grown) and body ->> 'given_name' is not null and body ->> 'family_name' is not null
                                      order by 1),
                               cast(:agencies as text[]), :adults, :children, :body::json""")
                .param("line", line)
                .param("tier", tier)
                .param("about", one.about())
                .param("anchor", one.anchor())
                .param("key", one.key())
                .param("first", found.episodes().getFirst().day())
                .param("last", found.episodes().getLast().day())
                .param(
                        "known",
                        found.episodes().stream()
                                .map(Found.Episode::known)
                                .max(Comparator.naturalOrder())
                                .orElseThrow())
                .param("evidence", evidence.toArray(UUID[]::new))
                .param("at_work", records(found, Member::atWork))
                .param("grown", records(found, member -> member.side() == Side.ADULT || member.side() == Side.UNKNOWN))
                .param("agencies", agencies(found))
                .param("adults", found.on(Side.ADULT).size())
                .param("children", found.on(Side.CHILD).size())
                .param("body", one.body())
                .update();
        sql.sql("insert into pattern.evidence select ?, unnest(?::uuid[])")
                .params(line, evidence.toArray(UUID[]::new))
                .update();
        restsOn(sql, found, line);
    }

    private static UUID[] records(Found found, Predicate<Member> which) {
        return found.members().stream()
                .filter(which)
                .flatMap(member -> member.records().stream())
                .toArray(UUID[]::new);
    }

    private static void restsOn(JdbcClient sql, Found found, int line) {
        for (Member member : found.members()) {
            sql.sql("insert into pattern.rests_on select ?, unnest(?::uuid[]), ? on conflict do nothing")
                    .params(line, member.records().toArray(UUID[]::new), member.subject())
                    .update();
        }
        UUID[] sources = found.episodes().stream()
                .flatMap(episode -> episode.sources().stream())
                .map(Found.Source::record)
                .distinct()
                .toArray(UUID[]::new);
        sql.sql("insert into pattern.rests_on select ?, unnest(?::uuid[]), null on conflict do nothing")
                .params(line, sources)
                .update();
    }

    /** Says of each line and pattern that is new, or has new evidence, that it surfaced. */
    static void surfaced(JdbcClient sql, Patterns.Kept kept, Set<String> before) {
        for (Surfaced one : kept.found()) {
            if (one.isProposal() && !before.contains(kept.tier().name() + " " + one.key())) {
                String what = one.about().equals(Matter.LINE) ? "line" : "pattern";
                Outbox.put(sql, "GroupSurfaced", "{\"" + what + "\": \"" + one.anchor() + "\"}");
            }
        }
    }

    private static String agencies(Found found) {
        return found.episodes().stream()
                .flatMap(episode -> episode.sources().stream())
                .map(Found.Source::agency)
                .distinct()
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
