package clew.app.intake;

/** Told after each chunk, once it is durable. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (rows, portion) -> {};

    /**
     * @param rows durable so far, from the start of the file
     * @param portion of the file read, from 0 to 1
     */
    void at(long rows, double portion);
}
