package clew.app.intake.mapping;

import java.util.List;
import java.util.Map;

/** Where the value of a field comes from. */
public sealed interface ValueSource {

    /** The columns it reads. */
    List<String> columns();

    /**
     * One or more columns.
     *
     * @param columns more than one are joined, blanks left out
     * @param join what stands between them
     * @param formats of dates, tried in turn; empty: as the field reads them itself
     * @param codes the sender's code to the standard's; empty: as it stands
     * @param split what separates several values in it; empty: one value
     */
    record Column(List<String> columns, String join, List<DateFormat> formats, Map<String, String> codes, String split)
            implements ValueSource {
        public Column {
            columns = List.copyOf(columns);
            formats = List.copyOf(formats);
            codes = Map.copyOf(codes);
        }
    }

    /** The same for every row. */
    record Constant(String text) implements ValueSource {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /**
     * Another record of the same agency, by its identity.
     *
     * @param system the sender's system that holds it; empty: this one
     */
    record Pointer(String shape, String role, List<String> columns, String system) implements ValueSource {
        public Pointer {
            columns = List.copyOf(columns);
        }
    }
}
