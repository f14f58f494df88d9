package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Viewer;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.review.Decided;
import clew.app.review.Histories;
import clew.app.review.Likenesses;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who else may be this person, what people decided about it, and where it can be said: a part of the page of a person. */
@Component
class IdentityPart {

    /** What only an unidentified person's record says. */
    private static final Set<String> UNIDENTIFIED = Set.of("known_as", "description", "age_from");

    private final Likenesses likenesses;
    private final Histories histories;

    IdentityPart(Likenesses likenesses, Histories histories) {
        this.likenesses = likenesses;
        this.histories = histories;
    }

    void into(Model model, Viewer viewer, Person person) {
        List<UUID> records = person.records().stream().map(Source::record).toList();
        boolean decides = viewer.may(Action.DECIDE);
        model.addAttribute("mayDecide", decides);
        model.addAttribute(
                "alike",
                likenesses.of(viewer.rights(), records).stream()
                        .map(AlikeLine::of)
                        .toList());
        model.addAttribute(
                "markers",
                histories.decided(viewer.rights(), records).stream()
                        .filter(decided -> !decided.withdrawn() && (decided.saysSame() || decided.saysNotSame()))
                        .map(DecidedLine::of)
                        .toList());
        model.addAttribute("severalRecords", records.size() > 1);
        model.addAttribute(
                "unidentified",
                records.size() == 1 && person.fields().stream().anyMatch(field -> UNIDENTIFIED.contains(field.name())));
    }

    /** Somebody else who may be this person, in words. */
    record AlikeLine(
            String name, String line, String why, String likelihood, String decided, String person, String review) {

        static AlikeLine of(Likenesses.Likeness likeness) {
            return new AlikeLine(
                    likeness.other().name(),
                    QueuePage.CaseLine.line(likeness.other()),
                    Words.capital(likeness.doubt() == null ? likeness.why().words() : likeness.doubt()),
                    Reasons.likelihood(likeness.probability()),
                    decided(likeness.decided()),
                    "/persons/" + likeness.alike(),
                    "/review/" + likeness.record() + "/" + likeness.alike());
        }

        private static String decided(@Nullable Decided decided) {
            return decided == null ? "" : DecidedLine.title(decided) + ", by " + decided.by() + ", " + decided.agency();
        }
    }
}
