package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.groups.BlockDecisions;
import clew.app.groups.Outcome;
import clew.app.groups.Things.Thing;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.app.web.EnteredDate.Read;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asks that a vehicle, phone, account, organisation or place be put on the block list, after it was read what that would silence. */
@Controller
class BlockAskPage {
    private final BlockDecisions decisions;
    private final BlockReach reach;

    BlockAskPage(BlockDecisions decisions, BlockReach reach) {
        this.decisions = decisions;
        this.reach = reach;
    }

    @EntryPoint(value = Action.BLOCK, note = "what an entry of the block list would silence")
    @GetMapping("/things/{record}/block")
    String show(@PathVariable UUID record, Rights rights, Look look, Model model) {
        return show(record, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.BLOCK, note = "entry of the block list asked for")
    @PostMapping("/things/{record}/block")
    String ask(
            @PathVariable UUID record, @RequestParam Map<String, String> typed, Rights rights, Look look, Model model) {
        Outcome outcome = decisions.ask(rights, record, Typed.text(typed, "reason"), until(typed));
        if (outcome instanceof Outcome.Wrong wrong) {
            return show(record, rights, look, model, typed, List.of(EnteredVerdict.mistake(wrong)));
        }
        UUID id = ((Outcome.Done) outcome).id();
        look.at(record).at(id);
        return "redirect:/block-list/" + id;
    }

    /** The review date as typed; null where that is none. */
    static @Nullable LocalDate until(Map<String, String> typed) {
        EnteredDate entered = EnteredDate.of(typed.get("until-day"), typed.get("until-month"), typed.get("until-year"));
        return entered.read("until", "Review date") instanceof Read.Days days
                        && days.from().equals(days.to())
                ? days.to()
                : null;
    }

    private String show(
            UUID record, Rights rights, Look look, Model model, Map<String, String> typed, List<Mistake> mistakes) {
        Thing thing = reach.show(record, rights, look, model);
        if (!BlockDecisions.fits(thing.shape())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("furthest", Words.date(decisions.furthest()));
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "block-ask";
    }
}
