package clew.app.intake.source;

/** What stood on one line of a file (or on several, where a quoted field holds line ends): a row, or something that is none. */
public sealed interface Line permits Row, BrokenRow {

    /** Line in the file where it starts, from 1; in a sheet the row's number. */
    long line();

    /** The row as received, as a JSON object of the sender's columns and values; this is what is kept. */
    String body();
}
