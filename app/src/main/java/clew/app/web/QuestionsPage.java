package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.ledger.Look;
import clew.app.review.Decided;
import clew.app.review.Outcome;
import clew.app.review.Questions;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions between agencies about who a record is of, and the answers. */
@Controller
class QuestionsPage {

    private final Questions questions;

    QuestionsPage(Questions questions) {
        this.questions = questions;
    }

    @EntryPoint(value = Action.DECIDE, note = "questions about who is who")
    @GetMapping("/questions")
    String show(Rights rights, Look look, Model model) {
        return page(rights, look, model, List.of());
    }

    @EntryPoint(value = Action.DECIDE, note = "question about who is who answered")
    @PostMapping("/questions/{question}")
    String answer(
            @PathVariable UUID question,
            @RequestParam(defaultValue = "") String answer,
            Rights rights,
            Look look,
            Model model) {
        String field = "answer-" + question;
        Optional<Mistake> mistake = Typed.reason(field, answer);
        if (mistake.isPresent()) {
            return page(
                    rights,
                    look,
                    model,
                    List.of(new Mistake(
                            field,
                            mistake.get().words().replace("Reason", "Answer").replace("a reason", "your answer"))));
        }
        return switch (questions.answer(rights, question, answer)) {
            case Outcome.Wrong wrong -> page(rights, look, model, List.of(new Mistake("content", wrong.words())));
            case Outcome.Done done -> said(question, done.id(), look);
            case Outcome.Waits waits -> said(question, waits.id(), look);
        };
    }

    private static String said(UUID question, UUID answer, Look look) {
        look.at(List.of(question, answer));
        return "redirect:/questions";
    }

    private String page(Rights rights, Look look, Model model, List<Mistake> mistakes) {
        List<Decided> waiting = questions.toAnswer(rights);
        List<Questions.Question> asked = questions.asked(rights);
        waiting.forEach(question -> look.at(question.records()));
        asked.forEach(question -> look.at(question.asked().records()));
        model.addAttribute("waiting", waiting.stream().map(QuestionLine::of).toList());
        model.addAttribute(
                "asked",
                asked.stream()
                        .map(question -> QuestionLine.of(question.asked(), question.answer()))
                        .toList());
        Forms.show(model, mistakes);
        return "questions";
    }

    /** A question in words. */
    record QuestionLine(UUID id, UUID record, String text, String by, String answer) {

        static QuestionLine of(Decided asked) {
            return of(asked, null);
        }

        static QuestionLine of(Decided asked, @org.jspecify.annotations.Nullable Decided answer) {
            return new QuestionLine(
                    asked.id(),
                    asked.records().get(0),
                    asked.reason(),
                    asked.by() + ", " + asked.agency() + ", " + Words.moment(asked.at()),
                    answer == null
                            ? ""
                            : answer.reason() + " (" + answer.by() + ", " + answer.agency() + ", "
                                    + Words.moment(answer.at()) + ")");
        }
    }
}
