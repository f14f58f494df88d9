package clew.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record's reference and a reason, as typed into a form.
 *
 * @param reference as typed
 * @param reason as typed
 */
record Typed(String reference, String reason) {

    static final Typed EMPTY = new Typed("", "");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_LINE = 200;

    /** The record that is referred to, if this is a reference at all; whether there is such a record is another question. */
    Optional<UUID> record() {
        try {
            return Optional.of(UUID.fromString(reference.strip()))
                    .filter(id -> id.toString().equalsIgnoreCase(reference.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (record().isEmpty()) {
            mistakes.add(new Mistake(
                    "reference",
                    reference.isBlank()
                            ? "Enter the reference of the record"
                            : "Reference must be like 1f0e6a52-93c4-4d7b-8a21-5b6c7d8e9f01"));
        }
        reason("reason", reason).ifPresent(mistakes::add);
        return mistakes;
    }

    /**
     * What is wrong with a typed reason.
     *
     * @param field the id of the box it was typed into
     */
    static Optional<Mistake> reason(String field, String reason) {
        if (reason.isBlank()) {
            return Optional.of(new Mistake(field, "Enter a reason"));
        }
        if (reason.strip().length() < SHORTEST) {
            return Optional.of(new Mistake(field, "Reason must say more: at least " + SHORTEST + " letters"));
        }
        return reason.length() > LONGEST
                ? Optional.of(new Mistake(field, "Reason must be 2,000 letters or fewer"))
                : Optional.empty();
    }

    /** What is wrong with a line of 3 to 200 letters. */
    static Optional<Mistake> line(Map<String, String> typed, String field, String words) {
        int length = text(typed, field).length();
        return length < 3 || length > LONGEST_LINE
                ? Optional.of(new Mistake(field, words + ", in 3 to " + LONGEST_LINE + " letters"))
                : Optional.empty();
    }

    /** What is wrong with a number of days. */
    static Optional<Mistake> days(Map<String, String> typed, String field, int most) {
        String text = text(typed, field);
        return !text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most
                ? Optional.of(new Mistake(field, "Enter a number of days, 1 to " + most))
                : Optional.empty();
    }

    /** What stands in a box. */
    static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
