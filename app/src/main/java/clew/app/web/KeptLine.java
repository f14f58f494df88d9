package clew.app.web;

import clew.app.access.Audience;
import clew.app.access.Viewer;
import java.util.UUID;

/**
 * Who may see one record, in words.
 *
 * @param by which right the viewer sees it
 */
record KeptLine(UUID record, String agency, String ownPeople, String others, String by) {

    static KeptLine of(Audience.Kept kept, Viewer viewer) {
        boolean restricted = kept.base().equals("subject");
        String team = kept.base().startsWith("team:") ? "members of one of its teams" : "";
        return new KeptLine(
                kept.record(),
                kept.agency(),
                restricted ? "nobody who was not let in" : team.isEmpty() ? "those whose role reads records" : team,
                restricted || !team.isEmpty() ? "nobody who was not let in" : others(kept),
                by(kept, viewer));
    }

    private static String others(Audience.Kept kept) {
        String whose = kept.base().startsWith("part_3")
                ? "of law enforcement, and where a named authority allows it"
                : "of the partnership that work in its areas";
        return switch (kept.handling()) {
            case "content" -> "all of it: agencies " + whose + ", where an agreement to share covers their purpose";
            case "pointer" -> "only that this agency holds something, and whom to call: agencies " + whose;
            default -> "nothing, not even that it exists";
        };
    }

    private static String by(Audience.Kept kept, Viewer viewer) {
        if (viewer.grants().containsKey(kept.record())) {
            return viewer.grants().get(kept.record()).startsWith("challenged")
                    ? "opened by yourself"
                    : "you asked, and it was given";
        }
        return kept.own() ? "your own agency holds it" : "it is shared with your area or team";
    }
}
