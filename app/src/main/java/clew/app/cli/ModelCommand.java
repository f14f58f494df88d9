package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import clew.app.identity.DriftWatch;
import clew.app.identity.Models;
import clew.app.identity.StoredModels;
import clew.app.intake.Intake;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
import clew.app.store.StoreFailure;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew model}: what decides who is who, from learning it to putting it in force. Each of its commands is entered in the ledger. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "What decides who is who: learnt, compared, and put in force by a decision.",
        subcommands = {
            ModelCommand.Train.class,
            ModelCommand.Compare.class,
            ModelCommand.Accept.class,
            ModelCommand.Show.class
        })
public final class ModelCommand extends NeedsSubcommand {

    public ModelCommand() {
        super("train, compare, accept or show");
    }

    /** What all of them have in common: the store, and a row in the ledger. */
    @OpensStore(Action.OPERATE)
    abstract static class OfModel implements Callable<Integer> {
        private static final String PURPOSE = "administration";

        @Mixin
        private final StoreOptions options = new StoreOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Store store = options.open(this)) {
                Entry entry = Entry.bySystem(action(), PURPOSE, List.of(), "linkage model");
                Ledger ledger = Ledger.of(store.app(), store.secrets());
                try {
                    List<UUID> subjects = run(store, out());
                    ledger.enter(Entry.bySystem(action(), PURPOSE, subjects, "linkage model"));
                    out().flush();
                    return 0;
                } catch (RuntimeException e) {
                    ledger.enter(entry.ended(Entry.Outcome.FAILED));
                    throw e;
                }
            } catch (StoreFailure e) {
                out().println(e.getMessage());
                out().flush();
                return 4;
            }
        }

        abstract String action();

        /** What the command does; returns what the ledger is told it was about. */
        abstract List<UUID> run(Store store, PrintWriter out);

        PrintWriter out() {
            return Objects.requireNonNull(spec).commandLine().getOut();
        }

        CommandLine.ParameterException usage(String words) {
            return new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), words);
        }

        Models.Held known(Store store, String id) {
            return models(store)
                    .find(id)
                    .orElseThrow(() -> usage("expected the id of one model, six characters or more, found " + id));
        }

        static StoredModels models(Store store) {
            return new StoredModels(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC());
        }
    }

    /** {@code clew model train}. */
    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description =
                    "Learns a model from all records of persons and keeps it; nothing changes until it is accepted.")
    static final class Train extends OfModel {

        @Override
        String action() {
            return "model_trained";
        }

        @Override
        List<UUID> run(Store store, PrintWriter out) {
            String id = models(store).train("clew model train");
            ModelWords.print(known(store, id), out);
            out.printf("Kept. See what it would change: clew model compare %s%n", ModelWords.start(id));
            return List.of();
        }
    }

    /** {@code clew model compare}. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description =
                    "Says what a model would change: persons joined and split, weights and rules. Changes nothing.")
    static final class Compare extends OfModel {

        @Parameters(index = "0", paramLabel = "ID", description = "The model, or its first six characters.")
        private String one = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "OTHER",
                description = "Compared with this one; the one in force when left out.")
        private @Nullable String other;

        @Override
        String action() {
            return "models_compared";
        }

        @Override
        List<UUID> run(Store store, PrintWriter out) {
            Models.Held after = known(store, one);
            Models.Held before = other == null ? models(store).inForce() : known(store, other);
            out.printf("Model %s against %s%n", ModelWords.start(after.id()), ModelWords.start(before.id()));
            ModelWords.print(models(store).compare(before, after), out);
            return List.of();
        }
    }

    /** {@code clew model accept}. */
    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Puts a model in force by a decision; persons follow with the next join or rebuild.")
    static final class Accept extends OfModel {

        @Parameters(paramLabel = "ID", description = "The model, or its first six characters.")
        private String id = "";

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Sign-in name of who decides.")
        private String by = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in their words.")
        private String reason = "";

        @Override
        String action() {
            return "model_accepted";
        }

        @Override
        List<UUID> run(Store store, PrintWriter out) {
            if (reason.isBlank()) {
                throw usage("expected a reason, found none");
            }
            UUID decision = models(store).putInForce(known(store, id).id(), new Named(store, spec).user(by), reason);
            out.printf(
                    "Model %s is in force (decision %s). Persons follow: clew join%n", ModelWords.start(id), decision);
            return List.of(decision);
        }
    }

    /** {@code clew model show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the model in force, how it came to be, and how far records received lately stand from it.")
    static final class Show extends OfModel {

        @Parameters(arity = "0..1", paramLabel = "ID", description = "Another model, or its first six characters.")
        private @Nullable String id;

        @Option(
                names = "--days",
                defaultValue = "28",
                paramLabel = "N",
                description = "Lately is so many days. Default: ${DEFAULT-VALUE}.")
        private int days;

        @Override
        String action() {
            return "model_shown";
        }

        @Override
        List<UUID> run(Store store, PrintWriter out) {
            StoredModels models = models(store);
            Models.Held inForce = models.inForce();
            Models.Held shown = id == null ? inForce : known(store, id);
            ModelWords.print(shown, out);
            out.println(shown.id().equals(inForce.id()) ? "It is in force." : "It is not in force.");
            models.kept().stream()
                    .filter(one -> !one.equals(shown.id()))
                    .forEach(one -> out.println("Kept too: " + one));
            ModelWords.print(models.drift(shown, Duration.ofDays(days)), days, out);
            new DriftWatch(store.engine(), Clock.systemUTC()).last().ifPresent(seen -> ModelWords.print(seen, out));
            return List.of();
        }
    }
}
