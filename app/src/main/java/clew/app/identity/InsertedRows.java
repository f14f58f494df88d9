package clew.app.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The text by which rows are inserted that come as an array of texts for each column. Tables and their types are read once. */
final class InsertedRows {
    private static final String TYPES = """
            select attname, format_type(atttypid, atttypmod) from pg_attribute
             where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped order by attnum""";

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private InsertedRows() {}

    /** @param table its full name, with its columns in brackets where not all are given */
    static String into(Connection connection, String table) throws SQLException {
        String known = TEXTS.get(table);
        if (known == null) {
            known = text(connection, table);
            TEXTS.put(table, known);
        }
        return known;
    }

    private static String text(Connection connection, String table) throws SQLException {
        int bracket = table.indexOf('(');
        String name = bracket < 0 ? table : table.substring(0, bracket).strip();
        Map<String, String> types = new HashMap<>();
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TYPES)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                    types.put(row.getString(1), row.getString(2));
                }
            }
        }
        if (bracket >= 0) {
            columns = List.of(table.substring(bracket + 1, table.indexOf(')')).split(", ?"));
        }
        return text(table, columns.stream().map(types::get).toList());
    }

    private static String text(String table, List<String> types) {
        StringBuilder casts = new StringBuilder();
        StringBuilder arrays = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            String comma = i == 0 ? "" : ", ";
            casts.append(comma).append("c").append(i).append("::").append(types.get(i));
            arrays.append(comma).append("?::text[]");
            names.append(comma).append("c").append(i);
        }
        return "insert into %s select %s from unnest(%s) r (%s)".formatted(table, casts, arrays, names);
    }
}
