package clew.app.cli;

import clew.app.identity.Picture;
import clew.app.identity.PictureBuild;
import clew.app.identity.PictureBuild.Built;
import clew.app.intake.Intake;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
import clew.app.store.StoreFailure;
import clew.core.linkage.Phase;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One build of the Picture from the command line, with its row in the ledger. */
final class PictureRun {
    private static final String PURPOSE = "safeguarding children";
    private static final int FAILED = 4;

    private PictureRun() {}

    /** The exit code: 0, or 4 when the old Picture stays. */
    static int of(String action, Callable<?> command, StoreOptions options, PrintWriter out) {
        try (Store store = options.open(command)) {
            return run(action, store, out);
        } catch (StoreFailure e) {
            out.println(e.getMessage());
            out.flush();
            return FAILED;
        }
    }

    /** Builds in an open store; the Picture in force changes only if all goes well. */
    static int run(String action, Store store, PrintWriter out) {
        Ledger ledger = Ledger.of(store.app(), store.secrets());
        Entry entry = Entry.bySystem(action, PURPOSE, List.of(), "build of the Picture");
        PictureBuild build = new PictureBuild(
                store.engine(),
                Intake.recordKey(store.secrets()),
                Clock.systemUTC(),
                Runtime.getRuntime().availableProcessors());
        try {
            Built built = build.run(phase -> print(phase, out));
            ledger.enter(entry);
            print(built, out);
            if (action.equals("rebuild")) {
                out.printf(
                        "SHA-256 of the Picture: %s%n", Picture.dump(store.engine(), OutputStream.nullOutputStream()));
            }
            out.flush();
            return 0;
        } catch (RuntimeException e) {
            ledger.enter(entry.ended(Entry.Outcome.FAILED));
            throw e;
        }
    }

    private static void print(Phase phase, PrintWriter out) {
        out.printf(
                Locale.ROOT, "%-14s %8.2f s  %,12d %s%n", phase.name(), phase.seconds(), phase.count(), phase.unit());
        out.flush();
    }

    private static void print(Built built, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d records: %,d of people, thought to be %,d persons (%,d pairs kept).%n",
                built.records(),
                built.personRecords(),
                built.persons(),
                built.links());
        if (built.missing() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d records could not be derived again from their rows under the present standard, and are left out.%n",
                    built.missing());
        }
    }
}
