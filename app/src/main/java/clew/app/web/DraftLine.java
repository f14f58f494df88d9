package clew.app.web;

import clew.app.desk.Draft;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A draft, in words.
 *
 * @param id of the draft
 * @param late did it come after its session had ended?
 * @param address where it is sent
 * @param kept when it was kept, in words
 * @param until when it is thrown away, in words
 * @param boxes what was typed, to be shown
 * @param hidden what the form carries with it and nobody typed
 */
record DraftLine(
        String id, boolean late, String address, String kept, String until, List<Box> boxes, List<Draft.Field> hidden) {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int SHORT = 60;

    static DraftLine of(Draft draft) {
        List<Draft.Field> typed =
                draft.fields().stream().filter(DraftLine::isTyped).toList();
        return new DraftLine(
                draft.id().toString(),
                draft.late(),
                draft.address(),
                Words.moment(draft.savedAt()),
                Words.moment(draft.savedAt().plus(clew.app.desk.Drafts.KEPT)),
                IntStream.range(0, typed.size())
                        .mapToObj(number -> Box.of(typed.get(number), number))
                        .toList(),
                draft.fields().stream().filter(field -> !isTyped(field)).toList());
    }

    /** The beginning of what was typed, to tell drafts apart. */
    public String summary() {
        return boxes.isEmpty() ? "Nothing typed" : shortened(boxes.getFirst().value());
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + " ...";
    }

    private static boolean isTyped(Draft.Field field) {
        return !field.value().isBlank()
                && !field.value().matches(ID)
                && !field.name().startsWith("_");
    }

    /**
     * One box.
     *
     * @param id on the page
     * @param name of the field
     * @param title shown
     * @param value typed
     * @param rows of the box
     */
    record Box(String id, String name, String title, String value, int rows) {

        static Box of(Draft.Field field, int number) {
            String name = field.name();
            return new Box(
                    "typed-" + number,
                    name,
                    DraftsPage.TITLES.getOrDefault(
                            name, Words.capital(name.replace('-', ' ').replace('_', ' '))),
                    field.value(),
                    Math.min(
                            12,
                            1
                                    + field.value().length() / SHORT
                                    + (int) field.value().lines().skip(1).count()));
        }
    }
}
