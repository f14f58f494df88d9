package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LinkReportTest {

    private static final String HOSTILE =
            "<script>alert(1)</script>\"' onload=x &amp; ]]><img src=x onerror=y></table></title></style>\u0000\u202E\uD800";

    @Test
    void hostile_values_stay_text_wherever_they_stand() throws Exception {
        String html = Reports.with(HOSTILE).toHtml();
        Document plain = parse(Reports.with("").toHtml());
        Document hostile = parse(html);
        assertThat(tags(hostile)).isEqualTo(tags(plain));
        assertThat(attributeNames(hostile)).isEqualTo(attributeNames(plain));
        assertThat(html).doesNotContain("\u0000", "\u202E", "<script", "<img");
        assertThat(hostile.getDocumentElement().getTextContent())
                .contains("Okafor<script>alert(1)</script>\"' onload=x &amp; ]]><img src=x onerror=y>");
    }

    @Test
    void every_text_of_the_data_is_shown() throws Exception {
        String text =
                parse(Reports.with("\u2603").toHtml()).getDocumentElement().getTextContent();
        assertThat(text)
                .contains("school\u2603", "surname\u2603", "two different NHS numbers\u2603", "Pairs: precision\u2603")
                .contains(
                        "score\u2603",
                        "family name\u2603",
                        "same\u2603",
                        "family name + date of birth\u2603",
                        "smith\u2603")
                .contains(
                        "few pairs agree\u2603",
                        "before anything is compared\u2603",
                        "a rare name\u2603 +4.2",
                        "321 MB");
    }

    @Test
    void the_page_is_complete_in_itself() throws Exception {
        Document page = parse(Reports.with("").toHtml());
        assertThat(tags(page)).doesNotContain("script", "link", "img", "iframe", "object", "form");
        for (Element anchor : elements(page, "a")) {
            assertThat(anchor.getAttribute("href")).startsWith("#");
            assertThat(ids(page)).contains(anchor.getAttribute("href").substring(1));
        }
        assertThat(ids(page)).doesNotHaveDuplicates();
    }

    @Test
    void every_drawing_stands_in_a_row_that_says_the_same_in_words() throws Exception {
        Document page = parse(Reports.with("").toHtml());
        assertThat(elements(page, "svg")).isNotEmpty().allSatisfy(drawing -> {
            assertThat(drawing.getAttribute("aria-hidden")).isEqualTo("true");
            Element row = (Element) drawing.getParentNode().getParentNode();
            assertThat(row.getTagName()).isEqualTo("tr");
            assertThat(row.getTextContent()).matches("(?s).*[a-z].*").containsPattern("[0-9]");
        });
    }

    @Test
    void headings_descend_without_a_gap_and_every_table_says_what_it_is() throws Exception {
        Document page = parse(Reports.with("").toHtml());
        int level = 0;
        for (Element heading : elements(page, "*")) {
            if (heading.getTagName().matches("h[1-6]")) {
                int next = heading.getTagName().charAt(1) - '0';
                assertThat(next).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(elements(page, "table")).isNotEmpty().allSatisfy(table -> {
            assertThat(((Element) table.getFirstChild()).getTagName()).isEqualTo("caption");
            assertThat(table.getTextContent()).isNotBlank();
        });
        assertThat(elements(page, "th"))
                .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("row", "col"));
    }

    @Test
    void the_steps_of_a_waterfall_begin_where_the_last_one_ended() throws Exception {
        Document page = parse(Reports.with("").toHtml());
        Element table = elements(page, "table").stream()
                .filter(each -> each.getAttribute("class").contains("fall"))
                .findFirst()
                .orElseThrow();
        List<double[]> bars = elements(table, "rect").stream()
                .map(bar -> new double[] {percent(bar, "x"), percent(bar, "x") + percent(bar, "width")})
                .toList();
        // 0 to -10, -10 to +4, +4 to +7, and the score from 0 to +7.
        assertThat(bars).hasSize(4);
        assertThat(bars.get(0)[0]).isCloseTo(bars.get(1)[0], within(0.02));
        assertThat(bars.get(1)[1]).isCloseTo(bars.get(2)[0], within(0.02));
        assertThat(bars.get(2)[1]).isCloseTo(bars.get(3)[1], within(0.02));
        assertThat(bars.get(3)[0]).isCloseTo(bars.get(0)[1], within(0.02));
    }

    private static double percent(Element bar, String attribute) {
        return Double.parseDouble(bar.getAttribute(attribute).replace("%", ""));
    }

    @Test
    void a_run_of_nothing_still_makes_a_page() throws Exception {
        LinkReport some = Reports.with("");
        LinkReport none = Reports.bare(some.model(), List.of(new LinkReport.Source("empty", 0)), List.of());
        assertThat(parse(none.toHtml()).getDocumentElement().getTextContent())
                .contains("0 records from empty are 0 persons", "There is no pair to show");
    }

    @Test
    void ink_and_accent_are_readable_on_white_and_on_the_wash() throws Exception {
        String html = Reports.with("").toHtml();
        for (String ground : List.of("#ffffff", colour(html, "wash"))) {
            for (String ink : List.of("ink", "quiet", "accent")) {
                assertThat(contrast(colour(html, ink), ground))
                        .as("%s on %s", ink, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(colour(html, "against"), "#ffffff")).isGreaterThanOrEqualTo(3);
    }

    private static String colour(String html, String name) {
        Matcher colour = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(html);
        assertThat(colour.find()).isTrue();
        return colour.group(1);
    }

    /** Contrast ratio of WCAG 2.2, from 1 to 21. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @Test
    void what_is_opened_must_be_closed() {
        assertThatThrownBy(() -> new Page().open("p").html()).isInstanceOf(IllegalStateException.class);
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String tag) {
        return list(page.getElementsByTagName(tag));
    }

    private static List<Element> elements(Element within, String tag) {
        return list(within.getElementsByTagName(tag));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> tags(Document page) {
        return elements(page, "*").stream().map(Element::getTagName).toList();
    }

    private static Set<String> attributeNames(Document page) {
        Set<String> names = new HashSet<>();
        for (Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getTagName() + " "
                        + element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    private static List<String> ids(Document page) {
        return elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
