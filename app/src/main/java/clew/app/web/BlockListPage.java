package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Block;
import clew.app.groups.Block.State;
import clew.app.groups.BlockDecisions;
import clew.app.groups.Blocks;
import clew.app.groups.Outcome;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The block list: what makes no tie for a time, by whom, until when and why, and what that silences; answered, renewed and lifted with a reason. */
@Controller
class BlockListPage {
    private final Blocks blocks;
    private final BlockDecisions decisions;
    private final Subjects subjects;
    private final BlockReach reach;

    BlockListPage(Blocks blocks, BlockDecisions decisions, Subjects subjects, BlockReach reach) {
        this.blocks = blocks;
        this.decisions = decisions;
        this.subjects = subjects;
        this.reach = reach;
    }

    @EntryPoint(value = Action.LINES, note = "block list")
    @GetMapping("/block-list")
    String all(Rights rights, Look look, Model model) {
        List<Block> all = blocks.all(rights);
        all.forEach(block -> look.at(block.records()));
        Map<UUID, Told> told = subjects.of(rights, BlockWords.records(all));
        model.addAttribute("asked", entries(all, told, block -> block.pending() != null));
        model.addAttribute("force", entries(all, told, block -> block.state() == State.IN_FORCE));
        model.addAttribute("over", entries(all, told, block -> !block.state().isRunning()));
        return "block-list";
    }

    private static List<BlockWords.Entry> entries(List<Block> all, Map<UUID, Told> told, Predicate<Block> which) {
        return all.stream()
                .filter(which)
                .map(block -> BlockWords.Entry.of(block, told))
                .toList();
    }

    @EntryPoint(value = Action.LINES, note = "one entry of the block list")
    @GetMapping("/block-list/{id}")
    String one(@PathVariable UUID id, Viewer viewer, Rights rights, Look look, Model model) {
        return show(id, viewer, rights, look, model, Map.of(), List.of());
    }

    @EntryPoint(value = Action.BLOCK, note = "entry of the block list confirmed or refused")
    @PostMapping("/block-list/{id}/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        String answer = Typed.text(typed, "answer");
        if (!answer.equals("confirm") && !answer.equals("refuse")) {
            Mistake mistake = new Mistake("answer", "Choose what you answer");
            return show(id, viewer, rights, look, model, typed, List.of(mistake));
        }
        Outcome outcome = decisions.answer(rights, id, answer.equals("confirm"), Typed.text(typed, "answer-reason"));
        return after(outcome, "answer", id, typed, viewer, rights, look, model);
    }

    @EntryPoint(value = Action.BLOCK, note = "renewal of an entry of the block list asked for")
    @PostMapping("/block-list/{id}/renewal")
    String renew(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Outcome outcome = decisions.renew(rights, id, Typed.text(typed, "renew-reason"), BlockAskPage.until(typed));
        return after(outcome, "renew", id, typed, viewer, rights, look, model);
    }

    @EntryPoint(value = Action.BLOCK, note = "entry of the block list lifted")
    @PostMapping("/block-list/{id}/lift")
    String lift(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Outcome outcome = decisions.lift(rights, id, Typed.text(typed, "lift-reason"));
        return after(outcome, "lift", id, typed, viewer, rights, look, model);
    }

    private String after(
            Outcome outcome,
            String form,
            UUID id,
            Map<String, String> typed,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        if (outcome instanceof Outcome.Wrong wrong) {
            Mistake mistake = wrong.field().equals("reason")
                    ? new Mistake(form + "-reason", wrong.words())
                    : EnteredVerdict.mistake(wrong);
            return show(id, viewer, rights, look, model, typed, List.of(mistake));
        }
        look.at(id);
        return "redirect:/block-list/" + id;
    }

    private String show(
            UUID id,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model,
            Map<String, String> typed,
            List<Mistake> mistakes) {
        Block block = blocks.of(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(id);
        reach.show(block.records().getFirst(), rights, look, model);
        boolean may = viewer.may(Action.BLOCK);
        Optional<Block.Step> pending = Optional.ofNullable(block.pending());
        boolean own = pending.filter(Block.Step::byViewer).isPresent();
        model.addAttribute("id", id);
        model.addAttribute("standing", BlockWords.standing(block));
        model.addAttribute("words", BlockWords.words(block));
        model.addAttribute("history", BlockWords.history(block));
        model.addAttribute("running", block.state().isRunning());
        model.addAttribute("inForce", block.state() == State.IN_FORCE);
        model.addAttribute(
                "mayAnswer", may && pending.filter(step -> !step.byViewer()).isPresent());
        model.addAttribute("own", own);
        model.addAttribute("mayRenew", may && block.state() == State.IN_FORCE && pending.isEmpty());
        model.addAttribute("mayLift", may && (block.state() == State.IN_FORCE || own));
        model.addAttribute("furthest", Words.date(decisions.furthest()));
        model.addAttribute("typed", new HashMap<>(typed));
        Forms.show(model, mistakes);
        return "block";
    }
}
