package clew.app.cli;

import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
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

    /** Opens the store, without the web application; the caller closes it. */
    Store open() {
        return Store.open(settings());
    }

    @Nullable
    Path directory() {
        return directory;
    }
}
