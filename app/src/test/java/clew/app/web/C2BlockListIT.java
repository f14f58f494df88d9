package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Action;
import clew.app.access.Role;
import clew.app.groups.Finding;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The block list in people's hands: a place of an accepted line is put on it with a reason and a review date, which changes nothing before a second person confirms; then its
 * ties count no more, and its page, the case and its owner say so; it is renewed by two, ends on its review date, and is lifted. By hand on a phone without JavaScript, and in
 * order with it.
 */
class C2BlockListIT extends LineJourneys {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final String WHY = "The stop of the school bus stands before the door";

    @Autowired
    private Finding finding;

    private final LocalDate today = LocalDate.now(Words.LONDON);

    @Test
    void two_put_a_place_on_the_block_list_and_it_ends_on_its_review_date() {
        String origin = "http://localhost:" + port;
        String place = "/things/" + school().placeId("b hotel");
        String line = "/lines/" + school().eventId("bE1");
        try (Visitor ann = new Visitor(origin, Visitor.PHONE, false);
                Visitor sue = new Visitor(origin, Visitor.WIDE, true)) {
            ann.signIn("ann", PASSWORD);
            sue.signIn("sue", PASSWORD);
            String file = accepted(ann, line);
            String entry = asked(ann, sue, place);
            assertThat(finding.follow()).as("asked for, it changes nothing").isFalse();
            for (String told : List.of(line, file)) {
                assertThat(ann.open(told).words())
                        .as(told)
                        .contains("Ties that do not count", "Ann Analyst asked on", WHY)
                        .contains("on 2 occasions; once another person confirms it, it ties nobody there");
            }
            ann.open("/notices");
            assertThat(ann.words()).contains("b hotel, in the evidence of your case", WHY);
            confirmed(sue, entry);
            look(sue, line, "line-asked-block");

            assertThat(finding.follow()).isTrue();
            assertThat(ann.visit(line).status()).as("it stood on two places").isEqualTo(404);
            assertThat(ann.open(file).words())
                    .contains(
                            "On the block list since " + Words.date(today) + " by Ann Analyst, confirmed by Sue Second")
                    .contains("it ties nobody there");
            assertThat(ann.open(place).words())
                    .contains("count in no line and in no pattern", WHY, "Seen at the door")
                    .doesNotContain("Put it on the block list");
            look(sue, place, "thing-blocked");
            assertThat(sue.open(entry).words()).contains("Running cases that rest on it");
            assertThat(sue.links()).contains(file);
            look(sue, entry, "block-entry");
            look(sue, "/block-list", "block-list");
            look(sue, "/notices", "block-notices");

            renewed(ann, sue, entry);
            ended(entry);
            assertThat(finding.follow()).isTrue();
            assertThat(ann.open(entry).words()).contains("Ended on " + Words.date(today) + ", since nobody renewed it");
            assertThat(ann.page().locator("main form").count()).isZero();
            assertThat(ann.open(line).words()).doesNotContain("Ties that do not count");
        }
    }

    @Test
    void who_may_not_decide_on_it_is_turned_away_and_whatever_was_done_is_in_the_ledger() {
        String origin = "http://localhost:" + port;
        String place = "/things/" + school().placeId("a car park");
        try (Visitor pat = new Visitor(origin, Visitor.PHONE, false);
                Visitor hal = new Visitor(origin, Visitor.PHONE, false);
                Visitor aud = new Visitor(origin, Visitor.PHONE, false)) {
            pat.signIn("pat", PASSWORD);
            hal.signIn("hal", PASSWORD);
            aud.signIn("aud", PASSWORD);
            assertThat(aud.visit("/block-list").status()).isEqualTo(403);
            assertThat(aud.visit(place + "/block").status()).isEqualTo(403);
            assertThat(pat.visit("/things/" + school().personId("a1") + "/block")
                            .status())
                    .as("nobody is ever on it")
                    .isEqualTo(404);
            long before = ledger();
            pat.open(place + "/block");
            fill(pat, "reason", "A bus stop, as the council's map has it", today.plusDays(90));
            String entry = here(pat);
            assertThat(aud.visit(entry).status()).isEqualTo(403);
            hal.open(entry).fill("answer-reason", "It is a car park behind a bus stop");
            hal.page().check("#answer-refuse");
            hal.follow("form[action$=answer] button[type=submit]");
            assertThat(hal.words()).contains("Refused", "Hal Health (Agency clinic) refused: It is a car park");
            assertThat(pat.open(place).words()).contains("Refused", "Put it on the block list");
            assertThat(ledger() - before).as("page, asking and refusing").isEqualTo(3);
        }
        assertThat(Arrays.stream(Role.values()).filter(role -> role.allows(Action.BLOCK)))
                .containsExactlyInAnyOrder(Role.ANALYST, Role.SUPERVISOR);
    }

    private static String accepted(Visitor ann, String line) {
        ann.open(line + "/evidence");
        ann.open(line + "/counter-evidence");
        ann.open(line);
        ann.page().check("#verdict-accepted");
        ann.fill("reason", "The same two children on four days");
        ann.follow("form[action$=verdict] button[type=submit]");
        return here(ann);
    }

    private String asked(Visitor ann, Visitor sue, String place) {
        ann.open(place);
        assertThat(ann.words()).contains("It is not on the block list: its ties count.");
        ann.follow("main a[href$='/block']");
        assertThat(ann.words())
                .contains("It is recorded on 2 occasions", "2 adults and 2 children", "Accepted as a line of enquiry");
        fill(ann, "reason", "Short", today.plusDays(20));
        assertThat(ann.words()).contains("Enter a reason of at least 10 letters");
        fill(ann, "reason", WHY, today.plusDays(200));
        assertThat(ann.words()).contains("The furthest review date is " + Words.date(today.plusDays(183)));
        look(sue, place + "/block", "block-ask");
        fill(ann, "reason", WHY, today.plusDays(20));
        String entry = here(ann);
        assertThat(entry).startsWith("/block-list/");
        assertThat(ann.words())
                .contains("You asked for this. Another person must confirm it.", WHY)
                .contains("It changes nothing before another person confirms it");
        assertThat(ann.page().locator("form[action$=answer]").count()).isZero();
        return entry;
    }

    private static void confirmed(Visitor sue, String entry) {
        sue.open("/lines").follow("main a[href='/block-list']");
        assertThat(sue.links()).contains(entry);
        look(sue, entry, "block-answer");
        sue.fill("answer-reason", "Seen on the map of the bus firm");
        sue.follow("form[action$=answer] button[type=submit]");
        assertThat(sue.words()).contains("Choose what you answer");
        sue.expectOrder();
        sue.page().check("#answer-confirm");
        sue.follow("form[action$=answer] button[type=submit]");
        assertThat(sue.words()).contains("review due on", "confirmed by Sue Second");
    }

    /** It takes two again, and the notice that it is due goes with it. */
    private void renewed(Visitor ann, Visitor sue, String entry) {
        assertThat(sue.open("/notices").words()).contains("b hotel, on the block list: review due");
        sue.open(entry);
        fill(sue, "renew-reason", "The stop is still there", today.plusDays(15));
        assertThat(sue.words()).contains("Enter a day after " + Words.date(today.plusDays(20)));
        fill(sue, "renew-reason", "The stop is still there", today.plusDays(120));
        assertThat(sue.words())
                .contains("Sue Second asked on", "that it stay until " + Words.date(today.plusDays(120)));
        ann.open(entry);
        ann.page().check("#answer-confirm");
        ann.fill("answer-reason", "I looked at the map again");
        ann.follow("form[action$=answer] button[type=submit]");
        assertThat(ann.words()).contains("On the list until its review on " + Words.date(today.plusDays(120)));
        assertThat(sue.open("/notices").words()).doesNotContain("review due");
    }

    private static void fill(Visitor visitor, String field, String reason, LocalDate until) {
        visitor.fill(field, reason);
        visitor.fill("until-day", "" + until.getDayOfMonth());
        visitor.fill("until-month", "" + until.getMonthValue());
        visitor.fill("until-year", "" + until.getYear());
        visitor.follow("form:has(#until-day) button[type=submit]");
    }

    /** As if its review date had come. */
    private void ended(String entry) {
        DATABASE.owner()
                .sql("update groups.block_step set until_day = ? where block_id = ? and until_day is not null")
                .params(today, UUID.fromString(entry.substring(entry.lastIndexOf('/') + 1)))
                .update();
    }

    private static long ledger() {
        return DATABASE.owner()
                .sql("select count(*) from ledger.entry where action = 'block'")
                .query(Long.class)
                .single();
    }

    private static String here(Visitor visitor) {
        return URI.create(visitor.page().url()).getPath();
    }

    private static void look(Visitor seen, String address, String picture) {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            seen.setWidth(width);
            seen.open(address).expectOrder();
            assertThat(seen.overflow()).as(address).isZero();
            seen.picture(PICTURES.resolve(picture + "-" + width + ".png"));
        }
    }
}
