package clew.core.simulate;

import clew.core.simulate.Group.Meeting;
import clew.core.simulate.Group.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * What agencies come to know of a group's meetings: pieces, each with one agency. Nearly half of the meetings come to notice once, some never, some two or three times.
 */
final class Traces {

    private final World world;

    Traces(World world) {
        this.world = world;
    }

    List<Trace> of(Group group) {
        List<Trace> traces = new ArrayList<>();
        for (Meeting meeting : group.meetings()) {
            Draw draw = Draw.of(world.settings().seed(), "traces", group.number(), meeting.number());
            int notices = draw.weighted(15, 45, 28, 12);
            for (int i = 0; i < notices; i++) {
                for (Event event : new Notice(world, group, meeting, draw).events()) {
                    traces.add(new Trace(group, meeting, event));
                }
            }
        }
        return traces;
    }
}
