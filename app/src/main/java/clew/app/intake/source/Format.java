package clew.app.intake.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How an extract's file is written, as its mapping declares it. The kind (CSV, JSON Lines, XLSX) follows from the file's ending.
 *
 * @param encoding null means UTF-8 unless the file starts with a byte-order mark
 * @param delimiter between fields of CSV
 * @param sheet of a workbook; null means the first
 */
public record Format(
        @Nullable Charset encoding,
        char delimiter,
        @Nullable String sheet) {

    public static final Format ORDINARY = new Format(null, ',', null);

    public Format {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r')
            throw new IllegalArgumentException("expected a delimiter other than a quotation mark or line end");
    }
}
