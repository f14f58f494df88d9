package clew.app.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is.
 *
 * @param directory what Clew keeps on disk: the embedded server's files, passwords and keys
 * @param external the owner's login on a PostgreSQL 15 or newer of your own; null: the embedded server
 */
public record StoreSettings(Path directory, @Nullable Login external) {

    public static final Path DEFAULT_DIRECTORY = Path.of("data");

    /**
     * Reads {@code CLEW_DATA}, {@code CLEW_DB_URL}, {@code CLEW_DB_USER} and {@code CLEW_DB_PASSWORD}.
     *
     * @param directory what the command line said, which counts more; null when it said nothing
     * @param environment the environment's variables
     */
    public static StoreSettings from(@Nullable Path directory, Map<String, String> environment) {
        String data = environment.getOrDefault("CLEW_DATA", "");
        Path chosen = directory != null ? directory : data.isBlank() ? DEFAULT_DIRECTORY : Path.of(data);
        String url = environment.getOrDefault("CLEW_DB_URL", "");
        if (url.isBlank()) {
            return new StoreSettings(chosen, null);
        }
        return new StoreSettings(
                chosen,
                new Login(
                        url,
                        environment.getOrDefault("CLEW_DB_USER", ""),
                        environment.getOrDefault("CLEW_DB_PASSWORD", "")));
    }

    /** A way into a database. */
    public record Login(String url, String user, String password) {

        public Login {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new StoreFailure(
                        "expected a database address like jdbc:postgresql://host:5432/clew, found " + scheme(url));
            }
            if (user.isBlank()) {
                throw new StoreFailure("expected the database owner's name in CLEW_DB_USER, found nothing");
            }
        }

        /** The same database, for another role. */
        public Login as(String otherUser, String otherPassword) {
            return new Login(url, otherUser, otherPassword);
        }

        @Override
        public String toString() {
            return user + " at " + url.replaceFirst("\\?.*", "");
        }

        // An address may carry a password: name only its beginning.
        private static String scheme(String url) {
            int end = url.indexOf("//");
            return end < 0 ? "no '//' in it" : url.substring(0, end + 2) + "...";
        }
    }
}
