package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sealed identities. A seal is a Decision on records: those of the identity that is protected from view belong to a class of their own, which shows to nobody by
 * default, their owner included; no machine joins them with anything; and no name goes across as "also known as". It holds for later versions of the records too,
 * until another Decision ends it.
 *
 * <p>Statute: Adoption and Children Act 2002 sections 56 to 65; Gender Recognition Act 2004 section 22; Serious Organised Crime and Police Act 2005 sections 82 to 94;
 * the address of a refuge.
 */
public final class Seals {

    /** Why an identity is sealed. */
    public enum Ground {
        ADOPTION,
        GENDER_RECOGNITION,
        WITNESS_PROTECTION,
        REFUGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is decided.
     *
     * @param sealed records of the identity that nobody is to see
     * @param present records of the identity that stays in view
     * @param by the user who decides
     * @param agency of that user
     */
    public record Seal(Ground ground, Set<UUID> sealed, Set<UUID> present, UUID by, int agency, String reason) {
        public Seal {
            sealed = Set.copyOf(sealed);
            present = Set.copyOf(present);
            if (sealed.isEmpty()) {
                throw new IllegalArgumentException("expected records to seal, found none");
            }
            if (sealed.stream().anyMatch(present::contains)) {
                throw new IllegalArgumentException("expected each record on one side of the seal, found one on both");
            }
        }
    }

    private static final String DECIDE = """
            insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String BEFORE = """
            select r.class_before from access.reclassified r join access.class c on c.class_id = r.class_after
             where r.record_id = ? and c.restriction = ? order by r.change_no desc limit 1""";

    private static final String IN_FORCE = """
            select r.id::uuid, side from decisions.decision d
             cross join (values ('sealed'), ('present')) s (side)
             cross join lateral jsonb_array_elements_text(d.body -> side) r (id)
             where d.kind = 'seal'
               and not exists (select from decisions.decision e
                                where e.kind = 'seal_ended' and e.body ->> 'seal' = d.decision_id::text)""";

    private final EngineTransactions engine;
    private final Agencies agencies;

    public Seals(EngineTransactions engine) {
        this.engine = engine;
        this.agencies = new Agencies(engine);
    }

    /** Seals, with every version of the records, at once and in every Picture to come; returns the Decision's id. */
    public UUID seal(Seal seal) {
        UUID decision = UUID.randomUUID();
        String restriction = "seal:" + decision;
        engine.run(sql -> {
            Reclassing reclassing = Reclassing.within(sql, seal.by(), restriction);
            int own = agencies.classOf(seal.agency(), Agencies.Handling.HIDDEN, restriction);
            decide(sql, decision, "seal", seal.by(), seal.agency(), seal.reason(), own, body(seal));
            about(sql, decision, seal.sealed(), own);
            about(sql, decision, seal.present(), own);
            for (UUID record : seal.sealed()) {
                int owner = sql.sql("select agency_id from records.current where record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single();
                reclassing.move(record, agencies.classOf(owner, Agencies.Handling.HIDDEN, restriction));
                reclassing.setApart(record);
            }
        });
        return decision;
    }

    /** Ends a seal: the records show again as before they were sealed, and are joined again in the next Picture. */
    public void end(UUID seal, UUID by, int agency, String reason) {
        UUID decision = UUID.randomUUID();
        engine.run(sql -> {
            Reclassing reclassing = Reclassing.within(sql, by, "the end of seal:" + seal);
            int own = agencies.classOf(agency, Agencies.Handling.HIDDEN, "seal:" + seal);
            decide(sql, decision, "seal_ended", by, agency, reason, own, "{\"seal\": \"" + seal + "\"}");
            for (UUID record : records(sql, seal, "sealed")) {
                reclassing.move(
                        record,
                        sql.sql(BEFORE)
                                .params(record, "seal:" + seal)
                                .query(Integer.class)
                                .single());
            }
        });
    }

    /**
     * The records under seals in force.
     *
     * @param sealed that no machine joins with any other
     * @param present of the same people that stay in view, and take no name from the sealed ones
     */
    record InForce(Set<UUID> sealed, Set<UUID> present) {}

    static InForce inForce(Connection connection) throws SQLException {
        OneMessage message = new OneMessage(connection);
        InForce inForce = ask(message);
        message.send();
        return inForce;
    }

    /** The same, known when the message was sent. */
    static InForce ask(OneMessage message) {
        InForce inForce = new InForce(new HashSet<>(), new HashSet<>());
        message.ask(
                IN_FORCE,
                row -> (row.getString(2).equals("sealed") ? inForce.sealed : inForce.present)
                        .add(row.getObject(1, UUID.class)));
        return inForce;
    }

    @SuppressWarnings("NullAway") // an id is never null
    private static List<UUID> records(JdbcClient sql, UUID seal, String side) {
        return sql.sql("select r.id::uuid from decisions.decision d, jsonb_array_elements_text(d.body -> ?) r (id)"
                        + " where d.decision_id = ?")
                .params(side, seal)
                .query(UUID.class)
                .list();
    }

    private static void decide(
            JdbcClient sql, UUID id, String kind, UUID by, int agency, String reason, int classId, String body) {
        sql.sql(DECIDE).params(id, kind, by, agency, reason, classId, body).update();
    }

    private static void about(JdbcClient sql, UUID decision, Collection<UUID> records, int classId) {
        records.forEach(record -> sql.sql("insert into decisions.about values (?, ?, ?)")
                .params(decision, record, classId)
                .update());
    }

    private static String body(Seal seal) {
        return JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "ground", seal.ground().word(), "sealed", seal.sealed(), "present", seal.present()));
    }
}
