package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import clew.app.ledger.Anchors;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.ledger.Sealer;
import clew.app.ledger.Verdict;
import clew.app.ledger.Verifier;
import clew.app.store.Store;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clew ledger}: about the record of every look and every change. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "The record of every look and every change.",
        subcommands = {LedgerCommand.Verify.class, LedgerCommand.Head.class})
public final class LedgerCommand extends NeedsSubcommand {

    public LedgerCommand() {
        super("verify, anchor");
    }

    /** {@code clew ledger verify}: exit code 0 when it is whole, 4 when it is not. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Computes the chain of the whole ledger anew and names the first row that is not as it was sealed.")
    @OpensStore(Action.VERIFY_LEDGER)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private final StoreOptions options = new StoreOptions();

        @Option(
                names = "--anchors",
                paramLabel = "FILE",
                description = "Anchors that were kept elsewhere, such as lines from e-mails, to be compared as well.")
        private List<Path> kept = List.of();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            for (Path file : kept) {
                if (!Files.isReadable(file)) {
                    throw new CommandLine.ParameterException(
                            Objects.requireNonNull(spec).commandLine(), "expected a file of anchors, found " + file);
                }
            }
            try (Store store = options.open(this)) {
                Anchors anchors = Anchors.of(store.settings(), System.getenv()).and(kept);
                new Sealer(store.engine(), anchors).sweep();
                Ledger.of(store.app(), store.secrets())
                        .enter(Entry.bySystem("verify_ledger", "audit", List.of(), "command"));
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
                    out.println("Rows before it are as they were sealed. Keep the database as it is, and tell the"
                            + " information-governance lead.");
                    yield 4;
                }
            };
        }
    }

    /** {@code clew ledger anchor}: prints the head of the chain, to be kept where no administrator of the database can change it. */
    @Command(
            name = "anchor",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the head of the chain as one line, to be sent or written elsewhere; 'verify --anchors' compares it.")
    @OpensStore(Action.VERIFY_LEDGER)
    static final class Head implements Callable<Integer> {

        @Mixin
        private final StoreOptions options = new StoreOptions();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            try (Store store = options.open(this)) {
                Sealer sealer = new Sealer(store.engine(), Anchors.of(store.settings(), System.getenv()));
                sealer.sweep();
                sealer.anchor();
                out.println(sealer.lastAnchor().orElse("The ledger is empty: there is nothing to anchor."));
                out.flush();
                return 0;
            }
        }
    }
}
