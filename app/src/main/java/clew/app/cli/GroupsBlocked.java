package clew.app.cli;

import clew.core.network.BlockList;
import clew.core.network.Evidence;
import clew.core.network.files.BlockTable;
import clew.core.network.files.PatternJson;
import clew.core.network.files.UnreadableTable;
import clew.core.standard.Violation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The block list of a run of {@code clew groups}: what makes no tie on a day, and what of the list does not hold, told. */
record GroupsBlocked(String shownAs, BlockTable table, LocalDate asOn) {
    /** Without a file nothing is set aside. */
    static GroupsBlocked read(@Nullable Path file, LocalDate asOn) throws IOException {
        if (file == null) {
            return new GroupsBlocked("", new BlockTable(List.of(), List.of()), asOn);
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableTable("a file", Files.isDirectory(file) ? "a folder" : "none", file.toString());
        }
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            return new GroupsBlocked(file.toString(), BlockTable.read(text, file.toString()), asOn);
        }
    }

    BlockList list() {
        return BlockTable.inForce(table.entries(), asOn);
    }

    List<Map<String, @Nullable Object>> json(Evidence evidence, UnaryOperator<String> name) {
        return PatternJson.blocked(table.entries(), asOn, evidence, name);
    }

    /**
     * Tells which entries have ended, and which are wrong.
     *
     * @return how many are wrong and were left out
     */
    int tell(Evidence evidence, PrintWriter out, PrintWriter errors) {
        table.entries().stream()
                .filter(entry -> !entry.isInForce(asOn))
                .forEach(entry -> out.println("block list: " + entry.id() + " was due for review on " + entry.review()
                        + " and counts again: " + entry.reason()));
        List<Violation> unknown = table.unknown(evidence, shownAs);
        table.refused().forEach(violation -> errors.println(violation.message()));
        unknown.forEach(violation -> errors.println(violation.message()));
        return table.refused().size() + unknown.size();
    }
}
