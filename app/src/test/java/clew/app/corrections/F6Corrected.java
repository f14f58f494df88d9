package clew.app.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.util.UUID;

/** A record that was corrected, for tests of other rooms. */
public final class F6Corrected {

    private F6Corrected() {}

    public static void given(DatabaseForTests database, Rights by, UUID record, String field, String value) {
        assertThat(new Corrections(database.app()).correct(by, record, field, value, "Seen as " + value))
                .isInstanceOf(Outcome.Done.class);
    }
}
