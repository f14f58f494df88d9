package clew.core.readme;

import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.RecordTable.Column;
import java.util.List;

/** The second block of the README. */
final class TableExample {
    private TableExample() {}

    static LinkResult run() {
        // README
        RecordTable table = RecordTable.builder(List.of(
                        new Column("forename", Kind.GIVEN_NAME),
                        new Column("surname", Kind.FAMILY_NAME),
                        new Column("dob", Kind.DATE_OF_BIRTH)))
                .add("school", "12", "Catherine", "O'Brien", "2009-04-03")
                .add("clinic", "A7", "Katie", "OBrien", "03/04/2009")
                .build();
        LinkSettings strict =
                LinkSettings.defaults().withMode(LinkSettings.Mode.LINK_ONLY).withThreshold(0.9);
        LinkResult result = Linkage.link(table, strict, phase -> System.out.println(phase.name()));
        // README
        return result;
    }
}
