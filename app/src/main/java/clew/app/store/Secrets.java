package clew.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords and keys of one deployment, made at random at the first start and kept in one file that only its owner can
 * read. A key asked for the first time is made then, so a later version may ask for more.
 *
 * <p>Who loses this file loses the identity of records and the encrypted search terms: it belongs in the backup.
 */
public final class Secrets {

    private static final int BYTES = 32;
    private static final Object ONE_AT_A_TIME = new Object();
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file, or begins an empty one; refuses a file that others can read. */
    static Secrets in(DataDirectory directory) {
        Path file = directory.secrets();
        return new Secrets(file, read(file));
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new HashMap<>();
        if (Files.exists(file)) {
            refuseIfOthersCanRead(file);
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        }
        return values;
    }

    /** The password of a database role: 32 random bytes in URL-safe letters. */
    String password(String role) {
        return value("password." + role);
    }

    /** A key of 256 bits for one use, such as {@code record-identity} or {@code search-terms}. */
    public byte[] key(String use) {
        return Base64.getUrlDecoder().decode(value("key." + use));
    }

    private String value(String name) {
        synchronized (ONE_AT_A_TIME) {
            String known = values.get(name);
            return known != null ? known : make(name);
        }
    }

    // Another program may have made it since we read the file: the lock and the second look keep it one value.
    private String make(String name) {
        Path lock = file.resolveSibling("secrets.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            values.putAll(read(file));
            String made = values.computeIfAbsent(name, any -> random());
            write();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void write() {
        Properties properties = new Properties();
        properties.putAll(values);
        try {
            Path next = Files.createTempFile(
                    file.toAbsolutePath().getParent(), "secrets", ".new", DataDirectory.ownerOnly("rw-------"));
            try (Writer writer = Files.newBufferedWriter(next)) {
                properties.store(
                        writer, "Passwords and keys of this deployment of Clew. Keep it, keep it secret, back it up.");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseIfOthersCanRead(Path file) {
        try {
            Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
            granted.addAll(Files.getPosixFilePermissions(file));
            granted.retainAll(OTHERS);
            if (!granted.isEmpty()) {
                throw new StoreFailure("expected " + file + " to be readable by its owner only, found " + granted
                        + ": run 'chmod 600' on it, and change what it holds if others may have read it");
            }
        } catch (UnsupportedOperationException e) {
            // No POSIX permissions here: the directory's own protection has to do.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
