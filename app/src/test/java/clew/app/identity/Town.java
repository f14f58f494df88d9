package clew.app.identity;

import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Agencies with records and users, for tests of what people decide about records. */
public final class Town {

    private final DatabaseForTests database;
    private final Extracted extracted;
    private final Map<String, Integer> classes = new HashMap<>();

    public Town(DatabaseForTests database) {
        this.database = database;
        this.extracted = new Extracted(database);
    }

    /** Imports rows in the columns of {@link Extracted#HEADER}; makes the agency where it is new. */
    public Town sends(Path folder, String agency, String rows) {
        classes.put(agency, extracted.imported(folder, agency, rows));
        return this;
    }

    /** One row: id, given name, family name, date of birth as dd/MM/yyyy, postcode, house. */
    public static String row(String id, String given, String family, String born, String postcode, String house) {
        return "%s,%s,%s,%s,F,,%s,%s,,,,,\n".formatted(id, given, family, born, postcode, house);
    }

    public Town joins() {
        extracted.joined();
        return this;
    }

    public UUID record(String agency, String id) {
        return extracted.record(agency, id);
    }

    public int agency(String slug) {
        return database.owner()
                .sql("select agency_id from access.agency where slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }

    /** A new user of an agency, with the rights to see the agencies' shared classes. */
    public Rights user(String agency, String name, String role, String... sees) {
        UUID user = database.owner()
                .sql("""
                        insert into access.person_user (agency_id, sign_in_name, shown_name, roles)
                        values (?, lower(replace(?, ' ', '.')) || substr(gen_random_uuid()::text, 1, 8), ?, array[?]) returning user_id""")
                .params(agency(agency), name, name, role)
                .query(UUID.class)
                .single();
        return Rights.of(
                user,
                java.util.stream.Stream.concat(java.util.stream.Stream.of(agency), Set.of(sees).stream())
                        .map(classes::get)
                        .toList());
    }

    /** The class in which an agency's records are shared. */
    public int classOf(String agency) {
        return classes.get(agency);
    }
}
