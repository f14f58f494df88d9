package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_program_that_is_stopped_leaves_no_half_written_file() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutputFolderTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reader = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).isEqualTo("begun");
            assertThat(folder).isNotEmptyDirectory();
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** The program: begins a file and waits to be stopped. */
    public static void main(String[] arguments) throws IOException {
        try (OutputFolder out = new OutputFolder(Path.of(arguments[0]))) {
            out.write("half.txt", stream -> {
                stream.write('1');
                stream.flush();
                System.out.println("begun");
                pause();
            });
        }
    }

    private static void pause() {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_folder_that_can_be_made_has_no_obstacle() throws IOException {
        assertThat(OutputFolder.obstacle(folder.resolve("a/b"))).isEmpty();
        Path file = Files.writeString(folder.resolve("f"), "");
        assertThat(OutputFolder.obstacle(file.resolve("x")).orElse(""))
                .isEqualTo("expected a folder for the results, found a file, in " + file.toAbsolutePath());
    }
}
