package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.Models;
import clew.app.review.Undecided;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A steward's hour: by keys, without JavaScript, on a telephone. */
class B5ReviewQueueIT extends RealPeople {

    @BeforeEach
    void five_pairs_wait() {
        DATABASE.owner().sql("truncate decisions.decision cascade").update();
        town().nothingWaits();
        for (int number = 0; number < 4; number++) {
            town().mayBeOne(
                            town().school(number),
                            town().care(50 + number),
                            -1 - number,
                            number == 3 ? Undecided.TWINS : "");
        }
        town().mayBeOne(town().school(10), town().school(11), -2, "");
    }

    @Test
    void by_keys_alone_a_steward_goes_through_the_cases_and_each_answer_opens_the_next() {
        Visitor steward =
                visitor(Visitor.WIDE, true).signIn("steward.care", PASSWORD).open("/review");
        assertThat(steward.words())
                .contains("5 cases wait", "Perhaps twins or siblings (1)", "2 agencies would see one person");
        steward.page().locator("main ol a").first().focus();
        press(steward, "Enter");
        String first = steward.page().url();
        assertThat(steward.page().locator("main input:checked").count())
                .as("answers chosen before")
                .isZero();

        answer(steward, "2", "born in another town");
        assertThat(steward.page().url()).isNotEqualTo(first);
        assertThat(steward.words()).contains("Recorded.");
        answer(steward, "1", "same school number");
        answer(steward, "3", "the school will tell");
        String skipped = steward.page().url();
        press(steward, "n");
        assertThat(steward.page().url()).isNotEqualTo(skipped);
        assertThat(kinds()).containsExactlyInAnyOrder("not_same_person", "same_person", "unsure");
        assertThat(steward.open("/review").words()).contains("2 cases wait");
    }

    /** The ground for a new model is said where its cost shows, and no figure with it. */
    @Test
    void that_the_model_no_longer_fits_is_said_above_the_queue() {
        Visitor steward = visitor(Visitor.WIDE, false).signIn("steward.care", PASSWORD);
        String words = "differs from what the linking was learnt from";
        assertThat(steward.open("/review").words()).doesNotContain(words);
        DATABASE.owner()
                .sql("insert into identity.drift values (?, current_date, 200, 0.9, '{}', true)")
                .param(Models.shipped().id())
                .update();
        assertThat(steward.open("/review").words()).contains(words);
        steward.expectOrder();
        DATABASE.owner().sql("truncate identity.drift").update();
    }

    @Test
    void without_JavaScript_everything_can_be_said_and_what_is_wrong_is_said_beside_it() {
        Visitor steward =
                visitor(Visitor.PHONE, false).signIn("steward.care", PASSWORD).open("/review");
        steward.follow("main ol a").send();
        assertThat(steward.words()).contains("There is a problem", "Choose an answer", "Enter a reason");
        steward.page().locator("label[for=answer-ASK]").click();
        steward.fill("reason", "is the name spelled with an e?").send();
        assertThat(steward.words()).contains("Choose whom to ask");
        String left = steward.page().url().replaceFirst(".*/review/([^/]+)/.*", "$1");
        steward.page()
                .locator("label[for^=ask]")
                .filter(new Locator.FilterOptions().setHasText("Agency school"))
                .click();
        steward.send();
        assertThat(kinds()).containsExactlyInAnyOrder("agency_question", "agency_asked");

        Visitor school =
                visitor(Visitor.WIDE, true).signIn("steward.school", PASSWORD).open("/questions");
        school.expectOrder();
        school.page().locator("main textarea").fill("with an e, on her passport");
        school.send();
        assertThat(school.words()).contains("No question waits for an answer.");
        assertThat(steward.open("/review?why=answered").words()).contains("The agency has answered");
        assertThat(steward.open("/questions").words()).contains("with an e, on her passport");
        assertThat(left).isNotBlank();
    }

    @Test
    void a_decision_is_found_again_and_taken_back_and_a_person_taken_apart_as_easily() {
        Visitor steward = visitor(Visitor.WIDE, true).signIn("steward.care", PASSWORD);
        UUID left = town().school(0);
        UUID right = town().care(50);
        steward.open("/persons/" + left);
        assertThat(steward.words()).contains("Possible matches that were not joined");
        steward.open("/review/" + left + "/" + right);
        answer(steward, "1", "same school number");
        steward.open("/persons/" + left);
        assertThat(steward.words()).contains("Keeps these 2 records together", "same school number");
        steward.follow("a:has-text('Open it, or take it back')");
        assertThat(steward.words())
                .as("whom it is about")
                .contains(nameOf(left) + ", Agency school", nameOf(right) + ", Agency care");
        steward.fill("reason", "it is the number of the class").send();
        assertThat(steward.words()).contains("Taken back");

        DATABASE.engine()
                .run(sql -> sql.sql("update picture.membership set person_id = ?::uuid where record_id in (?, ?)")
                        .params(UUID.randomUUID(), town().school(20), town().care(60))
                        .update());
        steward.open("/persons/" + town().school(20)).follow("a:has-text('These records are not one person')");
        steward.send();
        assertThat(steward.words()).contains("Choose the records that are of somebody else");
        steward.page().locator("label[for=records]").click();
        steward.fill("reason", "born in another town").send();
        assertThat(steward.words()).contains("Not the same person", "Keeps 1 record apart from 1 other record");
        steward.open("/persons/" + town().school(20) + "/history");
        assertThat(steward.words()).contains("A record came", "Not the same person");
    }

    @Test
    void one_person_by_a_weak_link_waits_with_its_reason_and_says_which_two_records_are_asked_about() {
        UUID left = town().school(25);
        UUID right = town().care(65);
        List<UUID> person = List.of(left, town().school(26), town().care(66), right);
        town().heldByWeakLink(person);
        try {
            Visitor steward = visitor(Visitor.PHONE, false).signIn("steward.care", PASSWORD);
            steward.open("/review?why=bridge");
            assertThat(steward.words())
                    .contains("One person by one weak link: perhaps two", ": one person?", "2 records would part");
            steward.expectOrder();
            steward.picture(Path.of("target/screenshots", "review-bridge-phone.png"));
            steward.follow("main ol a");
            assertThat(steward.words())
                    .contains("Held as one person now", "Of their records these two are asked about: Agency school");
            steward.expectOrder();
            steward.picture(Path.of("target/screenshots", "review-bridge-case-phone.png"));
            Visitor wide = visitor(Visitor.WIDE, true).signIn("steward.care", PASSWORD);
            wide.open("/review?why=bridge").picture(Path.of("target/screenshots", "review-bridge-desktop.png"));
            wide.open("/review/" + left + "/" + right)
                    .picture(Path.of("target/screenshots", "review-bridge-case-desktop.png"));
            answer(wide, "2", "cousins at one address");
            assertThat(kinds()).containsExactly("not_same_person");
        } finally {
            DATABASE.engine()
                    .run(sql -> sql.sql("delete from picture.attention where kind = 'bridge'")
                            .update());
        }
    }

    @Test
    void somebody_is_found_by_name_to_be_identified_as_and_no_name_stands_in_an_address() {
        Visitor steward = visitor(Visitor.PHONE, false).signIn("steward.care", PASSWORD);
        steward.open("/persons/" + town().school(3) + "/identify");
        steward.page().locator("button:has-text('Find')").click();
        assertThat(steward.words()).contains("There is a problem", "Enter a name");
        steward.fill("name", nameOf(town().care(50)));
        steward.page().locator("button:has-text('Find')").click();
        assertThat(steward.page().url())
                .contains("?search=")
                .doesNotContain(nameOf(town().care(50)).split(" ")[1]);
        assertThat(steward.words()).contains("Who is it?", nameOf(town().care(50)) + ", born ");
        assertThat(steward.page().locator("main input:checked").count())
                .as("chosen before")
                .isZero();
        steward.expectOrder();
        steward.picture(Path.of("target/screenshots", "review-identify-found.png"));
        steward.page().locator("label[for=chosen-1]").click();
        steward.fill("reason", "named by two witnesses");
        steward.page().locator("button:has-text('Record who this is')").click();
        assertThat(steward.words())
                .as("school(3) is nobody unidentified, and the list stands")
                .contains("There is a problem", "Who is it?");
        assertThat(steward.page().locator("#chosen-1").isChecked()).isTrue();
    }

    private static String nameOf(UUID record) {
        return DATABASE.engine()
                .in(sql -> sql.sql(
                                "select concat_ws(' ', body ->> 'given_name', body ->> 'family_name') from picture.record where record_id = ?")
                        .param(record)
                        .query(String.class)
                        .single());
    }

    @Test
    void who_may_not_decide_sees_no_queue_and_nobody_is_told_of_what_they_may_not_see() {
        assertThat(visitor(Visitor.WIDE, true)
                        .signIn("teacher.school", PASSWORD)
                        .visit("/review")
                        .status())
                .isEqualTo(403);
        Visitor steward = visitor(Visitor.WIDE, true).signIn("steward.care", PASSWORD);
        assertThat(steward.visit("/review/" + town().care(50) + "/" + town().refuge(120))
                        .status())
                .isEqualTo(404);
        assertThat(steward.open("/notices").words()).contains("nothing that you need to be told");
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280", "phone, 390"})
    void every_page_has_its_picture_and_is_in_order(String name, int width) {
        Visitor steward = visitor(width, true).signIn("steward.care", PASSWORD);
        String pair = "/review/" + town().school(3) + "/" + town().care(53);
        steward.open(pair);
        answer(steward, "2", "two brothers, seen together");
        String decision = DATABASE.owner()
                .sql("select '/decisions/' || decision_id from decisions.decision limit 1")
                .query(String.class)
                .single();
        for (List<String> page : List.of(
                List.of("queue", "/review"),
                List.of("case", pair),
                List.of("decision", decision),
                List.of("split", "/persons/" + town().school(30) + "/split"),
                List.of("history", "/persons/" + town().school(3) + "/history"),
                List.of("identify", "/persons/" + town().school(3) + "/identify"),
                List.of("questions", "/questions"),
                List.of("notices", "/notices"))) {
            steward.open(page.get(1));
            assertThat(steward.overflow())
                    .as("pixels too wide on %s", page.get(1))
                    .isZero();
            if (width == Visitor.WIDE || page.get(0).equals("case")) {
                steward.expectOrder();
            }
            steward.picture(Path.of("target/screenshots", "review-" + page.get(0) + "-" + name + ".png"));
        }
    }

    private static void answer(Visitor steward, String key, String reason) {
        steward.page().locator("body").press(key);
        assertThat(steward.focused()).isEqualTo("reason");
        steward.page().keyboard().type(reason);
        press(steward, "Control+Enter");
    }

    private static void press(Visitor steward, String key) {
        steward.page().waitForNavigation(() -> steward.page().keyboard().press(key));
    }

    private static List<String> kinds() {
        return DATABASE.owner()
                .sql("select kind from decisions.decision")
                .query(String.class)
                .list();
    }
}
