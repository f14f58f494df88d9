package clew.core.simulate;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a simulation writes. */
final class MemoryOutput implements SimulationOutput {

    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    static MemoryOutput of(RegionSettings settings) throws Exception {
        MemoryOutput output = new MemoryOutput();
        Simulation.run(settings, output, SimulationProgress.NONE);
        return output;
    }

    @Override
    public OutputStream open(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (files.put(name, bytes) != null) {
            throw new IllegalStateException("expected each name once, found twice " + name);
        }
        return bytes;
    }

    Map<String, ByteArrayOutputStream> files() {
        return files;
    }

    String text(String name) {
        return text(name, StandardCharsets.UTF_8);
    }

    String text(String name, Charset charset) {
        return files.get(name).toString(charset);
    }

    boolean sameAs(MemoryOutput other) {
        return files.keySet().equals(other.files.keySet())
                && files.keySet().stream()
                        .allMatch(name -> java.util.Arrays.equals(
                                files.get(name).toByteArray(),
                                other.files.get(name).toByteArray()));
    }
}
