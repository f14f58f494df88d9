package clew.app.review;

import clew.app.identity.ViewerPersons;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons of the viewer. */
final class Persons {

    private Persons() {}

    /** The records of the person of a record, as far as they show; none when it does not. */
    static List<UUID> of(JdbcClient sql, UUID record) {
        return new ViewerPersons(sql, null)
                .of(List.of(record)).stream().findFirst().map(List::copyOf).orElse(List.of());
    }
}
