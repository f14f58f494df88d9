package clew.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What Clew keeps on disk: {@code postgres} (the cluster), {@code server} (the unpacked programs), {@code secrets.properties}
 * (readable by its owner only) and the lock files. The directory itself is open to its owner only.
 */
record DataDirectory(Path root) {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    static DataDirectory make(Path root) {
        try {
            Files.createDirectories(root, ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new StoreFailure(
                    "expected a directory that can be written, found " + root + ": " + e.getMessage(), e);
        }
        return new DataDirectory(root);
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path serverLog() {
        return root.resolve("postgres.log");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** Locked while the server is started or stopped, so that two programs never do it at once; closing it lets go. */
    FileChannel lockForStarting() {
        FileChannel channel = open("start.lock");
        try {
            FileLock lock = channel.lock();
            assert lock.isValid();
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A channel on the file that every user of the server holds a shared lock on; the system lets go of it when a user dies. */
    FileChannel users() {
        return open("users.lock");
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private FileChannel open(String name) {
        try {
            return FileChannel.open(
                    root.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
