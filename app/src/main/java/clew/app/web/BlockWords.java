package clew.app.web;

import clew.app.groups.Block;
import clew.app.groups.Block.Kind;
import clew.app.groups.Block.State;
import clew.app.groups.Block.Step;
import clew.app.groups.Blocks;
import clew.app.groups.Found;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;

/** Entries of the block list in words: since when, by whom, until when, why, and what that takes away. */
final class BlockWords {
    private BlockWords() {}

    /**
     * An entry in a list.
     *
     * @param name of the thing
     * @param thing address of its page
     * @param standing how it stands, in a few words
     * @param words since when, by whom, until when, and why
     * @param isRunning whether it makes no tie, or may soon
     */
    record Entry(
            UUID id,
            String name,
            String kind,
            String thing,
            String standing,
            String words,
            boolean isDue,
            boolean isRunning) {
        static Entry of(Block block, Map<UUID, Told> told) {
            UUID record = block.records().getFirst();
            Told known = told.get(record);
            return new Entry(
                    block.id(),
                    BlockWords.name(block, told),
                    known == null ? "" : ThingPage.shape(known.shape()),
                    "/things/" + record,
                    BlockWords.standing(block),
                    BlockWords.words(block),
                    block.isDue(),
                    block.state().isRunning());
        }
    }

    /** Of each entry its first record, to be told what it is called. */
    static List<UUID> records(Collection<Block> blocks) {
        return blocks.stream().map(block -> block.records().getFirst()).toList();
    }

    static String name(Block block, Map<UUID, Told> told) {
        Told known = told.get(block.records().getFirst());
        return known == null || known.words().isBlank() ? "Not named" : known.words();
    }

    /** What running entries take from a line or a pattern, for the top of its page. */
    static void show(Blocks blocks, Subjects subjects, Rights rights, Found found, Model model) {
        show(blocks, subjects, rights, found.records(), found.evidence(), model);
    }

    /** The same of anything that rests on evidence. */
    static void show(
            Blocks blocks,
            Subjects subjects,
            Rights rights,
            Collection<UUID> members,
            Collection<UUID> evidence,
            Model model) {
        List<Blocks.Touch> touching = blocks.touching(rights, members, evidence);
        Map<UUID, Told> told = subjects.of(
                rights, records(touching.stream().map(Blocks.Touch::block).toList()));
        model.addAttribute(
                "blocks", touching.stream().map(touch -> touched(touch, told)).toList());
    }

    /** A running entry, on the page of what it touches. */
    record Touched(UUID id, String name, String words) {}

    private static Touched touched(Blocks.Touch touch, Map<UUID, Told> told) {
        Block block = touch.block();
        String where = touch.occasions() == 0
                ? ""
                : " It is recorded with what is shown here on "
                        + Words.count(touch.occasions(), "occasion", "occasions")
                        + (block.state() == State.ASKED
                                ? "; once another person confirms it, it ties nobody there."
                                : "; it ties nobody there.");
        return new Touched(block.id(), name(block, told), words(block) + where);
    }

    static String standing(Block block) {
        LocalDate review = block.review();
        return switch (block.state()) {
            case ASKED -> "Asked for, not confirmed yet";
            case IN_FORCE ->
                (block.isDue() ? "On the list; review due on " : "On the list until its review on ") + day(review);
            case REFUSED -> "Refused";
            case LAPSED -> "Nobody confirmed it in time";
            case ENDED -> "Ended on " + day(review) + ", since nobody renewed it";
            case LIFTED -> "Lifted";
        };
    }

    /** Since when, by whom, until when, and why. */
    static String words(Block block) {
        Step asked = block.asked();
        String because = ", because: " + sentence(asked.reason());
        return switch (block.state()) {
            case ASKED ->
                asked.by() + " asked on " + Words.date(asked.at()) + " that it be put on the block list until "
                        + day(asked.until()) + because + " It changes nothing before another person confirms it.";
            case IN_FORCE ->
                "On the block list since " + day(block.since()) + " by " + asked.by() + ", confirmed by "
                        + block.confirmed().map(Step::by).orElse("nobody") + ", until its review on "
                        + day(block.review()) + because + renewal(block);
            case ENDED ->
                "It was on the block list from " + day(block.since()) + " until " + day(block.review()) + because;
            case LIFTED, REFUSED, LAPSED ->
                asked.by() + " asked on " + Words.date(asked.at()) + " that it be put on the block list" + because;
        };
    }

    private static String renewal(Block block) {
        Step pending = block.pending();
        return pending == null
                ? ""
                : " " + pending.by() + " asked on " + Words.date(pending.at()) + " that it stay until "
                        + day(pending.until()) + ", because: " + sentence(pending.reason());
    }

    /** What was done, in the order in which it was done. */
    static List<String> history(Block block) {
        return block.steps().stream().map(BlockWords::step).toList();
    }

    private static String step(Step step) {
        LocalDate until = step.until();
        return Words.moment(step.at()) + ", " + step.by() + " (" + step.agency() + ") "
                + (step.kind() == Kind.ASKED
                        ? "asked for it until " + day(until)
                        : step.kind().name().toLowerCase(java.util.Locale.ROOT)
                                + (step.kind() == Kind.LIFTED ? " it" : ""))
                + ": " + sentence(step.reason());
    }

    /** With an end. */
    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "a day not known" : Words.date(day);
    }
}
