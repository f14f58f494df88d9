package clew.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @Test
    void opens() {
        assertThat((String) database.asReaderOf(
                        Set.of(1),
                        sql -> sql.sql("select current_user || ' ' || current_setting('clew.classes')")
                                .query(String.class)
                                .single()))
                .isEqualTo("clew_app {1}");
    }
}
