package clew.app.ledger;

import clew.app.store.DatabaseForTests;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerIT extends LedgerLaws {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    @Override
    DatabaseForTests database() {
        return DATABASE;
    }
}
