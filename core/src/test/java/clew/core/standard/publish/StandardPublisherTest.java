package clew.core.standard.publish;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.standard.Code;
import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import clew.core.standard.Confidence;
import clew.core.standard.Field;
import clew.core.standard.SampleRecords;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A1: one definition gives documentation, templates and schemas. */
class StandardPublisherTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

    private static Map<String, String> published() throws IOException {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        int count = new StandardPublisher(path -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    assertThat(files.put(path, out)).as(path + " written twice").isNull();
                    return out;
                })
                .publish();
        assertThat(files).hasSize(count);
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> texts.put(path, bytes.toString(StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void the_same_definition_gives_the_same_bytes() throws IOException {
        assertThat(published()).isEqualTo(published());
    }

    @Test
    void every_shape_and_field_and_rule_is_documented() throws IOException {
        Map<String, String> files = published();
        for (Shape shape : Standard.shapes()) {
            String page = files.get("shapes/" + shape.name() + ".html");
            for (Field<?> field : shape.fields()) {
                assertThat(page)
                        .contains("<code>" + field.name() + "</code>")
                        .contains(Html.escape(field.description()));
            }
            shape.rules().forEach(rule -> assertThat(page).contains(Html.escape(rule.says())));
            assertThat(files.get("index.html")).contains("shapes/" + shape.name() + ".html");
        }
    }

    @Test
    void every_code_is_documented_with_source_and_confidence_in_words() throws IOException {
        Map<String, String> files = published();
        for (CodeList list : CodeLists.all()) {
            String page = files.get(CodePage.path(list) + ".html");
            for (Code code : list.codes()) {
                assertThat(page)
                        .contains("<code>" + Html.escape(code.code()) + "</code>")
                        .contains(Html.escape(code.source()))
                        .contains(Html.escape(code.confidence().label()));
            }
            boolean unverified = list.codes().stream().anyMatch(code -> code.confidence() == Confidence.UNVERIFIED);
            assertThat(page.contains("rows are unverified")).as(list.name()).isEqualTo(unverified);
        }
        assertThat(files.get("codes/local_authority-v1.html")).contains("CC-BY-4.0");
        assertThat(files.get("ATTRIBUTION.md")).contains("mySociety").contains("CC-BY-4.0");
    }

    @Test
    void every_link_leads_to_a_published_file() throws IOException {
        Map<String, String> files = published();
        files.forEach((path, text) -> {
            Matcher links = LINK.matcher(path.endsWith(".html") ? text : "");
            while (links.find()) {
                String target =
                        java.net.URI.create(path).resolve(links.group(1)).toString();
                assertThat(files).as(path).containsKey(target);
            }
        });
    }

    @Test
    void pages_have_language_title_one_heading_and_table_captions() throws IOException {
        published().forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertThat(text)
                        .startsWith("<!DOCTYPE html>")
                        .contains("<html lang=\"en\">", "<title>", "<main id=\"main\">");
                assertThat(text.split("<h1>", -1)).as(path).hasSize(2);
                assertThat(text.split("<table>", -1)).as(path).hasSameSizeAs(text.split("<caption>", -1));
            }
        });
    }

    @Test
    void the_columns_of_the_metadata_are_the_header_of_the_template() throws IOException {
        Map<String, String> files = published();
        for (Shape shape : Standard.shapes()) {
            String template = "templates/" + shape.name() + ".csv";
            JsonNode metadata = JSON.readTree(files.get(template + "-metadata.json"));
            List<String> titles = new ArrayList<>();
            metadata.at("/tableSchema/columns")
                    .forEach(column -> titles.add(column.get("titles").asString()));
            assertThat(String.join(",", titles) + "\n").isEqualTo(files.get(template));
            assertThat(metadata.get("url").asString()).isEqualTo(shape.name() + ".csv");
            assertThat(metadata.at("/@context/0").asString()).isEqualTo("http://www.w3.org/ns/csvw");
            assertThat(titles).contains("record_key").hasSize(shape.fields().size() + 1);
        }
    }

    @Test
    void the_mapping_of_a_template_fills_every_field_from_a_column_of_it() throws IOException {
        Map<String, String> files = published();
        for (Shape shape : Standard.shapes()) {
            JsonNode map = new YAMLMapper().readTree(files.get("templates/" + shape.name() + ".map.yaml"));
            List<String> columns = List.of(
                    files.get("templates/" + shape.name() + ".csv").strip().split(","));
            JsonNode fields = map.at("/records/0/fields");
            fields.propertyNames().forEach(name -> assertThat(shape.find(name)).isPresent());
            fields.forEach(source -> assertThat(columns).contains(column(source)));
            assertThat(fields.size() + map.get("include").size() + 1)
                    .isEqualTo(shape.fields().size());
        }
    }

    private static String column(JsonNode source) {
        if (source.isString()) {
            return source.asString();
        }
        return source.has("ref")
                ? source.at("/key/0").asString()
                : source.get("column").asString();
    }

    @Test
    void the_schema_accepts_every_record_that_is_written() throws IOException {
        Map<String, String> files = published();
        SampleRecords samples = new SampleRecords(5);
        for (Shape shape : Standard.shapes()) {
            Schema schema = schema(files, shape);
            for (int i = 0; i < 50; i++) {
                StandardRecord record = samples.next(shape, 0.6);
                assertThat(schema.validate(record.toJson(), InputFormat.JSON))
                        .as(record.toJson())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_schema_refuses_what_is_no_record() throws IOException {
        Schema schema = schema(published(), Standard.shape("person"));
        String good = new SampleRecords(5).next(Standard.shape("person"), 0).toJson();
        assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
        for (String more : List.of(
                "\"wings\":2",
                "\"sex\":\"dragon\"",
                "\"nhs_number\":\"12\"",
                "\"phone\":\"+447700900123\"",
                "\"purpose\":\"housing\"",
                "\"given_name\":7")) {
            String bad = good.substring(0, good.length() - 1) + "," + more + "}";
            assertThat(schema.validate(bad, InputFormat.JSON)).as(more).isNotEmpty();
        }
        assertThat(schema.validate("{\"shape\":\"person\"}", InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema(Map<String, String> files, Shape shape) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(files.get("schemas/" + shape.name() + ".schema.json"), InputFormat.JSON);
    }
}
