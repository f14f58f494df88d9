package clew.app.intake;

import java.util.Map;

/**
 * What an import did.
 *
 * @param importNo its number
 * @param repeated the same file had been imported before, and nothing since: nothing was changed
 * @param rows of the file
 * @param added records that were not known
 * @param changed records of which this file holds another version
 * @param unchanged records that stand as before
 * @param withdrawn records that a full extract holds no more
 * @param quarantined rows that could not enter
 * @param withdrawalsHeld absent records were not withdrawn, because a row in quarantine may be theirs
 * @param findings how many values of each shape and field were left out because they could not be read
 * @param seconds of this run
 */
public record ImportReport(
        String file,
        int importNo,
        boolean repeated,
        long rows,
        long added,
        long changed,
        long unchanged,
        long withdrawn,
        long quarantined,
        boolean withdrawalsHeld,
        Map<String, Long> findings,
        double seconds) {}
