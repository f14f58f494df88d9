package clew.core.simulate;

import java.io.IOException;
import java.io.OutputStream;

/** Where a simulated region is written: the caller decides whether a name is a file, an archive entry or bytes in memory. */
@FunctionalInterface
public interface SimulationOutput {

    /**
     * Opens a stream that the simulation closes. Several hundred are open at once in a large region.
     *
     * @param name relative, with forward slashes, such as {@code extracts/quarnmere-police/crimes.csv}
     */
    OutputStream open(String name) throws IOException;
}
