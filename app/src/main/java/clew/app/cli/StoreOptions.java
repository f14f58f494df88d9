package clew.app.cli;

import clew.app.access.OpensStore;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.ledger.LedgerUnavailable;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that opens the store; used as a {@code @Mixin}. */
final class StoreOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where Clew keeps its data: the database, passwords and keys. Default: CLEW_DATA, else data."
                            + " A PostgreSQL of your own (15 or newer) is given by CLEW_DB_URL, CLEW_DB_USER and CLEW_DB_PASSWORD.")
    private @Nullable Path directory;

    StoreSettings settings() {
        return StoreSettings.from(directory, System.getenv());
    }

    /** Opens the store for a command, without the web application, and enters that in the ledger; the caller closes it. */
    Store open(Callable<?> command) {
        return open(settings(), command);
    }

    /** The same, with settings that are no options. */
    static Store open(StoreSettings settings, Callable<?> command) {
        Entry entry = entry(command.getClass());
        Store store = Store.open(settings);
        try {
            Ledger.of(store.app(), store.secrets()).enter(entry);
            return store;
        } catch (LedgerUnavailable e) {
            store.close();
            throw e;
        }
    }

    /** The row of a command that opens the store. */
    static Entry entry(Class<?> command) {
        @Nullable OpensStore mark = command.getAnnotation(OpensStore.class);
        if (mark == null) {
            throw new IllegalStateException("expected @OpensStore on " + command.getName() + ", found none");
        }
        return Entry.bySystem(mark.value().word(), "administration", List.of(), "store opened by a command");
    }

    @Nullable
    Path directory() {
        return directory;
    }
}
