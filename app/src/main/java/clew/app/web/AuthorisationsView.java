package clew.app.web;

import clew.app.access.Authorisations;
import clew.app.access.Authorisations.Recipient;
import clew.app.access.Proposals;
import clew.app.access.Proposals.Proposal;
import clew.app.access.Purpose;
import clew.app.access.Restrictions;
import clew.app.access.Viewer;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an agency authorises, as its page tells of it. */
@Component
class AuthorisationsView {

    static final Map<String, String> HANDLINGS = Map.of(
            "content", "all of it", "pointer", "only that you hold something, and whom to call", "hidden", "nothing");

    private final Authorisations authorisations;
    private final Proposals proposals;
    private final Restrictions restrictions;

    AuthorisationsView(Authorisations authorisations, Proposals proposals, Restrictions restrictions) {
        this.authorisations = authorisations;
        this.proposals = proposals;
        this.restrictions = restrictions;
    }

    String show(Viewer viewer, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        List<Recipient> recipients = authorisations.recipients(viewer);
        model.addAttribute(
                "waiting",
                proposals.open(viewer.rights()).stream()
                        .map(proposal -> waiting(proposal, recipients))
                        .toList());
        model.addAttribute(
                "handling",
                authorisations.handling(viewer).stream()
                        .map(one -> title(one.shape()) + ": others see " + HANDLINGS.get(one.handling()) + ", since "
                                + Words.date(one.since()) + ". " + one.by() + ": " + one.reason())
                        .toList());
        model.addAttribute("shapes", Standard.shapes());
        model.addAttribute("competent", authorisations.isCompetentAuthority(viewer));
        model.addAttribute("recipients", recipients);
        model.addAttribute(
                "releases",
                authorisations.releases(viewer).stream()
                        .map(AuthorisationsView::release)
                        .toList());
        model.addAttribute(
                "sensitive",
                authorisations.sensitive(viewer.rights()).stream()
                        .map(one ->
                                purpose(one.purpose()) + ", until " + Words.moment(one.until()) + ". " + one.reason())
                        .toList());
        model.addAttribute("purposes", sensitivePurposes());
        model.addAttribute(
                "seals",
                authorisations.seals(viewer.rights()).stream()
                        .map(one -> new SealLine(
                                one.seal(),
                                Words.capital(one.ground().replace('_', ' ')) + ", "
                                        + Words.count(one.records(), "record", "records") + ", sealed "
                                        + Words.moment(one.at()),
                                one.by() + ": " + one.reason()))
                        .toList());
        model.addAttribute(
                "restricted",
                restrictions.here(viewer).stream()
                        .map(one -> new RestrictedLine(
                                one.record(),
                                title(one.shape()) + ", restricted " + Words.moment(one.since()),
                                one.reason()))
                        .toList());
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "authorisations";
    }

    static List<Purpose> sensitivePurposes() {
        return Purpose.all().stream().filter(Purpose::sensitive).toList();
    }

    static String title(String shape) {
        return Standard.shapes().stream()
                .filter(one -> one.name().equals(shape))
                .map(Shape::title)
                .findFirst()
                .orElse(shape);
    }

    private static String purpose(String name) {
        return Purpose.named(name).map(Purpose::words).orElse(name);
    }

    private static WaitingLine waiting(Proposal proposal, List<Recipient> recipients) {
        return new WaitingLine(
                proposal.id(),
                words(proposal, recipients),
                proposal.by() + ", " + Words.moment(proposal.at()),
                proposal.reason(),
                proposal.byViewer());
    }

    private static String words(Proposal proposal, List<Recipient> recipients) {
        String days = " for " + proposal.text("days") + " days";
        return switch (proposal.kind()) {
            case HANDLING ->
                "Others see more: of " + title(proposal.text("shape")) + ", "
                        + HANDLINGS.get(proposal.text("handling"));
            case RELEASE ->
                "Release " + what(proposal.body().path("what").toString()) + " to " + to(proposal, recipients) + days
                        + ", by " + proposal.text("person") + ", " + proposal.text("post") + ". Basis: "
                        + proposal.text("basis");
            case SENSITIVE_PURPOSE ->
                "Looks for this purpose show to leads only: " + purpose(proposal.text("purpose")) + days;
            case SEAL_ENDED -> "End the seal " + proposal.text("seal");
            case AGREEMENT ->
                "Share with " + to(proposal, recipients) + ", for "
                        + (proposal.text("purpose").isEmpty()
                                ? "every purpose"
                                : "this purpose: " + purpose(proposal.text("purpose")))
                        + "," + days + ". Document: " + proposal.text("reference") + ". Basis: "
                        + proposal.text("basis");
        };
    }

    private static String to(Proposal proposal, List<Recipient> recipients) {
        return recipients.stream()
                .filter(one -> String.valueOf(one.id()).equals(proposal.text("to")))
                .map(Recipient::name)
                .findFirst()
                .orElse("every agency of the partnership");
    }

    private static String what(String kinds) {
        boolean graded = kinds.contains("part_3_intelligence");
        boolean other = kinds.contains("\"part_3\"");
        return graded && other
                ? "law-enforcement records and graded intelligence"
                : graded ? "graded intelligence" : "law-enforcement records";
    }

    private static ReleaseLine release(Authorisations.Release one) {
        return new ReleaseLine(
                one.number(),
                Words.capital(what(one.what().stream()
                                .map(kind -> "\"" + kind + "\"")
                                .toList()
                                .toString())) + " to "
                        + (one.to() == null ? "every agency of the partnership" : one.to()) + ", until "
                        + date(one.until()),
                one.person() + ", " + one.post() + ". Basis: " + one.basis());
    }

    private static String date(LocalDate day) {
        return Words.date(day);
    }

    /** What waits for a second person. */
    record WaitingLine(UUID id, String words, String by, String reason, boolean byViewer) {}

    /** A release in force. */
    record ReleaseLine(int number, String words, String by) {}

    /** A seal in force. */
    record SealLine(UUID id, String words, String by) {}

    /** A record that shows to nobody without a grant. */
    record RestrictedLine(UUID id, String words, String reason) {}
}
