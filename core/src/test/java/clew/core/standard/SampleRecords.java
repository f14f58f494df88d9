package clew.core.standard;

import java.util.Random;

/** Records with random values, every one made from the examples and codes of the standard. */
public final class SampleRecords {
    private final Random random;

    public SampleRecords(long seed) {
        this.random = new Random(seed);
    }

    /** A record of the shape in which each field is filled with the given chance, required ones always. */
    public StandardRecord next(Shape shape, double chance) {
        StandardRecord.Builder record = StandardRecord.of(shape);
        for (Field<?> field : shape.fields()) {
            if (field.required() || random.nextDouble() < chance) {
                fill(record, field);
            }
        }
        return record.build();
    }

    private <T> void fill(StandardRecord.Builder record, Field<T> field) {
        int values = field.repeated() ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < values; i++) {
            record.read(field, text(field)).orThrow();
        }
    }

    private String text(Field<?> field) {
        String type = field.type().name();
        if (type.startsWith("code:")) {
            CodeList list = CodeLists.named(type.substring("code:".length()));
            var usable = list.codes().stream()
                    .filter(code -> code.detail("refused").isEmpty() && !list.meansMissing(code))
                    .toList();
            return usable.get(random.nextInt(usable.size())).code();
        }
        return switch (type) {
            case "text", "name" -> "Ann \"é\" O'Neil, " + random.nextInt(100);
            case "note" -> "Said:\n\"not today\" \\ " + random.nextInt(100);
            case "uncertain_date" -> new String[] {"2009", "2009-04~", "2009-04-03", "2009/2011"}[random.nextInt(4)];
            case "whole_number" -> String.valueOf(random.nextInt(100));
            case "decimal" -> "5" + random.nextInt(9) + "." + random.nextInt(10000);
            case "yes_no" -> random.nextBoolean() ? "yes" : "no";
            default -> field.type().example();
        };
    }
}
