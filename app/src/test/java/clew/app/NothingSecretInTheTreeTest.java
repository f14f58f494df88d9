package clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No key, token or password of a real system stands in the tree. */
class NothingSecretInTheTreeTest {

    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> MADE = Set.of(".git", "target", "node_modules", "data");
    private static final long LONGEST_BYTES = 4_000_000;

    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"
            + "|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}\\b|\\bglpat-[A-Za-z0-9_-]{20}\\b"
            + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}"
            + "|\\b(sk|rk)_live_[A-Za-z0-9]{20,}|\\bAIza[0-9A-Za-z_-]{35}\\b"
            + "|(?i)(password|secret|api.?key|token)\\s*[:=]\\s*[\"'](?=[^\"']*[0-9])(?=[^\"']*[a-z])[A-Za-z0-9+/_-]{24,}[\"']"
            + "|://[^/\\s:@\"'{}$]+:[^/\\s:@\"'{}$]{6,}@");
    // A test of refusing addresses that hold a password needs one.
    private static final Set<String> KNOWN = Set.of("SecretsTest.java", "NothingSecretInTheTreeTest.java");

    @Test
    void nothing_in_the_tree_looks_like_a_secret() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path file : files()) {
            String text = text(file);
            read++;
            SECRET.matcher(text)
                    .results()
                    .forEach(match -> found.add(TREE.relativize(file) + " at character " + match.start()));
        }
        assertThat(read).isGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @Test
    void the_patterns_find_what_they_are_for() {
        assertThat(List.of(
                        "-----BEGIN RSA " + "PRIVATE KEY-----",
                        "AKIA" + "ABCDEFGHIJKLMNOP",
                        "password = \"" + "a1b2c3d4e5f6a7b8c9d0e1f2\"",
                        "https://kit:" + "s3cret-word@host/"))
                .allMatch(text -> SECRET.matcher(text).find());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(TREE)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(file, path -> !path.equals(TREE), Path::getParent)
                            .noneMatch(part -> MADE.contains(String.valueOf(part.getFileName()))))
                    .filter(file -> !KNOWN.contains(String.valueOf(file.getFileName())))
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.size(file) > LONGEST_BYTES ? "" : Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // a picture or another binary
        }
    }
}
