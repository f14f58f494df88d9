package clew.core.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.KeyForm;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkModel;
import clew.core.linkage.RecordTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ModelFileTest {
    private static final JsonMapper BY_RECORDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void a_model_is_written_as_a_mapper_of_records_writes_it_and_read_back() {
        for (LinkModel model : List.of(model(OptionalLong.of(-36_505_865)), model(OptionalLong.empty()))) {
            byte[] json = ModelFile.bytes(model);
            assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(BY_RECORDS.writeValueAsString(model));
            assertThat(ModelFile.read(new ByteArrayInputStream(json), "model.json"))
                    .isEqualTo(model);
        }
    }

    private static LinkModel model(OptionalLong priorOfHomes) {
        return new LinkModel(
                LinkModel.VERSION,
                1_000_000,
                499_999_500_000L,
                List.of(
                        new RecordTable.Column("Vor\"name", Kind.GIVEN_NAME),
                        new RecordTable.Column("b", Kind.DATE_OF_BIRTH)),
                List.of(new LinkModel.Reference("nicknames", "d996")),
                -20_739_473,
                5.712104380694616E-7,
                priorOfHomes,
                List.of(
                        new LinkModel.Comparison(
                                "given name", null, Kind.FULL_NAME, List.of("a", "b"), 0.97977, false, 1, levels()),
                        new LinkModel.Comparison("place", "post\\code", Kind.PLACE, List.of(), 1, true, 0, List.of())),
                List.of(new LinkModel.Rule(
                        "all",
                        List.of(new LinkModel.Part("sound", KeyForm.values()[0], List.of("x", "y"))),
                        true,
                        12,
                        0,
                        0.1 + 0.2,
                        List.of(new LinkModel.StopKey("smith, john", 77)),
                        List.of(Long.MIN_VALUE, -1L, Long.MAX_VALUE))),
                0.999,
                0.5,
                7,
                List.of("few matches: \"none\"\n"),
                List.of(0L, 5_000_000_000L));
    }

    private static List<LinkModel.Level> levels() {
        return List.of(
                new LinkModel.Level("missing", 0, 0, 0, 0, false, 0, List.of()),
                new LinkModel.Level(
                        "the same",
                        0.3,
                        1e-4,
                        10_967_897,
                        -5,
                        true,
                        8_478_689,
                        List.of(
                                new LinkModel.Value("dale", 979, -1_456_476),
                                new LinkModel.Value("o\"neil \\ \t\u0001\u007f", Integer.MAX_VALUE, 0),
                                new LinkModel.Value("zoë \u4e2d \ud83d\ude00", 1, Long.MIN_VALUE),
                                new LinkModel.Value("", 100, 99),
                                new LinkModel.Value("x", 10, Long.MAX_VALUE))));
    }
}
