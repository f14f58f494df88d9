package clew.app.web;

import clew.app.review.Decided;
import java.util.UUID;

/**
 * A decision about who is who, in words.
 *
 * @param title what was decided
 * @param scope for which records it holds
 * @param reason as typed
 * @param by who, of which agency, and when
 * @param standing whether it holds
 * @param address of its own page; empty for what only refers to another
 */
record DecidedLine(UUID id, String title, String scope, String reason, String by, String standing, String address) {

    static DecidedLine of(Decided decided) {
        return new DecidedLine(
                decided.id(),
                title(decided),
                scope(decided),
                decided.reason(),
                decided.by() + ", " + decided.agency() + ", " + Words.moment(decided.at()),
                standing(decided),
                decided.saysSame()
                                || decided.saysNotSame()
                                || decided.keepsOpen()
                                || decided.kind().equals("same_person_proposed")
                        ? "/decisions/" + decided.id()
                        : "");
    }

    static String title(Decided decided) {
        return switch (decided.kind()) {
            case "same_person" -> "The same person";
            case "same_person_proposed" -> "The same person, says the first of two";
            case "not_same_person" -> "Not the same person";
            case "identified" -> "An unidentified subject was identified";
            case "unsure" -> "Unsure";
            case "agency_asked" -> "The agency was asked";
            case "agency_question" -> "Question to the agency that holds the record";
            case "agency_answered" -> "Answer of the agency";
            case "decision_withdrawn" -> "A decision was taken back";
            default -> "Looked at again, and it stands";
        };
    }

    // A marker keeps records together or apart whatever a machine finds.
    private static String scope(Decided decided) {
        if (decided.saysNotSame() && !decided.one().isEmpty()) {
            return "Keeps " + Words.count(decided.one().size(), "record", "records") + " apart from "
                    + Words.count(decided.other().size(), "other record", "other records")
                    + ", whatever a machine finds";
        }
        return decided.saysSame() ? "Keeps these 2 records together, whatever a machine finds" : "";
    }

    private static String standing(Decided decided) {
        if (decided.withdrawn()) {
            return "Taken back";
        }
        if (decided.reopened()) {
            return "To be looked at again";
        }
        if (decided.answered()) {
            return "Answered";
        }
        return decided.until() == null
                ? ""
                : "Rests until " + Words.date(decided.until()) + ", or until a record changes";
    }
}
