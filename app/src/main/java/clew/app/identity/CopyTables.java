package clew.app.identity;

/** Tables that are filled through COPY. */
interface CopyTables {

    /** Rows for a table of the Picture, columns in the order of its script. */
    CopyRows table(String name);

    /** Takes the rows in the text format of COPY; may wait until earlier ones are in. */
    void send(String command, byte[] bytes, int length);
}
