package clew.app.ledger;

import clew.app.store.DatabaseForTests;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerOnPostgres15IT extends LedgerLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.onPostgres15();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
