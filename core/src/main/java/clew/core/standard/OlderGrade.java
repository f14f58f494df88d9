package clew.core.standard;

import java.util.List;
import java.util.Optional;

/**
 * Intelligence graded by the older 5x5x5, read as 3x5x2 by the dated lists {@code convert_..._5x5x5}. The older grade stays on the record beside the new one,
 * and what the shorter scale cannot say is noted.
 */
public final class OlderGrade {

    private OlderGrade() {}

    /** The record with a 3x5x2 grade made from its 5x5x5 grade, wherever it has none of its own; any other record as it is. */
    public static StandardRecord read(StandardRecord record) {
        if (!isOlder(record)) {
            return record;
        }
        StandardRecord.Builder builder = record.change();
        convert(record, IntelligenceShape.IMPORTED_SOURCE, IntelligenceShape.SOURCE_EVALUATION, builder);
        convert(record, IntelligenceShape.IMPORTED_INFORMATION, IntelligenceShape.INFORMATION_ASSESSMENT, builder);
        convert(record, IntelligenceShape.IMPORTED_HANDLING, Common.HANDLING, builder);
        StandardRecord converted = builder.build();
        Code imported = record.get(IntelligenceShape.IMPORTED_HANDLING);
        if (imported == null || !converted.is(Common.HANDLING, "C") || converted.has(Common.HANDLING_CONDITIONS)) {
            return converted;
        }
        return converted
                .change()
                .set(
                        Common.HANDLING_CONDITIONS,
                        "5x5x5 handling code " + imported.code() + ": " + imported.label() + ".")
                .build();
    }

    /** What was lost in reading the older grade, for the record as it was received; empty where nothing was converted. */
    public static Optional<Violation> loss(StandardRecord received) {
        if (!isOlder(received)) {
            return Optional.empty();
        }
        StandardRecord converted = read(received);
        return Optional.of(Violation.doubtful(
                "a 3x5x2 grade given by a person",
                "5x5x5 grade "
                        + grade(
                                received,
                                List.of(
                                        IntelligenceShape.IMPORTED_SOURCE,
                                        IntelligenceShape.IMPORTED_INFORMATION,
                                        IntelligenceShape.IMPORTED_HANDLING))
                        + ", read as "
                        + grade(
                                converted,
                                List.of(
                                        IntelligenceShape.SOURCE_EVALUATION,
                                        IntelligenceShape.INFORMATION_ASSESSMENT,
                                        Common.HANDLING))
                        + " by the conversion of "
                        + CodeLists.named("convert_source_5x5x5")
                                .from()
                                .map(String::valueOf)
                                .orElse("no date")
                        + ", which is coarser",
                IntelligenceShape.SOURCE_EVALUATION.name()));
    }

    private static boolean isOlder(StandardRecord record) {
        return record.shape() == IntelligenceShape.SHAPE
                && (record.has(IntelligenceShape.IMPORTED_SOURCE) && !record.has(IntelligenceShape.SOURCE_EVALUATION)
                        || record.has(IntelligenceShape.IMPORTED_INFORMATION)
                                && !record.has(IntelligenceShape.INFORMATION_ASSESSMENT)
                        || record.has(IntelligenceShape.IMPORTED_HANDLING) && !record.has(Common.HANDLING));
    }

    private static void convert(
            StandardRecord record, Field<Code> older, Field<Code> field, StandardRecord.Builder builder) {
        Code code = record.get(older);
        if (code != null && !record.has(field)) {
            builder.code(
                    field,
                    CodeLists.named("convert_" + code.list()).code(code.code()).label());
        }
    }

    private static String grade(StandardRecord record, List<Field<Code>> fields) {
        return String.join(
                "",
                fields.stream()
                        .flatMap(field -> record.find(field).stream())
                        .map(Code::code)
                        .toList());
    }
}
