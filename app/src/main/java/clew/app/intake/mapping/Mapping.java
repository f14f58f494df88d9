package clew.app.intake.mapping;

import clew.app.intake.source.Columns;
import clew.app.intake.source.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file, read and checked: how the rows of one kind of extract become records of the standard. Immutable; its text is kept with every
 * import, so that a record can always be derived again from its row.
 *
 * @param name of the mapping; absence from a full extract is judged against earlier extracts of the same name
 * @param standard version of the standard it was written for
 * @param system the sender's system
 * @param knownFrom when the sender knew; null: not said
 * @param versionOf the sender's version of a row; null: not said
 * @param text as it was read
 */
public record Mapping(
        String name,
        int version,
        int standard,
        String system,
        Extract extract,
        Format format,
        Inclusion include,
        ValueSource.@Nullable Column knownFrom,
        ValueSource.@Nullable Column versionOf,
        List<RecordRule> records,
        String text) {

    private static final long LARGEST = 1 << 20;

    public Mapping {
        records = List.copyOf(records);
    }

    /**
     * Reads a mapping file.
     *
     * @throws MappingInvalid with every fault in it
     */
    public static Mapping read(Path file) throws IOException, MappingInvalid {
        String name = String.valueOf(file.getFileName());
        Faults faults = new Faults(name);
        if (!Files.isRegularFile(file)) faults.add(0, "", "a mapping file", "none at " + file);
        else if (Files.size(file) > LARGEST)
            faults.add(0, "", "a mapping of at most 1 MB", Files.size(file) + " bytes");
        faults.throwIfAny();
        return parse(Files.readString(file, StandardCharsets.UTF_8), name);
    }

    /**
     * Reads a mapping's text.
     *
     * @param source its name, for messages
     * @throws MappingInvalid with every fault in it
     */
    public static Mapping parse(String text, String source) throws MappingInvalid {
        return new MappingReader(source).read(text);
    }

    /** SHA-256 of the text: which mapping it was, whatever its version says. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Checks that a file has the columns this mapping names.
     *
     * @throws MappingInvalid naming each that is missing
     */
    public void requireColumns(Columns columns, String file) throws MappingInvalid {
        Faults faults = new Faults(file);
        for (String column : new TreeSet<>(columnsNamed()))
            if (!columns.contains(column))
                faults.add(
                        1,
                        column,
                        "a column that mapping " + name + " names",
                        "only " + String.join(", ", columns.names()));
        faults.throwIfAny();
    }

    /** Every column the mapping reads. */
    public List<String> columnsNamed() {
        return ColumnsNamed.in(this);
    }
}
