package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.RecordTable;
import clew.core.measure.Partition;
import java.io.IOException;

/** Records with their truth, read from files as a user's would be. */
interface DataSet {

    /** Its name on the scoreboard. */
    String name();

    /** Whether records of one source may be one person. */
    Mode mode();

    /** Reads the records. */
    RecordTable records() throws IOException;

    /**
     * Reads the true persons. Asked for after linking, so that truth takes no memory or time of the run.
     *
     * @param records as {@link #records()} gave them
     */
    Partition truth(RecordTable records) throws IOException;
}
