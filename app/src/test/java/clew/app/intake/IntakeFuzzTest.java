package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.intake.source.UnreadableInput;
import clew.core.standard.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a good file or mapping, what comes back is rows with reasons or a refusal in words: never another exception. */
class IntakeFuzzTest {

    private static final long SEED = 20261122;
    private static final byte[] NASTY =
            "\"\",,\n\r;|\t\\{}[]:'#&*\0\u00ff\u00fe<>/=".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void mutatedCsvGivesRowsOrARefusal() throws IOException {
        String text = PoliceExtract.HEADER + "\n" + PoliceExtract.row(1, "Zoë", "05/01/2026 10:00") + "\n"
                + PoliceExtract.row(2, "\"Quo \"\"ted\"\"\nname\"", "05/01/2026 10:00") + "\n";
        fuzz("a.csv", text.getBytes(StandardCharsets.UTF_8), 400);
    }

    @Test
    void mutatedJsonLinesGiveRowsOrARefusal() throws IOException {
        String text =
                "{\"CRIME_NO\":\"C1\",\"NOMINAL_ID\":\"N1\",\"FORENAME\":\"Zo\\u00eb\",\"DOB\":\"03/04/1990\",\"RECORDED\":\"05/01/2026\",\"NHS\":9434765919,\"x\":{\"y\":[1,2,{\"z\":null}]}}\n";
        fuzz("a.jsonl", (text + text.replace("N1", "N2")).getBytes(StandardCharsets.UTF_8), 400);
    }

    @Test
    void mutatedWorkbooksGiveRowsOrARefusal() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            String[] header = PoliceExtract.HEADER.split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
                sheet.value(1, i, i == 4 ? "03/04/1990" : i == 9 ? "05/01/2026" : i == 10 ? "" : "N" + i);
            }
        }
        fuzz("a.xlsx", bytes.toByteArray(), 250);
    }

    @Test
    void mutatedMappingsAreReadOrRefusedWithLines() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] map = PoliceExtract.map("full").getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            String text = new String(mutated(map, random), StandardCharsets.UTF_8);
            try {
                Mapping.parse(text, "fuzz.map.yaml");
            } catch (MappingInvalid e) {
                refused++;
                assertThat(e.violations()).isNotEmpty().allMatch(IntakeFuzzTest::isClear);
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private void fuzz(String name, byte[] good, int times) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Mapping mapping = PoliceExtract.mapping("delta");
        Path file = folder.resolve(name);
        int entered = 0;
        for (int i = 0; i < times; i++) {
            Files.write(file, mutated(good, random));
            try {
                Preview preview = Preview.of(file, "agency", mapping, 100);
                for (Preview.PreviewedRow row : preview.rows()) {
                    assertThat(row.refused()).allMatch(IntakeFuzzTest::isClear);
                    entered += row.records().size();
                }
            } catch (UnreadableInput | MappingInvalid e) {
                assertThat(e.getMessage())
                        .as("seed %d, mutation %d", SEED, i)
                        .contains("expected ")
                        .contains(", found ");
            }
        }
        assertThat(entered).isPositive();
    }

    private static boolean isClear(Violation violation) {
        return !violation.expected().isBlank() && violation.message().contains(", found ") && violation.line() >= 0;
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int n = random.nextInt(1, 5); n > 0 && bytes.length > 1; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 2 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at),
                            new byte[] {NASTY[random.nextInt(NASTY.length)]},
                            Arrays.copyOfRange(bytes, at, bytes.length));
                case 3 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at),
                            Arrays.copyOfRange(
                                    bytes, Math.min(bytes.length, at + random.nextInt(1, 40)), bytes.length));
                default -> bytes = joined(bytes, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 60)));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
