package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.cli.Command;
import clew.app.cli.ServeCommand;
import clew.app.ledger.Anchors;
import clew.app.ledger.Sealer;
import clew.app.ledger.Verdict;
import clew.app.ledger.Verifier;
import clew.app.store.EngineTransactions;
import clew.app.store.Store;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The main job from end to end: agencies' own extracts in, one picture out, in a browser. */
class DemoIT {

    private static final String[] DEMO = {"demo", "--people", "1500", "--seed", "7", "--no-serve", "--data"};
    private static final String SEVERAL_AGENCIES = """
            select (array_agg(m.record_id order by m.record_id))[1]
              from picture.membership m join picture.record r using (record_id)
             where exists (select from picture.reference f join picture.record i on i.record_id = f.from_record
                            where f.to_record = m.record_id and i.shape = 'involvement')
             group by m.person_id
            having count(distinct r.agency_id) > 1
             order by count(*) desc, 1 limit 1""";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void simulateImportJoinAndServe() throws IOException {
        assertThat(Command.run(demo())).isZero();
        Path made = folder.resolve("demo/region/manifest.json");
        FileTime written = Files.getLastModifiedTime(made);
        assertThat(Command.run(demo())).as("a second run").isZero();
        assertThat(Files.getLastModifiedTime(made))
                .as("what the first run made")
                .isEqualTo(written);
        context = ServeCommand.start(
                new ServeCommand(),
                Map.of("server.port", 0, "clew.data", folder.resolve("demo").toString()),
                event -> {},
                nothing -> {});
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static String[] demo() {
        List<String> words = new java.util.ArrayList<>(List.of(DEMO));
        words.add(folder.resolve("demo").toString());
        return words.toArray(String[]::new);
    }

    private static Visitor visitor(boolean javaScript) {
        String address = ServeCommand.address(context);
        return new Visitor(address.substring(0, address.length() - 1), Visitor.WIDE, javaScript)
                .signIn("sam.okafor", "fictional-region");
    }

    private static UUID somebody() {
        return context.getBean(EngineTransactions.class)
                .in(sql -> sql.sql(SEVERAL_AGENCIES)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .single());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_person_is_found_and_shown_with_the_records_of_several_agencies_and_a_chronology(boolean javaScript) {
        try (Visitor visitor = visitor(javaScript)) {
            UUID record = somebody();
            visitor.open("/persons/" + record).expectOrder();
            String name = visitor.heading();
            assertThat(visitor.words()).containsPattern("\\d+ records from [2-9] agencies");
            assertThat(visitor.page().locator(".clew-reasons").count()).isPositive();
            assertThat(visitor.page().locator(".moj-timeline__item").count()).isPositive();

            visitor.open("/persons").fill("name", name).send();
            Locator found = visitor.page().locator("main a[href^='/persons/']");
            assertThat(found.count()).isPositive();
            assertThat(visitor.words().toLowerCase(java.util.Locale.ROOT))
                    .contains(name.toLowerCase(java.util.Locale.ROOT));
            visitor.expectOrder();
        }
    }

    @Test
    void the_quality_of_each_agencys_data_shows_the_ethnicity_of_suspects_first() {
        try (Visitor visitor = visitor(true)) {
            visitor.open("/quality").expectOrder();
            String words = visitor.words().toLowerCase(java.util.Locale.ROOT);
            assertThat(words).contains("ethnicity", "suspects");
            assertThat(visitor.page().locator("main table").count()).isPositive();
        }
    }

    @Test
    void a_planted_place_that_comes_back_stands_beside_the_lines() {
        try (Visitor visitor = visitor(true)) {
            visitor.open("/patterns").expectOrder();
            for (int look = 0; look < 120 && visitor.words().contains("is going on, since"); look++) {
                visitor.page().waitForTimeout(500);
                visitor.open("/patterns");
            }
            assertThat(visitor.words()).contains("A place with ");
        }
    }

    @Test
    void every_look_of_the_visit_stands_in_the_ledger() {
        try (Visitor visitor = visitor(true)) {
            UUID record = somebody();
            visitor.open("/persons/" + record);
            long looks = context.getBean(EngineTransactions.class)
                    .in(sql -> sql.sql("select count(*) from ledger.entry where action = 'read' and ? = any(subjects)")
                            .param(record)
                            .query((row, number) -> row.getLong(1))
                            .single());
            assertThat(looks).isPositive();
        }
        EngineTransactions engine = context.getBean(EngineTransactions.class);
        var anchors = Anchors.of(context.getBean(Store.class).settings(), java.util.Map.of());
        new Sealer(engine, anchors).sweep();
        assertThat(new Verifier(engine, anchors).verify()).isInstanceOf(Verdict.Whole.class);
    }
}
