package clew.app.events;

import clew.app.store.DatabaseForTests;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsIT extends EventsLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
