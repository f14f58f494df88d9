package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages hold to the content security policy: nothing inline that it would have to allow, and nothing unescaped. */
class StrictTemplatesTest {

    private static final Pattern INLINE = Pattern.compile(
            "(?i)<script(?![^>]*\\bth:src=)|<style|\\sstyle=|th:style|\\son[a-z]+=|th:on[a-z]+|javascript:|data:text|<base|<object|<embed|<iframe");
    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final Pattern FROM_ELSEWHERE =
            Pattern.compile("(?i)<(script|link|img)[^>]*(src|href)=\"(https?:)?//");

    /** A bare name between the brackets of a map is the key itself, not what the name stands for: the map then says nothing, and what somebody typed is gone. */
    private static final Pattern BARE_KEY = Pattern.compile("[$*]\\{[^}]*\\w\\[[a-zA-Z]+]");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothing_is_inline_unescaped_or_from_elsewhere(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(INLINE.matcher(text).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
        assertThat(UNESCAPED.matcher(text).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
        assertThat(FROM_ELSEWHERE.matcher(text).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothing_is_looked_up_by_a_bare_name(Path template) throws IOException {
        assertThat(BARE_KEY.matcher(Files.readString(template)).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_form_that_changes_something_carries_its_token(Path template) throws IOException {
        assertThat(Pattern.compile("<form[^>]*method=\"post\"[^>]*>")
                        .matcher(Files.readString(template))
                        .results()
                        .map(java.util.regex.MatchResult::group))
                .as("th:action is what puts the token into a form")
                .allMatch(form -> form.contains("th:action="));
    }
}
