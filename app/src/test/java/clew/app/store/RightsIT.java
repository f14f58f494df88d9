package clew.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class RightsIT extends RightsLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
