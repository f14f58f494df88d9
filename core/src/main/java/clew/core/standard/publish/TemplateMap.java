package clew.core.standard.publish;

import clew.core.standard.Common;
import clew.core.standard.Field;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.List;

/** The mapping file that imports a filled template as it stands. */
public final class TemplateMap {
    /** What a mapping says under "include", once for each row. */
    private static final List<Field<?>> INCLUSION = List.of(
            Common.CONTROLLER,
            Common.REGIME,
            Common.PURPOSE,
            Common.REASON_FOR_INCLUSION,
            Common.ROLL_KIND,
            Common.IMPACT_ASSESSMENT,
            Common.IMPACT_ASSESSMENT_DATE,
            Common.SOURCE_KIND,
            Common.HANDLING,
            Common.HANDLING_CONDITIONS);

    private TemplateMap() {}

    /** The text of the mapping. */
    public static String yaml(Shape shape) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("map: standard-").append(shape.name().replace('_', '-')).append('\n');
        yaml.append("version: 1\nstandard: ").append(Standard.VERSION).append('\n');
        yaml.append("system: STANDARD\nextract: delta\nformat: {encoding: UTF-8, delimiter: \",\"}\n");
        yaml.append("include:\n");
        for (Field<?> field : INCLUSION) {
            String key = field == Common.REASON_FOR_INCLUSION ? "reason" : field.name();
            yaml.append("  ")
                    .append(key)
                    .append(": {column: ")
                    .append(field.name())
                    .append("}\n");
        }
        yaml.append("known_from: {column: known_from, format: yyyy-MM-dd}\n");
        yaml.append("records:\n  - shape: ").append(shape.name()).append('\n');
        yaml.append("    role: ").append(shape.name()).append('\n');
        yaml.append("    key: [").append(CsvTemplate.KEY).append("]\n    fields:\n");
        for (Field<?> field : CsvTemplate.columns(shape)) {
            if (!INCLUSION.contains(field) && field != Common.KNOWN_FROM) {
                yaml.append("      ")
                        .append(field.name())
                        .append(": ")
                        .append(source(field))
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    private static String source(Field<?> field) {
        String type = field.type().name();
        if (type.startsWith("reference:")) {
            String shape = type.substring("reference:".length());
            return "{ref: " + shape + ", role: " + shape + ", key: [" + field.name() + "]}";
        }
        return field.repeated()
                ? "{column: " + field.name() + ", split: \"" + CsvTemplate.SEPARATOR + "\"}"
                : field.name();
    }
}
