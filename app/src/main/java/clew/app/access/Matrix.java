package clew.app.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The one table of who may do what: {@code access/matrix.csv}, reviewed as a file, shown as the page of the access matrix, and
 * the source of the tests. A capability, a reach or a purpose that is missing from it belongs to nobody.
 *
 * @param rows in the order of the file
 */
public record Matrix(List<Row> rows) {

    /** The table that holds. */
    public static final Matrix SHIPPED = read("matrix.csv");

    public Matrix {
        rows = List.copyOf(rows);
    }

    /** What a row of the table is about. */
    public enum Kind {
        /** Which records a role sees without asking. */
        SEES,
        /** What a role may do. */
        MAY,
        /** For which purposes a role acts. */
        PURPOSE
    }

    /** Which records a role sees without asking. */
    public enum Reach {
        OWN_AGENCY,
        PARTNERSHIP,
        FIGURES
    }

    /**
     * One line of the table.
     *
     * @param name of the reach, the action or the purpose, in lower case
     * @param means in plain words
     * @param roles that have it
     */
    public record Row(Kind kind, String name, String means, Set<Role> roles) {

        public Row {
            roles = Set.copyOf(roles);
        }
    }

    /** Whether a role may do this at all. */
    public boolean may(Role role, Action action) {
        return has(Kind.MAY, action.word(), role);
    }

    /** Whether any of these roles sees so far. */
    public boolean sees(Collection<Role> roles, Reach reach) {
        return roles.stream().anyMatch(role -> has(Kind.SEES, reach.name().toLowerCase(Locale.ROOT), role));
    }

    /** Whether any of these roles acts for this purpose. */
    boolean actsFor(Collection<Role> roles, String purpose) {
        return roles.stream().anyMatch(role -> has(Kind.PURPOSE, purpose, role));
    }

    /** The rows of one kind. */
    public List<Row> of(Kind kind) {
        return rows.stream().filter(row -> row.kind == kind).toList();
    }

    private boolean has(Kind kind, String name, Role role) {
        return rows.stream().anyMatch(row -> row.kind == kind && row.name.equals(name) && row.roles.contains(role));
    }

    private static Matrix read(String file) {
        return new Matrix(lines(file).stream().map(Matrix::row).toList());
    }

    private static Row row(NamedCsvRecord line) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> line.getField(role.word()).equals("yes"))
                .forEach(roles::add);
        Kind kind = Kind.valueOf(line.getField("kind").toUpperCase(Locale.ROOT));
        return new Row(kind, line.getField("name"), line.getField("means"), roles);
    }

    /** The lines of a table of this room. */
    static List<NamedCsvRecord> lines(String file) {
        var stream = Objects.requireNonNull(
                Matrix.class.getResourceAsStream("/access/" + file), "expected resource access/" + file);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
