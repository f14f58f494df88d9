package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code clew ledger} as it is run: whole, an end cut off that only a kept anchor convicts, and a row changed in the middle. */
@Tag("nightly") // opens and closes an embedded server for each command
class I2LedgerCommandIT {

    @TempDir
    private static Path data;

    @Test
    void the_command_says_that_it_is_whole_and_names_the_first_row_that_is_not() throws Exception {
        try (Store store = open()) {
            Ledger ledger = Ledger.of(store.app(), store.secrets());
            for (int i = 0; i < 4; i++) {
                ledger.enter(Entry.bySystem("import", "data_quality", List.of(), "row " + i));
            }
        }
        Said anchor = run("anchor"); // a fifth row: the command itself
        assertThat(anchor.code()).isZero();
        assertThat(anchor.words()).matches("(?s)5 [0-9a-f]{64}.*");
        Path mail = Files.writeString(data.resolve("from-the-mail.txt"), anchor.words());
        Said whole = run("verify", "--anchors", mail.toString());
        assertThat(whole.words()).contains("The ledger is whole: ", "chained without a gap");
        assertThat(whole.code()).isZero();

        // Whoever administers the machine cuts the end off, and the anchors that stand on it.
        asOwner(
                "delete from ledger.entry where entry_id in (select entry_id from ledger.seal where seal_no >= 3)",
                "delete from ledger.seal where seal_no >= 3",
                "truncate ledger.anchor");
        Files.deleteIfExists(data.resolve("ledger-anchors.txt"));
        assertThat(run("verify").code())
                .as("nothing on the machine knows better")
                .isZero();
        Said cut = run("verify", "--anchors", mail.toString());
        assertThat(cut.words()).contains("The ledger is broken at row 5", "tell the information-governance lead");
        assertThat(cut.code()).isEqualTo(4);

        asOwner("update ledger.entry set note = 'row 7' where note = 'row 1'");
        Said changed = run("verify");
        assertThat(changed.words()).contains("The ledger is broken at row 2 (entry ");
        assertThat(changed.code()).isEqualTo(4);
        assertThat(run("verify", "--anchors", "no-such-file").code()).isEqualTo(2);
    }

    private record Said(int code, String words) {}

    private static Said run(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("ledger"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return new Said(Command.run(all.toArray(String[]::new)), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    private static Store open() {
        return Store.open(new StoreSettings(data, null));
    }

    private static void asOwner(String... statements) throws IOException, SQLException {
        try (Store store = open()) {
            assertThat(store.settings().directory()).isEqualTo(data);
            String port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            Properties secrets = new Properties();
            try (InputStream file = Files.newInputStream(data.resolve("secrets.properties"))) {
                secrets.load(file);
            }
            try (Connection owner = DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + port + "/clew",
                            "clew_owner",
                            secrets.getProperty("password.clew_owner"));
                    var statement = owner.createStatement()) {
                for (String one : statements) {
                    statement.execute(one);
                }
            }
        }
    }
}
