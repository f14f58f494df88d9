package clew.app.events;

import clew.app.store.DatabaseForTests;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsOnPostgres15IT extends EventsLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.onPostgres15();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
