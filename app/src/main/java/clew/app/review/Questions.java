package clew.app.review;

import clew.app.review.Outcome.Done;
import clew.app.review.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Questions to the agency that owns a record, and its answers. The agency reads the question and sees its own record. */
public final class Questions {

    private static final String TO_US =
            " and d.kind = 'agency_question' and records.owner((select o.record_id from decisions.about o where o.decision_id = d.decision_id limit 1))"
                    + " = (select access.viewer_agency())";
    private static final String OPEN =
            " and not exists (select from decisions.decision e where e.kind = 'agency_answered'"
                    + " and e.body ->> 'question' = d.decision_id::text)";
    private static final String BY_US =
            " and d.kind = 'agency_question' and d.agency_id = (select access.viewer_agency())";

    private final AppTransactions app;

    Questions(AppTransactions app) {
        this.app = app;
    }

    /**
     * A question.
     *
     * @param asked the question
     * @param answer null while it waits
     */
    public record Question(
            Decided asked,
            @org.jspecify.annotations.Nullable Decided answer) {}

    /** What waits for an answer of the viewer's agency, oldest first. */
    public List<Decided> toAnswer(Rights rights) {
        return app.read(rights, sql -> new StoredDecisions(sql).where(TO_US + OPEN));
    }

    /** What the viewer's agency asked, with the answers. */
    public List<Question> asked(Rights rights) {
        return app.read(rights, sql -> {
            StoredDecisions stored = new StoredDecisions(sql);
            return stored.where(BY_US).stream()
                    .map(question ->
                            new Question(question, answer(stored, question.id()).orElse(null)))
                    .toList();
        });
    }

    /** Answers a question to the viewer's agency; the case comes back to whoever settles it. */
    public Outcome answer(Rights rights, UUID question, String words) {
        if (words.isBlank()) {
            return new Wrong("answer", "Enter your answer");
        }
        return app.write(rights, sql -> {
            Optional<Decided> open = new StoredDecisions(sql)
                    .where(TO_US + OPEN + " and d.decision_id = ?", question).stream()
                            .findFirst();
            if (open.isEmpty()) {
                return new Wrong("answer", "This question was answered already");
            }
            UUID record = open.get().records().get(0);
            Map<UUID, Integer> classes = Map.of(
                    record,
                    sql.sql("select class_id from decisions.about where decision_id = ?")
                            .param(question)
                            .query(Integer.class)
                            .single());
            return new Done(new Append(sql, rights)
                    .decision(
                            "agency_answered",
                            words,
                            List.of(record),
                            classes,
                            Map.of("question", question.toString())));
        });
    }

    private static Optional<Decided> answer(StoredDecisions stored, UUID question) {
        return stored
                .where(" and d.kind = 'agency_answered' and d.body ->> 'question' = ?", question.toString())
                .stream()
                .findFirst();
    }
}
