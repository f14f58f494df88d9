package clew.app.child;

import clew.core.standard.Code;
import clew.core.standard.Common;
import clew.core.standard.InvolvementShape;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the Data Protection Act 2018, section 38, wants kept apart in data of law enforcement: facts from assessments, and suspects from the convicted, victims and
 * witnesses. Told for records under Part 3, and for others where their agency says it.
 */
final class Labels {

    private Labels() {}

    /**
     * The labels of one line of a chronology.
     *
     * @param involvement of the person in it, or the item itself
     * @param event what is told
     */
    static List<String> of(StandardRecord involvement, StandardRecord event) {
        List<String> labels = new ArrayList<>();
        boolean part3 = event.is(Common.REGIME, "part_3");
        Code said = event.get(Common.FACT_OR_OPINION);
        if (said != null || part3) {
            labels.add("Fact or opinion: " + (said == null ? "not said by the sender" : said.label()));
        }
        Code role = involvement.shape() == InvolvementShape.SHAPE ? involvement.get(InvolvementShape.ROLE) : null;
        if (role != null && part3) {
            labels.add("Category (Data Protection Act 2018, section 38): " + category(role));
        }
        return labels;
    }

    private static String category(Code role) {
        String category = role.detail("category");
        return category.isEmpty() ? "none recorded" : category.toLowerCase(Locale.ROOT);
    }
}
