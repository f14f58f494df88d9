package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.groups.Finding;
import clew.app.groups.Outings;
import clew.app.groups.Watches;
import clew.app.identity.Senders;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A vehicle and a line are watched by people who may see different things of them: each is told of what they may see, when it came in and of what kind it is, without anything of
 * whom or what; a practitioner is led where they may go; then the watch is over.
 */
class F7WatchJourneyIT extends LineJourneys {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final List<String> PERSONAL =
            List.of("WA70", "Holtv", "Vancev", "Sparrowv", "Warren", "v hotel", "v lane", "Left", "Hidden", "school");

    @Autowired
    private Watches watches;

    @Autowired
    private Finding finding;

    private Senders senders;
    private Outings told;

    @BeforeAll
    void a_group_with_a_car(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        told = Outings.of(senders, "school", Kind.EDUCATION)
                .group("v", LocalDate.of(2025, 5, 1))
                .vehicle("vE1", "WA70 CHD")
                .sent();
        arrived();
    }

    @Test
    void who_may_see_what_came_in_is_told_without_personal_data_and_then_it_is_over() {
        UUID car = told.vehicleId("WA70 CHD");
        UUID line = told.eventId("vE1");
        String origin = "http://localhost:" + port;
        try (Visitor ann = new Visitor(origin, Visitor.WIDE, true);
                Visitor pru = new Visitor(origin, Visitor.PHONE, false);
                Visitor ria = new Visitor(origin, Visitor.PHONE, true)) {
            ann.signIn("ann", PASSWORD).open("/things/" + car).follow("main a:text('Watch it')");
            begun(ann);
            ann.open("/lines/" + line).follow("main a:text('Watch this line')");
            begun(ann);
            begun(pru.signIn("pru", PASSWORD).open("/watches?kind=VEHICLE&what=" + car));
            begun(ria.signIn("ria", PASSWORD).open("/watches?kind=VEHICLE&what=" + car));
            assertThat(ann.page().locator(".clew-line-list > li").count()).isEqualTo(2);

            Outings.of(senders, "refuge", Kind.CHARITY)
                    .person("h1", "Hidden", "Personv", LocalDate.of(1981, 2, 3), "W1", "F")
                    .event("hE1", LocalDate.of(2025, 10, 1), "v lane", "Seen at night", "h1")
                    .vehicle("hE1", "WA70 CHD")
                    .sent();
            arrived();
            assertThat(notices(ann)).as("of what is hidden from her").doesNotContain("Changed");
            assertThat(notices(pru)).as("of what is hidden from her").doesNotContain("Changed");
            assertThat(notices(ria)).contains("Changed, noticed " + Words.date(LocalDate.now(Words.LONDON)));

            told.event("vE9", LocalDate.of(2025, 10, 2), "v hotel", "Left together", "v1", "v2", "v3")
                    .vehicle("vE9", "WA70 CHD")
                    .sent();
            arrived();
            assertThat(notices(ann))
                    .contains("An event or a connection came in")
                    .contains("a line of enquiry surfaced, changed or ended")
                    .contains("There is other evidence");
            assertThat(notices(pru))
                    .contains("An event or a connection came in")
                    .doesNotContain("line of enquiry");
            for (Visitor told : List.of(ann, pru, ria)) {
                assertThat(told.page().content()).doesNotContain(PERSONAL.subList(0, 7));
                assertThat(notices(told)).doesNotContain(PERSONAL);
                told.expectOrder();
            }
            ann.picture(PICTURES.resolve("watches-noticed-1280.png"));
            pru.picture(PICTURES.resolve("watches-noticed-390.png"));
            leadsWhereTheyMayGo(ann, pru, line);
            isOver(pru);
        }
    }

    private static void begun(Visitor visitor) {
        visitor.fill("reason", "Seen outside twice");
        visitor.page().selectOption("#weeks", "2");
        visitor.follow("main form[action='/watches'] button[type=submit]");
        assertThat(visitor.words())
                .contains("Watched because: Seen outside twice")
                .doesNotContain("Changed");
    }

    private static String notices(Visitor visitor) {
        visitor.open("/watches");
        return visitor.page().locator(".clew-line-list").innerText();
    }

    private static void leadsWhereTheyMayGo(Visitor ann, Visitor pru, UUID line) {
        ann.follow("main .clew-line-list a:text('A line')");
        assertThat(URI.create(ann.page().url()).getPath()).isEqualTo("/lines/" + line);
        ann.open("/watches").follow("main .clew-line-list a:text('A vehicle')");
        assertThat(URI.create(ann.page().url()).getPath()).startsWith("/things/");
        assertThat(notices(ann)).as("read").doesNotContain("Changed");
        pru.follow("main .clew-line-list a");
        assertThat(URI.create(pru.page().url()).getPath()).isEqualTo("/watches");
        assertThat(pru.words())
                .contains("A vehicle, watched because: Seen outside twice")
                .contains("What kind of change was noticed: an event or a connection came in")
                .contains("can tell you what is new");
        pru.expectOrder();
        pru.picture(PICTURES.resolve("watch-of-practitioner-390.png"));
    }

    /** As if the last day of the watch had been yesterday. */
    private void isOver(Visitor pru) {
        DATABASE.owner()
                .sql("update groups.watch set expires_on = ?")
                .param(LocalDate.now(Words.LONDON).minusDays(1))
                .update();
        assertThat(pru.open("/watches").words()).contains("You watch nothing");
        watches.deliver();
        assertThat(DATABASE.owner()
                        .sql("select (select count(*) from groups.watch) + (select count(*) from groups.notice)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void arrived() {
        senders.joined();
        finding.follow();
        watches.deliver();
    }
}
