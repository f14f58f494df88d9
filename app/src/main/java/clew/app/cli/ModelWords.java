package clew.app.cli;

import clew.app.identity.DriftWatch;
import clew.app.identity.ModelComparison;
import clew.app.identity.Models;
import clew.core.linkage.Drift;
import clew.core.linkage.LinkModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Models on the command line, in words. Records are named by their ids only. */
final class ModelWords {
    private static final int SHOWN_OF_ID = 12;

    private ModelWords() {}

    /** Enough of an id to name it by. */
    static String start(String id) {
        return id.substring(0, Math.min(SHOWN_OF_ID, id.length()));
    }

    static void print(Models.Held held, PrintWriter out) {
        LinkModel model = held.model();
        out.println("Model " + held.id());
        out.printf(
                Locale.ROOT,
                "Learnt from %,d records %s (%s).%n",
                model.records(),
                held.trainedAt().map(at -> "at " + at).orElse("before it shipped"),
                held.trainedBy());
        out.printf(
                Locale.ROOT,
                "Joins from a probability of %.2f; two records at random are one person with odds of 1 in %,.0f.%n",
                model.threshold(),
                1 / model.lambda());
        out.printf(
                Locale.ROOT,
                "%d rules reach %.1f%% of the true pairs, at most; %,d keys are passed over as too common.%n",
                model.rules().size(),
                model.blockingRecall() * 100,
                model.rules().stream().mapToLong(rule -> rule.stops().size()).sum());
        model.warnings().forEach(warning -> out.println("note: " + warning));
    }

    static void print(ModelComparison changes, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d persons instead of %,d: %,d joined of several, %,d split into several, %,d of %,d records move.%n",
                changes.persons()[1],
                changes.persons()[0],
                changes.joined(),
                changes.split(),
                changes.moved(),
                changes.records());
        examples("Largest of those joined, by record:", changes.largestJoined(), " + ", out);
        examples("Largest of those split, by record:", changes.largestSplit(), " | ", out);
        out.println("Weights that change most, in bits:");
        changes.weights()
                .forEach(one -> out.printf(
                        Locale.ROOT, "  %+7.2f instead of %+7.2f  %s%n", one.after(), one.before(), one.outcome()));
        changes.onlyAfter().forEach(rule -> out.println("Rule added: " + rule));
        changes.onlyBefore().forEach(rule -> out.println("Rule gone: " + rule));
    }

    private static void examples(String title, List<List<List<String>>> examples, String between, PrintWriter out) {
        if (!examples.isEmpty()) {
            out.println(title);
        }
        examples.forEach(parts -> out.println("  "
                + String.join(
                        between,
                        parts.stream().map(ids -> String.join(" ", ids)).toList())));
    }

    static void print(DriftWatch.Seen seen, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "The model in force is watched: on %s its drift was %s, by the latest %,d records.%n",
                seen.on(),
                seen.isMuch() ? "much" : "little",
                seen.drift().records());
    }

    static void print(Drift drift, int days, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Drift of %,d records received within %d days, against those it was learnt from:%n",
                drift.records(),
                days);
        if (drift.records() == 0) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "  best weights %.3f (population stability index; above 0.25 is much)%n",
                drift.stability());
        drift.filled()
                .forEach((field, change) ->
                        out.printf(Locale.ROOT, "  %-18s filled %+6.1f points%n", field, change * 100));
        out.println(
                drift.isMuch()
                        ? "That is much: train a model, compare it, and have somebody accept it."
                        : "That is little.");
    }
}
