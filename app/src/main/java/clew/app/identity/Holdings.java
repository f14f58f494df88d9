package clew.app.identity;

import clew.app.store.Rights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a viewer may see: the figures of the first page.
 *
 * <p>Reads as {@code clew_app} with the rights given: what the viewer may not see is not counted.
 */
public interface Holdings {

    /**
     * The figures now.
     *
     * @param rights of who is looking
     */
    Held read(Rights rights);

    /**
     * The figures.
     *
     * @param persons visible persons
     * @param records visible records of every shape
     * @param agencies one entry for each agency with visible records, by name
     */
    record Held(long persons, long records, List<FromAgency> agencies) {

        public Held {
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * What one agency has sent.
     *
     * @param agency its name
     * @param records visible records
     * @param lastReceived when the latest of them was received; null when none was
     */
    record FromAgency(String agency, long records, @Nullable Instant lastReceived) {}
}
