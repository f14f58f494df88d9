package clew.app.web;

import clew.app.access.Action;
import clew.app.access.Authorisations;
import clew.app.access.EntryPoint;
import clew.app.access.Proposals;
import clew.app.access.Proposals.Kind;
import clew.app.access.Proposals.Proposal;
import clew.app.access.Restrictions;
import clew.app.access.Viewer;
import clew.app.identity.Seals;
import clew.app.ledger.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an agency authorises, what waits for a second person, and the ending of what was authorised. */
@Controller
class AuthorisationsPage {

    private final AuthorisationsView view;
    private final Authorisations authorisations;
    private final Proposals proposals;
    private final Seals seals;
    private final Restrictions restrictions;

    AuthorisationsPage(
            AuthorisationsView view,
            Authorisations authorisations,
            Proposals proposals,
            Seals seals,
            Restrictions restrictions) {
        this.view = view;
        this.authorisations = authorisations;
        this.proposals = proposals;
        this.seals = seals;
        this.restrictions = restrictions;
    }

    @EntryPoint(value = Action.AUTHORISE, note = "listed")
    @GetMapping("/authorisations")
    String show(Viewer viewer, Model model) {
        return view.show(viewer, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.AUTHORISE, note = "a proposal decided")
    @PostMapping("/authorisations/{proposal}")
    String decide(
            @PathVariable UUID proposal,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        boolean confirmed = decision.equals("confirm");
        List<Mistake> mistakes = Forms.mistakes(
                !confirmed && !decision.equals("refuse"),
                "confirm-" + proposal,
                "Choose whether you confirm it",
                reason.isBlank(),
                "reason-" + proposal,
                "Enter a reason");
        if (!mistakes.isEmpty()) {
            return view.show(
                    viewer, model, Map.of("reason-" + proposal, reason, "decision-" + proposal, decision), mistakes);
        }
        look.at(proposal);
        Optional<Proposal> decided = proposals.decide(viewer, proposal, confirmed, reason.strip());
        if (decided.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        decided.filter(done -> confirmed && done.kind() == Kind.SEAL_ENDED)
                .ifPresent(done ->
                        seals.end(UUID.fromString(done.text("seal")), viewer.user(), viewer.agency(), done.reason()));
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "a release ended")
    @PostMapping("/authorisations/releases/{number}/end")
    String end(@PathVariable int number, @RequestParam(defaultValue = "") String reason, Viewer viewer, Model model) {
        Optional<Mistake> mistake = Typed.reason("end-" + number, reason);
        if (mistake.isPresent()) {
            return view.show(viewer, model, Map.of("end-" + number, reason), List.of(mistake.get()));
        }
        authorisations.endRelease(viewer, number, reason.strip());
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "the end of a seal proposed")
    @PostMapping("/authorisations/seals/{seal}/end")
    String endSeal(
            @PathVariable UUID seal,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        if (authorisations.seals(viewer.rights()).stream()
                .noneMatch(one -> one.seal().equals(seal))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Mistake> mistake = Typed.reason("unseal-" + seal, reason);
        if (mistake.isPresent()) {
            return view.show(viewer, model, Map.of("unseal-" + seal, reason), List.of(mistake.get()));
        }
        look.at(seal);
        proposals.propose(viewer, Kind.SEAL_ENDED, Map.of("seal", seal), reason.strip());
        return "redirect:/authorisations";
    }

    @EntryPoint(value = Action.AUTHORISE, note = "a restriction lifted")
    @PostMapping("/authorisations/restricted/{record}/lift")
    String lift(
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Look look,
            Model model) {
        if (restrictions.here(viewer).stream().noneMatch(one -> one.record().equals(record))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Mistake> mistake = Typed.reason("lift-" + record, reason);
        if (mistake.isPresent()) {
            return view.show(viewer, model, Map.of("lift-" + record, reason), List.of(mistake.get()));
        }
        look.at(record);
        restrictions.lift(viewer, record, reason.strip());
        return "redirect:/authorisations";
    }
}
