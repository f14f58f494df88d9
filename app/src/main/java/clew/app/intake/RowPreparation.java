package clew.app.intake;

import clew.app.intake.mapping.MappedRecord;
import clew.app.intake.mapping.MappedRow;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.RowMapper;
import clew.app.intake.source.BrokenRow;
import clew.app.intake.source.Line;
import clew.app.intake.source.Row;
import clew.core.standard.Common;
import clew.core.standard.DeploymentKey;
import clew.core.standard.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Maps lines and works out their checksums: all that can be done without the database. Not thread-safe. */
final class RowPreparation {

    /** What is kept of a row that may not even wait in quarantine: the sender finds it by its line. */
    static final String WITHHELD = "{\"clew_withheld\":\"not kept: see the line in your own file\"}";

    private static final int CHECKSUM_BYTES = 16;
    private static final Set<String> NOT_KEPT =
            Set.of(Common.SOURCE_KIND.name(), Common.PURPOSE.name(), Common.ROLL_KIND.name());

    private final String file;
    private final RowMapper mapper;
    private final MessageDigest digest;

    RowPreparation(Mapping mapping, String agency, DeploymentKey key, String file) {
        this.file = file;
        this.mapper = new RowMapper(mapping, agency, key, file);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    PreparedRow prepare(long number, Line line) {
        return switch (line) {
            case Row row -> mapped(number, row, mapper.map(row));
            case BrokenRow broken -> broken(number, broken);
        };
    }

    private PreparedRow mapped(long number, Row row, MappedRow mapped) {
        String body = mustNotBeKept(mapped) ? WITHHELD : row.body();
        return new PreparedRow(
                number,
                row.line(),
                body,
                checksum(body),
                mapped.records(),
                mapped.records().stream().map(MappedRecord::contentHash).toList(),
                mapped.refused(),
                mapped.identities(),
                mapped.identified(),
                mapped.restricted());
    }

    /** Material of covert sources, for forbidden purposes, or out of rolls without an assessment leaves nothing. */
    private static boolean mustNotBeKept(MappedRow row) {
        return row.refused().stream()
                .anyMatch(violation ->
                        NOT_KEPT.stream().anyMatch(field -> (violation.field() + " ").startsWith(field + " "))
                                && !violation.found().equals("nothing"));
    }

    private PreparedRow broken(long number, BrokenRow row) {
        List<Violation> refused =
                List.of(Violation.refused(row.expected(), row.found(), "").at(file, row.line()));
        return new PreparedRow(
                number,
                row.line(),
                row.body(),
                checksum(row.body()),
                List.of(),
                List.of(),
                refused,
                List.of(),
                false,
                false);
    }

    private byte[] checksum(String body) {
        return Arrays.copyOf(digest.digest(body.getBytes(StandardCharsets.UTF_8)), CHECKSUM_BYTES);
    }
}
