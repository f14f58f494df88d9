package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Part;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Source;
import clew.app.groups.Found.Tie;
import clew.app.groups.LineExports.Format;
import clew.app.groups.Subjects.Told;
import clew.core.explain.Explanation;
import clew.core.network.SubjectKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line as a file, read again by programs of others: everything of it is there, once, a child is an id in every form, and no name runs as a formula. */
class C7ExportTest {
    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final UUID SHARE = new UUID(9, 9);
    private static final UUID ADULT = new UUID(0, 1);
    private static final UUID CHILD = new UUID(0, 2);
    private static final UUID UNKNOWN = new UUID(0, 3);
    private static final UUID CAR = new UUID(0, 4);
    private static final UUID PHONE = new UUID(0, 5);
    private static final UUID ACCOUNT = new UUID(0, 6);
    private static final UUID FIRM = new UUID(0, 7);
    private static final UUID PLACE = new UUID(0, 8);
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final List<String> NOBODY_TOLD = List.of("Keeley", "Sparrow", "Nobody Known");

    /** Properties of the schemata in use, their inherited ones included, as FollowTheMoney publishes them (opensanctions/followthemoney, 2026). */
    private static final Map<String, Set<String>> SCHEMATA = Map.of(
            "Person", Set.of("name", "summary"),
            "Vehicle", Set.of("name", "registrationNumber"),
            "UserAccount", Set.of("name", "username", "number", "service"),
            "Organization", Set.of("name"),
            "Address", Set.of("name", "full"),
            "Event",
                    Set.of(
                            "name",
                            "startDate",
                            "endDate",
                            "publisher",
                            "recordId",
                            "location",
                            "addressEntity",
                            "involved"),
            "UnknownLink",
                    Set.of(
                            "subject",
                            "object",
                            "role",
                            "status",
                            "summary",
                            "description",
                            "startDate",
                            "endDate",
                            "date",
                            "recordId",
                            "publisher"));

    @Test
    void graphml_declares_its_keys_and_every_edge_ends_at_nodes() throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(file(Format.GRAPHML)));
        Element root = document.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(GRAPHML);
        assertThat(root.getLocalName()).isEqualTo("graphml");
        Map<String, String> keys = new HashMap<>();
        all(root, "key").forEach(key -> keys.put(key.getAttribute("id"), key.getAttribute("for")));
        Element graph = all(root, "graph").getFirst();
        assertThat(graph.getAttribute("edgedefault")).isEqualTo("undirected");
        assertThat(graph.getAttribute("id")).isEqualTo("share-" + SHARE);
        Set<String> nodes = new HashSet<>();
        all(graph, "node")
                .forEach(node -> assertThat(nodes.add(node.getAttribute("id"))).isTrue());
        assertThat(nodes).hasSize(found().members().size());
        List<Element> edges = all(graph, "edge");
        assertThat(edges)
                .hasSize(found().ties().size())
                .allSatisfy(
                        edge -> assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target")));
        all(graph, "data")
                .forEach(data -> assertThat(keys)
                        .containsEntry(
                                data.getAttribute("key"), data.getParentNode().getLocalName()));
        assertThat(document.getDocumentElement().getTextContent())
                .contains("=cmd|' /C calc'!A0 <b>&", "Bell \uFFFD Firm", CHILD.toString())
                .doesNotContain(NOBODY_TOLD);
    }

    @Test
    void a_workbook_has_a_sheet_for_each_table_and_no_cell_is_a_formula() throws Exception {
        List<String> texts = new ArrayList<>();
        Map<String, Integer> rows = new HashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(Format.XLSX)))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<Row> read = sheet.read();
                rows.put(sheet.getName(), read.size());
                read.forEach(row -> row.forEach(cell -> texts.add(text(cell))));
            }
        }
        assertThat(rows).containsExactlyInAnyOrderEntriesOf(Map.of("Share", 1, "Shown", 9, "Ties", 5, "Episodes", 3));
        assertThat(texts)
                .contains(SHARE.toString(), "'=cmd|' /C calc'!A0 <b>&", CHILD.toString(), UNKNOWN.toString())
                .allSatisfy(text -> assertThat(text).doesNotStartWith("=").doesNotContain(NOBODY_TOLD));
    }

    private static String text(Cell cell) {
        assertThat(cell.getFormula()).isNull();
        return cell.getText();
    }

    @Test
    void follow_the_money_uses_published_schemata_and_refers_to_its_own_entities_only() {
        String text = new String(file(Format.FTM), StandardCharsets.UTF_8);
        JsonMapper json = new JsonMapper();
        List<JsonNode> entities = text.lines().map(json::readTree).toList();
        Map<String, String> schemata = new HashMap<>();
        for (JsonNode entity : entities) {
            assertThat(schemata.put(
                            entity.get("id").asString(), entity.get("schema").asString()))
                    .isNull();
            assertThat(entity.get("datasets").get(0).asString()).isEqualTo("clew-share-" + SHARE);
            assertThat(SCHEMATA.get(entity.get("schema").asString()))
                    .containsAll(entity.get("properties").propertyNames());
            entity.get("properties")
                    .forEach(values -> assertThat(values.isArray()).isTrue());
        }
        assertThat(schemata.values()).containsAll(SCHEMATA.keySet());
        for (JsonNode entity : entities) {
            for (String name : List.of("subject", "object", "addressEntity", "involved")) {
                entity.get("properties")
                        .path(name)
                        .forEach(value -> assertThat(schemata).containsKey(value.asString()));
            }
            if (entity.get("schema").asString().equals("UnknownLink")) {
                assertThat(entity.get("properties").propertyNames()).contains("subject", "object");
            } else {
                assertThat(entity.get("properties").get("name")).isNotEmpty();
            }
        }
        assertThat(entities).hasSize(found().members().size() + 2 + 6 + 4);
        assertThat(text)
                .contains(
                        "\"registrationNumber\":[\"AB12CDE\"]",
                        "\"status\":[\"explained, inferred\"]",
                        "\"name\":[\"" + CHILD + "\"]")
                .doesNotContain(NOBODY_TOLD);
    }

    private static byte[] file(Format format) {
        Map<UUID, Told> told = new HashMap<>();
        Map.of(
                        ADULT, "=cmd|' /C calc'!A0 <b>&",
                        CHILD, "Keeley Sparrow",
                        UNKNOWN, "Nobody Known",
                        CAR, "AB12 CDE",
                        PHONE, "07700 900123",
                        ACCOUNT, "@handle",
                        FIRM, "Bell \u0007 Firm",
                        PLACE, "The Hotel",
                        FIRST, "Keeley Sparrow was seen",
                        SECOND, "Nobody Known was seen")
                .forEach((id, words) -> told.put(id, new Told(id, "person", words, "Agency", "police", List.of())));
        return LineExports.file(found(), told, format, SHARE);
    }

    private static Found found() {
        return new Found(
                List.of(
                        member(ADULT, SubjectKind.PERSON, Side.ADULT),
                        member(CHILD, SubjectKind.PERSON, Side.CHILD),
                        member(UNKNOWN, SubjectKind.UNIDENTIFIED_PERSON, Side.UNKNOWN),
                        member(CAR, SubjectKind.VEHICLE, Side.THING),
                        member(PHONE, SubjectKind.PHONE, Side.THING),
                        member(ACCOUNT, SubjectKind.ONLINE_ACCOUNT, Side.THING),
                        member(FIRM, SubjectKind.ORGANISATION, Side.THING),
                        member(PLACE, SubjectKind.PLACE, Side.PLACE)),
                List.of(
                        episode(FIRST, LocalDate.of(2025, 2, 1), PLACE, ADULT, CHILD, CAR),
                        episode(SECOND, LocalDate.of(2025, 3, 1), null, ADULT, CHILD, UNKNOWN)),
                List.of(
                        tie(ADULT, CHILD, null, false, FIRST, SECOND),
                        tie(ADULT, CAR, null, false, FIRST),
                        tie(ADULT, UNKNOWN, "household", true, SECOND),
                        tie(CHILD, UNKNOWN, "sibling", false, SECOND)));
    }

    private static Member member(UUID id, SubjectKind kind, Side side) {
        return new Member(id, kind, side, List.of(id), false);
    }

    private static Episode episode(UUID id, LocalDate day, @Nullable UUID place, UUID... who) {
        return new Episode(
                id,
                "sighting",
                day,
                day.plusDays(1),
                day.plusDays(2),
                "police",
                place,
                Stream.of(who)
                        .map(one -> new Part(one, one.equals(ADULT) ? "driver" : "", false))
                        .toList(),
                List.of(new Source(id, "police", "2B")));
    }

    private static Tie tie(UUID one, UUID other, @Nullable String reason, boolean inferred, UUID... episodes) {
        return new Tie(
                one,
                other,
                episodes.length,
                reason,
                inferred,
                List.of(episodes),
                List.of("police"),
                Explanation.leaf(Explanation.units(reason == null ? 3 : 0), "together"));
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(GRAPHML, name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
