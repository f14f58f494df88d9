package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everything about the trail is found: looks, corrections, cases, retention. Shows only what the viewer's roles may open. */
@Controller
class RecordKeepingPage {

    private static final List<Panel> PANELS = List.of(
            new Panel(
                    Action.HOME,
                    "/my-looks",
                    "My looks",
                    "Everything you looked at, searched for and changed, as the ledger has it."),
            new Panel(
                    Action.EXPORT,
                    "/shares",
                    "What was taken out",
                    "Each list that you, or for the information-governance lead your agency, took out of Clew, and who got it."),
            new Panel(
                    Action.REQUEST_ACCESS,
                    "/victim-requests",
                    "Requests for information about victims",
                    "Those that you made, or that your agency made or got, and their answers."),
            new Panel(
                    Action.HOME,
                    "/notices",
                    "My notices",
                    "Decisions that were taken back after you looked at what they joined, or decided on it."),
            new Panel(
                    Action.CORRECT,
                    "/proposals",
                    "Proposals to put records right",
                    "What other agencies propose for your records, and the answers to what yours proposed."),
            new Panel(
                    Action.RECTIFY,
                    "/rectifications",
                    "Rectification cases",
                    "Requests of people to have put right what is recorded about them, with their clocks."),
            new Panel(
                    Action.REVIEW_CHALLENGES,
                    "/looks-to-review",
                    "Looks to review",
                    "Looks that a rule found without an apparent cause. A person decides."),
            new Panel(
                    Action.AUTHORISE,
                    "/authorisations",
                    "What your agency authorises",
                    "How each type of record shows to others, releases of law-enforcement data, sensitive purposes and sealed identities."),
            new Panel(
                    Action.AUTHORISE,
                    "/agreements",
                    "Agreements to share",
                    "With whom your agency shares, for what and until when, and who shares with it."),
            new Panel(
                    Action.READ_SENSITIVE_LOOKS,
                    "/agency-looks",
                    "Looks of your agency",
                    "What the people of your agency looked at and did."),
            new Panel(
                    Action.DISPOSE,
                    "/retention",
                    "Retention and disposal",
                    "How long each type of record is kept, and what two people may dispose of."),
            new Panel(Action.HOLD, "/holds", "Legal holds", "What must be kept whatever the schedule says."));

    @EntryPoint(value = Action.HOME, note = "record keeping")
    @GetMapping("/record-keeping")
    String show(Viewer viewer, Model model) {
        model.addAttribute(
                "panels",
                PANELS.stream().filter(panel -> viewer.may(panel.action())).toList());
        return "record-keeping";
    }

    /** A page, and who may open it. */
    record Panel(Action action, String address, String title, String words) {}
}
