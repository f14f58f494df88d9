package clew.app.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with a heap of 32 MB reads a file of 60 MB: memory does not grow with the file. */
class StreamingTest {

    @TempDir
    Path folder;

    @Test
    void aFileLargerThanTheHeapIsRead() throws Exception {
        Path file = folder.resolve("large.csv");
        write(file, 60_000, "x".repeat(1_000));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("60000 rows");
    }

    private static void write(Path file, int rows, String filling) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("ID,TEXT\n");
            for (int i = 0; i < rows; i++) out.write(i + "," + filling + "\n");
        }
    }

    /** The program. */
    static final class Reader {

        public static void main(String[] arguments) throws IOException {
            long count = 0;
            try (Rows rows = SourceFile.check(Path.of(arguments[0]), Format.ORDINARY, Limits.ORDINARY)
                    .open()) {
                while (rows.next() != null) count++;
            }
            System.out.println(count + " rows");
        }
    }
}
