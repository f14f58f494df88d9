package clew.app.review;

/** What somebody can say about two records. */
public enum Answer {
    SAME("The same person"),
    NOT_SAME("Not the same person"),
    UNSURE("Unsure: ask again later"),
    ASK("Ask the agency");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    /** As a page says it. */
    public String words() {
        return words;
    }
}
