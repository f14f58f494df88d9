package clew.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million people are simulated in a heap of 512 MB. */
@Tag("nightly")
class SimulatorMemoryTest {

    private static final int MILLION = 1_000_000;

    @Test
    void a_million_people_stream_in_512_megabytes() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMemoryTest.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** What the child process runs. */
    public static void main(String[] arguments) throws IOException {
        Simulation.run(
                new RegionSettings(MILLION, 1), name -> OutputStream.nullOutputStream(), SimulationProgress.NONE);
    }
}
