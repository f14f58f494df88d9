package clew.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class RightsOnPostgres15IT extends RightsLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.onPostgres15();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
