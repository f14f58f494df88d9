package clew.app.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come in the class path, unpacked once into a folder named by their checksum. */
final class ServerBinaries {

    private ServerBinaries() {}

    /** Unpacks where needed and returns the folder that holds {@code bin}. */
    static Path unpackInto(Path parent) {
        URL archive = archive();
        Path folder = parent.resolve("server-" + checksum(archive));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(parent);
            Path partial = Files.createTempDirectory(parent, "server-partial");
            unpack(archive, partial);
            settle(partial, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the database server into " + folder, e);
        }
        return folder;
    }

    /** The name zonky's binaries go by: system and processor. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String chip = processor.equals("aarch64") ? "arm_64" : "x86_64";
        if (system.startsWith("mac")) {
            return "darwin-" + chip;
        }
        return (system.startsWith("windows") ? "windows-" : "linux-") + chip;
    }

    private static URL archive() {
        String name = "/postgres-" + platform() + ".txz";
        URL found = ServerBinaries.class.getResource(name);
        if (found == null) {
            throw new StoreFailure("expected the embedded database server for " + platform()
                    + ", found none in the class path: give a PostgreSQL 15 or newer by CLEW_DB_URL");
        }
        return found;
    }

    private static String checksum(URL archive) {
        try {
            if (archive.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    return Long.toHexString(file.getJarEntry(jar.getEntryName()).getCrc());
                }
            }
            return Long.toHexString(archive.openConnection().getContentLengthLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (InputStream file = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("expected entries inside the archive, found " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && !platform().startsWith("windows")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void settle(Path partial, Path folder) throws IOException {
        try {
            if (!platform().startsWith("windows")) {
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(partial); // another program was faster
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
