package clew.app.access;

/**
 * A text as it goes into a cell of an exported table. Spreadsheets run a text that begins like a formula, and what people type
 * about children can be somebody's formula: such a text gets an apostrophe in front, which spreadsheets take as "this is text".
 * Every export of Clew writes its cells by this.
 */
public final class ExportCell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private ExportCell() {}

    /** The text, safe to open in a spreadsheet. Plain numbers, negative ones too, stay as they are. */
    public static String of(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    private static boolean isRisky(String text) {
        String seen = text.stripLeading();
        boolean begins = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
        return begins && !text.matches("-?\\d+(\\.\\d+)?");
    }
}
