package clew.app.cli;

import clew.app.ledger.Ledger;
import clew.app.ledger.Sealer;
import clew.app.ledger.Verdict;
import clew.app.ledger.Verifier;
import clew.app.store.Store;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clew ledger}: about the record of every look and every change. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "The record of every look and every change.",
        subcommands = LedgerCommand.Verify.class)
public final class LedgerCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "expected a subcommand: verify");
    }

    /** {@code clew ledger verify}: exit code 0 when it is whole, 4 when it is not. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Computes the chain of the whole ledger anew and names the first row that is not as it was sealed.")
    static final class Verify implements Callable<Integer> {

        @Mixin
        private final StoreOptions options = new StoreOptions();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try (Store store = options.open()) {
                var anchors = Ledger.anchors(store.settings());
                new Sealer(store.engine(), anchors).sweep();
                return say(
                        new Verifier(store.engine(), anchors).verify(),
                        Objects.requireNonNull(spec).commandLine().getOut());
            }
        }

        private static int say(Verdict verdict, PrintWriter out) {
            return switch (verdict) {
                case Verdict.Whole whole -> {
                    out.printf("The ledger is whole: %,d entries, chained without a gap.%n", whole.entries());
                    yield 0;
                }
                case Verdict.Broken broken -> {
                    out.printf(
                            "The ledger is broken at row %d%s: expected %s, found %s.%n",
                            broken.number(),
                            broken.entry() == null ? "" : " (entry " + broken.entry() + ")",
                            broken.expected(),
                            broken.found());
                    yield 4;
                }
            };
        }
    }
}
