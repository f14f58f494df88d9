package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JoinIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void a_join_derives_every_record_in_force() {
        Extracted extracted = new Extracted(database);
        extracted.imported(
                folder, "police", "1,Ann,Example,03/04/2009,F,,LS1 4AP,12,,,,,\n2,Bob,Sample,99/99/2030,M,,,,,,,,\n");

        PictureBuild.Built built = extracted.joined();

        assertThat(built.records()).isEqualTo(2);
        assertThat(built.missing()).isZero();
    }
}
