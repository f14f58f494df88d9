package clew.app.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody typed and has not sent.
 *
 * @param id of the draft
 * @param late was it sent, but too late, after its session had ended? Otherwise it was kept while they typed.
 * @param address where its form is sent
 * @param fields what was typed, in the form's order
 * @param savedAt when it was last kept
 */
public record Draft(UUID id, boolean late, String address, List<Field> fields, Instant savedAt) {

    public Draft {
        fields = List.copyOf(fields);
    }

    /** One field of a form. A name may stand there several times. */
    public record Field(String name, String value) {}
}
