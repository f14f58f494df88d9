package clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.Sources.Call;
import com.sun.source.tree.ExpressionTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No SQL, no pattern, no format and no command is built from what came in: read in all sources, call by call. */
class I5BuiltFromInputTest {

    private static final Set<String> SQL = Set.of(
            "sql", "prepareStatement", "prepareCall", "execute", "executeQuery", "executeUpdate", "copyIn", "copyOut");

    /** Calls with SQL that is put together where the compiler's reading does not follow it; each was read by people, and what it is put together from stands beside it. */
    private static final Set<String> READ_BY_PEOPLE =
            Set.of(
                    "Cases.java query", // each of two constants
                    "CopyLoader.java chunk.command", // copy, with the schemas and tables of the Picture
                    "CopyText.java \"create temporary table %s on commit delete rows as select %s from %s with no data\".formatted(staging, columns, table)",
                    "CopyText.java command", // of the three constants of Stager and the one of SeenRecords
                    "CopyText.java then",
                    "Durability.java \"show \" + setting.getKey()", // names of a constant map
                    "OneMessage.java String.join(\"; \", statements)", // what asks is read below
                    "OwnerSetup.java \"revoke all on database \" + database + \" from public; grant connect on database \" + database + \" to clew_app;"
                            + " grant connect, create, temporary on database \" + database + \" to clew_engine\"", // the name of the connection's own database, quoted
                    "Patterns.java script()", // a script beside the program
                    "PersonIndex.java isOneToken(parts) ? \"select t.record_id from picture.token t join picture.membership using (record_id)"
                            + " where t.token = ? order by t.record_id limit \" + (MOST_RECORDS + 1) : \"select record_id from (\""
                            + " + parts.stream().map((part)->\"select record_id from picture.token where token = any(?)\").collect(Collectors.joining(\" intersect \"))"
                            + " + \") found join picture.membership using (record_id) order by 1 limit \" + (MOST_RECORDS + 1)",
                    "Picture.java \"analyze \" + NEXT + \".\" + table", // its own tables
                    "Picture.java \"copy (\" + query + \") to stdout\"",
                    "Picture.java read(script).replace(\":schema\", schema)", // scripts beside the program
                    "Reclassing.java step", // each of a constant list
                    "SmallCopy.java \"copy %s from stdin\".formatted(buffer.table)"); // tables of the Picture

    private static final Sources SOURCES = read();

    @Test
    void sql_stands_in_the_sources() {
        assertThat(notFixed(
                        call -> SQL.contains(call.name())
                                && call.isOnSomething()
                                && !call.arguments().isEmpty()
                                && !call.receiver().toString().matches("(?s)OneConnection|clew\\.set.*"),
                        call -> call.arguments().getFirst(),
                        300))
                .containsExactlyInAnyOrderElementsOf(READ_BY_PEOPLE);
        assertThat(notFixed(
                        call -> call.name().equals("ask")
                                && call.receiver().toString().equals("message"),
                        call -> call.arguments().getFirst(),
                        8))
                .isEmpty();
    }

    @Test
    void patterns_stand_in_the_sources() {
        assertThat(notFixed(
                        call -> call.isOnSomething()
                                && !call.receiver().toString().matches("[A-Z_]+") // a pattern that splits
                                && switch (call.name()) {
                                    case "compile" -> call.receiver().toString().equals("Pattern");
                                    case "matches" -> call.arguments().size() == 1;
                                    case "replaceAll", "replaceFirst" ->
                                        call.arguments().size() == 2;
                                    case "split" ->
                                        !call.arguments().isEmpty()
                                                && call.arguments().size() < 3;
                                    default -> false;
                                },
                        call -> call.arguments().getFirst(),
                        100))
                .isEmpty();
    }

    @Test
    void formats_stand_in_the_sources() {
        assertThat(notFixed(call -> call.name().equals("formatted"), Call::receiver, 40))
                .isEmpty();
        assertThat(notFixed(
                        call -> call.name().equals("printf")
                                || (call.name().equals("format")
                                        && call.receiver().toString().equals("String")),
                        I5BuiltFromInputTest::format,
                        60))
                .isEmpty();
    }

    @Test
    void programs_are_started_in_one_place_and_no_text_becomes_one() {
        assertThat(SOURCES.calls(call -> Set.of("ProcessBuilder", "exec").contains(call.name())))
                .extracting(Call::file)
                .containsExactly("ServerPrograms.java");
        assertThat(SOURCES.calls(
                        call -> Set.of("ScriptEngineManager", "SpelExpressionParser", "defineClass", "InitialContext")
                                .contains(call.name())))
                .isEmpty();
    }

    @Test
    void what_is_built_from_input_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Planted.java"), """
                class Planted {
                    private static final String SELECT = "select ";
                    void good(String typed) { ask("a"); sql.sql(SELECT + "b where c = ?").param(typed); }
                    void bad(String typed) { sql.sql("select '" + typed + "'"); ask(typed.strip()); }
                    void local(String typed) { String text = "a"; text = typed; sql.sql(text); }
                    private void ask(String question) { sql.sql(question); }
                }
                """);
        Sources planted = new Sources(folder);
        assertThat(planted.calls(call -> call.name().equals("sql")))
                .extracting(call -> planted.isFixed(call.arguments().getFirst(), call.path()))
                .containsExactly(true, false, false, false);
    }

    private static ExpressionTree format(Call call) {
        boolean locale = call.arguments().getFirst().toString().startsWith("Locale.");
        return call.arguments().get(locale ? 1 : 0);
    }

    /** The calls of a kind, of which there are more than so many, whose text does not stand in the sources. */
    private static Set<String> notFixed(Predicate<Call> wanted, Function<Call, ExpressionTree> text, int many) {
        List<Call> calls = SOURCES.calls(wanted);
        assertThat(calls).hasSizeGreaterThan(many);
        Set<String> found = new TreeSet<>();
        for (Call call : calls) {
            ExpressionTree said = text.apply(call);
            if (!SOURCES.isFixed(said, call.path())) {
                found.add(call.file() + " " + said.toString().replaceAll("\\s+", " "));
            }
        }
        return found;
    }

    private static Sources read() {
        try {
            return new Sources(Path.of("src/main/java"), Path.of("../core/src/main/java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
