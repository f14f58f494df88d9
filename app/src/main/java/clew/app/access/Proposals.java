package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shows more than before, or hides looks from the owners of records: proposed by one information-governance lead and confirmed by another of the same agency
 * within 14 days. The database holds both to it, and carries a confirmed proposal out in the same transaction; the end of a seal is carried out by who calls.
 */
public final class Proposals {

    /** What can be proposed. */
    public enum Kind {
        HANDLING,
        RELEASE,
        SENSITIVE_PURPOSE,
        SEAL_ENDED,
        AGREEMENT
    }

    /**
     * A proposal that waits.
     *
     * @param body what is proposed, by name
     * @param by shown name of who proposed
     * @param byViewer whether that is who looks, who then cannot decide
     */
    public record Proposal(UUID id, Kind kind, JsonNode body, String reason, String by, Instant at, boolean byViewer) {

        /** A text of the body; empty where there is none. */
        public String text(String name) {
            return body.path(name).asString("");
        }
    }

    private static final String OPEN = """
            select p.proposal_id, p.kind, p.body, p.reason, u.shown_name, p.proposed_at, p.proposed_by
              from access.proposal p join access.person_user u on u.user_id = p.proposed_by
             where p.proposed_at > now() - interval '14 days'
               and not exists (select from access.proposal_decision d where d.proposal_id = p.proposal_id)
             order by p.proposed_at, p.proposal_id""";

    private final AppTransactions app;

    Proposals(AppTransactions app) {
        this.app = app;
    }

    /** Proposes. */
    public UUID propose(Viewer viewer, Kind kind, Map<String, ?> body, String reason) {
        UUID id = UUID.randomUUID();
        app.run(
                viewer.rights(),
                sql -> sql.sql("""
                        insert into access.proposal (proposal_id, kind, agency_id, body, reason, proposed_by)
                        values (?, ?, ?, ?::jsonb, ?, ?)""")
                        .params(
                                id,
                                kind.name().toLowerCase(Locale.ROOT),
                                viewer.agency(),
                                JsonMapper.shared().writeValueAsString(body),
                                reason,
                                viewer.user())
                        .update());
        return id;
    }

    /** What waits in the viewer's agency, the oldest first. */
    public List<Proposal> open(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql(OPEN)
                        .query((row, number) -> proposal(row, rights.user()))
                        .list());
    }

    /**
     * Confirms or refuses.
     *
     * @return what was decided; empty when it does not wait, or is one's own
     */
    public Optional<Proposal> decide(Viewer viewer, UUID id, boolean confirmed, String reason) {
        Optional<Proposal> waiting = open(viewer.rights()).stream()
                .filter(proposal -> proposal.id().equals(id) && !proposal.byViewer())
                .findFirst();
        try {
            waiting.ifPresent(proposal -> app.run(
                    viewer.rights(),
                    sql -> sql.sql("""
                            insert into access.proposal_decision (proposal_id, confirmed, decided_by, reason)
                            values (?, ?, ?, ?)""")
                            .params(id, confirmed, viewer.user(), reason)
                            .update()));
        } catch (org.springframework.dao.DuplicateKeyException e) { // somebody was quicker
            return Optional.empty();
        } catch (DataAccessException e) {
            throw new IllegalStateException("expected a proposal that can be carried out, found one that cannot", e);
        }
        return waiting;
    }

    private static Proposal proposal(ResultSet row, UUID viewer) throws SQLException {
        return new Proposal(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                JsonMapper.shared().readTree(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, UUID.class).equals(viewer));
    }
}
