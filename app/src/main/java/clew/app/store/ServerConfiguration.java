package clew.app.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of the embedded server, written anew before each start. Durable first: what is committed survives a kill.
 * What the server logs holds no values of rows, because rows are about people.
 */
final class ServerConfiguration {

    private static final String NAME = "clew.conf";
    private static final long MEGABYTE = 1 << 20;

    private ServerConfiguration() {}

    static void write(Path cluster, int port) {
        try {
            Files.writeString(cluster.resolve(NAME), settings(port, memoryInMegabytes()));
            Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Path main = cluster.resolve("postgresql.conf");
            String include = "include '" + NAME + "'";
            String text = Files.readString(main);
            if (!text.contains(include)) {
                Files.writeString(main, text + "\n" + include + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(int port, long memory) {
        return """
                # Written by Clew before each start: changes here are lost. Use postgresql.auto.conf (ALTER SYSTEM).
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 120

                fsync = on
                full_page_writes = on
                synchronous_commit = on

                shared_buffers = '%dMB'
                effective_cache_size = '%dMB'
                work_mem = '16MB'
                maintenance_work_mem = '256MB'
                max_wal_size = '4GB'
                min_wal_size = '256MB'
                wal_compression = off
                checkpoint_completion_target = 0.9
                random_page_cost = 1.1
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = warning
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(port, Math.clamp(memory / 8, 128, 4096), memory / 3);
    }

    private static long memoryInMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / MEGABYTE
                : 4096;
    }
}
