package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.Judged;
import clew.core.linkage.report.LinkReport;
import clew.core.linkage.report.MeasuredPairs;
import clew.core.linkage.report.Told;
import clew.core.measure.Partition;
import clew.core.measure.Scoring;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a link run as a browser shows it: read by everyone, on any width, by keyboard, without a script and on paper. */
class B4ReportIT {
    private static final String[] SYLLABLES = {"ba", "den", "fel", "go", "har", "lin", "mo", "ral", "sten", "wic"};

    @TempDir
    private Path folder;

    private String address = "";

    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("given_name", Kind.GIVEN_NAME),
                new RecordTable.Column("family_name", Kind.FAMILY_NAME),
                new RecordTable.Column("born", Kind.DATE_OF_BIRTH),
                new RecordTable.Column("postcode", Kind.POSTCODE)));
        int[] truth = new int[900];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = row / 3;
            SplittableRandom person = new SplittableRandom(truth[row]);
            String given = name(person, 2);
            String family = name(person, 3);
            String born =
                    "%d-%02d-%02d".formatted(1950 + person.nextInt(60), 1 + person.nextInt(12), 1 + person.nextInt(28));
            table.add(
                    row % 2 == 0 ? "school" : "clinic",
                    "r" + row,
                    random.nextInt(12) == 0 ? given.substring(0, 1) : given,
                    random.nextInt(10) == 0 ? family + "s" : family,
                    random.nextInt(8) == 0 ? "" : born,
                    random.nextInt(6) == 0 ? "" : "ZZ1 " + person.nextInt(9) + "AB");
        }
        address = report(table.build(), truth);
    }

    private static String name(SplittableRandom random, int syllables) {
        StringBuilder name = new StringBuilder();
        IntStream.range(0, syllables).forEach(i -> name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]));
        return name.toString();
    }

    private String report(RecordTable table, int[] truth) throws IOException {
        LinkResult result = Linkage.link(table, LinkSettings.defaults(), phase -> {});
        Partition found = Partition.of(
                IntStream.range(0, table.rows()).map(result::personOf).toArray());
        Scoring scoring = Scoring.dedupe(Partition.of(truth), 1_000_000);
        Judged judged = new Judged(
                Partition.of(truth),
                scoring.score(
                        MeasuredPairs.of(result),
                        0,
                        found,
                        scoring.blocking(result.candidatePairs(), result::wasCompared)),
                List.of());
        Told told = new Told(
                List.of(), 100, List.of(new Told.Setting("file people.csv", "SHA-256 " + "0a".repeat(32))), judged);
        return Files.writeString(
                        folder.resolve("report.html"),
                        LinkReport.of(table, result, told).toHtml())
                .toUri()
                .toString();
    }

    @Test
    void the_report_passes_axe_and_fits_a_desk_and_a_phone() {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            try (Visitor visitor = new Visitor("", width, true)) {
                visitor.page().navigate(address);
                assertThat(visitor.failings()).as("axe at %d pixels", width).isEmpty();
                unfold(visitor);
                assertThat(visitor.failings())
                        .as("axe at %d pixels, unfolded", width)
                        .isEmpty();
                assertThat(visitor.complaints()).isEmpty();
                assertThat(visitor.overflow())
                        .as("pixels too wide at %d", width)
                        .isZero();
            }
        }
    }

    @Test
    void every_section_is_there_and_says_the_same_without_JavaScript() {
        try (Visitor visitor = new Visitor("", Visitor.WIDE, true);
                Visitor plain = new Visitor("", Visitor.WIDE, false)) {
            visitor.page().navigate(address);
            plain.page().navigate(address);
            plain.page().locator("summary").first().click();
            assertThat(plain.page().locator("details[open] table").first().isVisible())
                    .isTrue();
            plain.page().locator("summary").first().click();
            assertThat(plain.words()).isEqualTo(visitor.words());
            assertThat(visitor.page().locator("h2").allInnerTexts())
                    .contains(
                            "What to check",
                            "How it did against truth",
                            "Is anyone served worse?",
                            "What another threshold would give",
                            "Scores of the pairs",
                            "Persons to look at",
                            "Pairs explained",
                            "What each field is worth",
                            "Which pairs were compared",
                            "For a clerk to check",
                            "What was read",
                            "How this run was made");
        }
    }

    /** A steward reads the whole in a few screens and unfolds what matters; on paper nothing is folded. */
    @Test
    void what_is_long_is_folded_on_a_screen_and_whole_on_paper() {
        for (int width : List.of(Visitor.WIDE, Visitor.PHONE)) {
            try (Visitor visitor = new Visitor("", width, true)) {
                visitor.page().navigate(address);
                int folded = height(visitor);
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                int onPaper = height(visitor);
                assertThat(visitor.page().evaluate("""
                        [...document.querySelectorAll('details > :not(summary)')].filter(part => part.getBoundingClientRect().height === 0).length
                        """))
                        .as("parts folded on paper at %d", width)
                        .isEqualTo(0);
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                unfold(visitor);
                assertThat(folded).as("pixels at %d", width).isLessThan(height(visitor) / 3);
                assertThat(onPaper).as("pixels on paper at %d", width).isGreaterThan(2 * folded);
            }
        }
    }

    private static int height(Visitor visitor) {
        return ((Number) visitor.page().evaluate("document.documentElement.scrollHeight")).intValue();
    }

    private static void unfold(Visitor visitor) {
        visitor.page().evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
    }

    @Test
    void everything_wide_can_be_reached_and_scrolled_by_keyboard() {
        try (Visitor visitor = new Visitor("", Visitor.PHONE, true)) {
            visitor.page().navigate(address);
            assertThat(visitor.page().evaluate("""
                    [...document.querySelectorAll('.scroll')].filter(box => box.tabIndex !== 0 || !box.getAttribute('aria-label')).length
                    """)).isEqualTo(0);
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().evaluate("document.activeElement.className"))
                    .isEqualTo("skip");
        }
    }
}
