package clew.core.linkage.files;

import clew.core.linkage.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What columns named like the person fields of the standard hold: files with such headers need no map. Ethnicity, nationality, religion, language and disability are never read. */
final class StandardColumns {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("given_name", Kind.GIVEN_NAME),
            Map.entry("middle_names", Kind.MIDDLE_NAME),
            Map.entry("family_name", Kind.FAMILY_NAME),
            Map.entry("full_name", Kind.FULL_NAME),
            Map.entry("date_of_birth", Kind.DATE_OF_BIRTH),
            Map.entry("sex", Kind.SEX),
            Map.entry("address", Kind.ADDRESS),
            Map.entry("house_number", Kind.HOUSE_NUMBER),
            Map.entry("street", Kind.STREET),
            Map.entry("town", Kind.PLACE),
            Map.entry("postcode", Kind.POSTCODE),
            Map.entry("uprn", Kind.ADDRESS),
            Map.entry("phone", Kind.PHONE),
            Map.entry("email", Kind.EMAIL),
            Map.entry("nhs_number", Kind.IDENTIFIER),
            Map.entry("upn", Kind.IDENTIFIER),
            Map.entry("pnc_id", Kind.IDENTIFIER),
            Map.entry("cro_number", Kind.IDENTIFIER),
            Map.entry("nino", Kind.IDENTIFIER),
            Map.entry("driver_number", Kind.IDENTIFIER));

    private static final List<String> IDS = List.of("record_id", "local_id", "id", "unique_id");

    private StandardColumns() {}

    static ColumnMap.Section sectionOf(List<String> header, String shownAs) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String column : header) {
            Kind kind = KINDS.get(plain(column));
            if (kind != null) {
                kinds.put(column, kind);
            }
        }
        if (kinds.isEmpty()) {
            throw new UnreadableInput(
                    "columns named like the standard's person fields (given_name, family_name, date_of_birth ...) or a map",
                    header.toString(),
                    shownAs + ":1");
        }
        String id = IDS.stream()
                .flatMap(
                        wanted -> header.stream().filter(column -> plain(column).equals(wanted)))
                .findFirst()
                .orElseThrow(() -> new UnreadableInput(
                        "a column record_id, local_id, id or unique_id", header.toString(), shownAs + ":1"));
        return new ColumnMap.Section(id, kinds);
    }

    private static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
